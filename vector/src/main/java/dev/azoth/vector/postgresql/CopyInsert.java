package dev.azoth.vector.postgresql;

import dev.azoth.ErrorFields;
import dev.azoth.FailedStatement;
import dev.azoth.compile.IdentifierRules;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.sql.Insert;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Row;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.postgresql.copy.CopyIn;

/** Inserts by COPY, whose binary format takes vectors as they are: twice as fast as INSERT of many rows. */
final class CopyInsert {
    private final Connection connection;
    private final Engine engine;

    CopyInsert(Connection connection) {
        this.connection = connection;
        this.engine = connection.engine();
    }

    void run(Insert<Row> insert, ParameterRows rows) {
        String statement = statement(insert.table(), rows);
        java.sql.Connection jdbc = connection.unwrap();
        try {
            CopyIn copy = PgDriver.connection(jdbc).getCopyAPI().copyIn(statement);
            try {
                new BinaryCopy(copy).send(rows.rows().iterator());
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            ErrorFields error = engine.dialect().error(e);
            FailedStatement failed =
                    new FailedStatement(statement, "", engine.dialect().name(), -1, null);
            throw error.kind().exception(error, failed, e);
        }
    }

    private String statement(NamedTable table, ParameterRows rows) {
        IdentifierRules names = engine.dialect().language(engine.server()).identifiers();
        String schema = table.schema().map(name -> names.write(name) + ".").orElse("");
        String columns = rows.names().stream().map(names::write).collect(Collectors.joining(", "));
        return "COPY " + schema + names.write(table.name()) + " (" + columns + ") FROM STDIN (FORMAT BINARY)";
    }
}
