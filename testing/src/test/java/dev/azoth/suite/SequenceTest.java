package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.nextValue;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.schema.Column;
import dev.azoth.schema.Ddl;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers that a sequence gives, where the database has such; elsewhere they are refused. */
@EveryDatabase
class SequenceTest {
    private static final String NAME = "In\"voice's";

    private static boolean has(Database db) {
        return !Set.of("mysql", "sqlite").contains(db.name());
    }

    private static Ddl ddl(Database db, String words) {
        String quote = db.name().equals("mariadb") ? "`" : "\"";
        return Ddl.of(words + " " + quote + NAME.replace(quote, quote + quote) + quote)
                .on("postgresql", "h2", "mariadb", "duckdb");
    }

    @Test
    void aColumnIsNumberedByASequence(Database db) {
        Column<Long> number = Column.of("number", Types.BIGINT).primaryKey().defaultFrom(nextValue(NAME));
        Column<String> body = Column.of("body", Types.VARCHAR(20));
        MetaData metadata = new MetaData();
        Table invoice = Table.of(metadata, "invoice_of_sequence", number, body);
        metadata.ddl(Ddl.Moment.BEFORE_CREATE, ddl(db, "CREATE SEQUENCE"));
        metadata.ddl(Ddl.Moment.AFTER_DROP, ddl(db, "DROP SEQUENCE"));
        metadata.createAll(db.engine());
        if (has(db)) {
            db.engine().begin(connection -> {
                connection.execute(insert(invoice).values(body, "a"));
                connection.execute(insert(invoice), List.of(Map.of(body, "b"), Map.of(body, "c")));
                connection.execute(insert(invoice).values(number, 7L).values(body, "d"));
                connection.copyIn(invoice, List.of(Map.of(body, "e")));
                assertThat(connection.execute(select(number).orderBy(body)).all())
                        .containsExactly(1L, 2L, 3L, 7L, 4L);
                assertThat(connection.execute(select(nextValue(NAME))).one()).isEqualTo(5L);
            });
        } else {
            for (var statement : List.of(insert(invoice).values(body, "a"), select(nextValue(NAME)))) {
                assertThatThrownBy(() -> db.engine().compile(statement))
                        .isInstanceOf(CompileException.class)
                        .hasMessageEndingWith(" has no sequences");
            }
        }
        metadata.dropAll(db.engine());
    }
}
