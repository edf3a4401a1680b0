package dev.azoth.dialect.postgresql;

import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.dialect.RowLoader;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.NamedTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.jdbc.PgConnection;

/** COPY in its binary format, which the server need not parse: the fastest way into a table. */
final class PostgresqlCopy implements RowLoader {
    private final String table;
    private final String columns;
    private final List<BinaryForm<?>> forms;

    private PostgresqlCopy(String table, String columns, List<BinaryForm<?>> forms) {
        this.table = table;
        this.columns = columns;
        this.forms = forms;
    }

    /** A copy into these columns of a table; empty if one of them has a type whose bytes are not known. */
    static Optional<RowLoader> of(NamedTable table, List<ColumnReference<?>> columns, SqlLanguage language) {
        BinaryForms all = new BinaryForms(language.codecs());
        List<BinaryForm<?>> forms = new ArrayList<>();
        for (ColumnReference<?> column : columns) {
            all.of(column.type()).ifPresent(forms::add);
        }
        if (columns.isEmpty() || forms.size() < columns.size()) {
            return Optional.empty();
        }
        IdentifierRules names = language.identifiers();
        String schema = language.schemas()
                .of(table)
                .map(name -> names.write(name) + ".")
                .orElse("");
        return Optional.of(new PostgresqlCopy(
                schema + names.write(table.name()),
                columns.stream().map(column -> names.write(column.name())).collect(Collectors.joining(", ")),
                forms));
    }

    @Override
    public String sql() {
        return "COPY " + table + " (" + columns + ") FROM STDIN (FORMAT BINARY)";
    }

    /** The server would take the bytes of one type for those of another without a word, if only they are as many. */
    @Override
    public boolean fits(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT " + columns + " FROM " + table + " WHERE FALSE")) {
            ResultSetMetaData there = none.getMetaData();
            for (int i = 0; i < forms.size(); i++) {
                String type = there.getColumnTypeName(i + 1);
                String bare = type.substring(type.lastIndexOf('.') + 1).replace("\"", "");
                if (!forms.get(i).types().contains(plain(bare))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The driver calls the types of numbered columns by what they were declared as. */
    private static String plain(String type) {
        return switch (type) {
            case "bigserial" -> "int8";
            case "serial" -> "int4";
            case "smallserial" -> "int2";
            default -> type;
        };
    }

    @Override
    public long load(Connection connection, Iterator<@Nullable Object[]> rows) throws SQLException {
        CopyIn copy = connection.unwrap(PgConnection.class).getCopyAPI().copyIn(sql());
        try {
            return new BinaryRows(copy, forms).send(rows);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @Override
    public OptionalInt failedRow(SQLException exception) {
        return PostgresqlServerReport.copiedLine(exception);
    }
}
