package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.Types;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nested rows by texts that the database takes for equal where they differ in case. */
@OnDatabase({"mysql", "mariadb", "sqlite", "h2", "duckdb"})
class NestedCollationTest {
    /** A bug: a key that the database takes for another's equal found no rows. */
    @Test
    void aKeyIsComparedByTheDatabase(Database db) {
        String type = switch (db.name()) {
            case "mysql" -> "VARCHAR(20) COLLATE utf8mb4_0900_ai_ci";
            case "mariadb" -> "VARCHAR(20) COLLATE utf8mb4_general_ci";
            case "sqlite" -> "VARCHAR(20) COLLATE NOCASE";
            case "h2" -> "VARCHAR_IGNORECASE(20)";
            default -> "VARCHAR(20) COLLATE NOCASE";
        };
        Column<String> name = Column.of("name", Types.VARCHAR(20));
        Column<String> alike = Column.of("alike", Types.VARCHAR(20));
        Table names = Table.of(new MetaData(), "any_case", name);
        Table others = Table.of(new MetaData(), "any_case_too", alike);
        db.engine().begin(connection -> {
            connection.execute(text("CREATE TABLE any_case (name " + type + ")"));
            connection.execute(text("CREATE TABLE any_case_too (alike " + type + ")"));
            connection.execute(insert(names).columns(name).row("Ann").row("BOB"));
            connection.execute(
                    insert(others).columns(alike).row("ann").row("ANN").row("bob"));
        });
        var both = nested(select(alike).orderBy(alike.desc())).on(alike.eq(name));

        for (Nested<String, List<String>> each : List.of(both.json(), both.select())) {
            assertThat(db.all(select(name, each.asSet()).orderBy(name)))
                    .extracting(Row::values)
                    .containsExactly(List.of("Ann", Set.of("ann", "ANN")), List.of("BOB", Set.of("bob")));
        }
        db.engine().begin(connection -> {
            connection.execute(text("DROP TABLE any_case"));
            connection.execute(text("DROP TABLE any_case_too"));
        });
    }
}
