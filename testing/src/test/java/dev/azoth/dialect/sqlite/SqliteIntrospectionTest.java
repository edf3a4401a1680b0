package dev.azoth.dialect.sqlite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.inspect.TableDescription.ForeignKeyDescription;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.inspect.TableDescription.IndexDetails;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnDatabase("sqlite")
class SqliteIntrospectionTest {
    private static void run(Database db, String... statements) {
        try (Connection connection = db.jdbc();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TableDescription table(Database db, String name) {
        return db.engine().inspect().table(name).orElseThrow();
    }

    @Test
    void constraintsOfColumnsAndTablesInAnySpelling(Database db) {
        run(db, "CREATE TABLE other (a INTEGER, b, c TEXT UNIQUE, PRIMARY KEY (a, b)) WITHOUT ROWID", """
                create  table /* CHECK (no) */ "Odd, (name" ( -- a comment, with ( in it
                  [id one] integer constraint pk primary key,
                  'two' text not null constraint "u ""q"" x" unique check (two <> '), CHECK (' and (1 = 1)),
                  c int constraint ignored default (1 + (2)) constraint fk references other (c) on delete set null,
                  d varchar(3) collate nocase generated always as (two || ',') stored,
                  constraint both unique (two, c) constraint later check(c>0),
                  foreign key (c, d) references other)
                """);

        TableDescription odd = table(db, "Odd, (name");
        assertThat(odd.columns())
                .extracting(ColumnDescription::name, ColumnDescription::identity)
                .extracting(tuple -> tuple.toList().toString())
                .containsExactly("[id one, true]", "[two, false]", "[c, false]", "[d, false]");
        assertThat(odd.primaryKey()).contains(new TableDescription.Key("pk", List.of("id one")));
        assertThat(odd.uniqueKeys())
                .containsExactly(
                        new TableDescription.Key("both", List.of("two", "c")),
                        new TableDescription.Key("u \"q\" x", List.of("two")));
        assertThat(odd.checks())
                .containsExactly(
                        new CheckDescription("", "two <> '), CHECK (' and (1 = 1)"),
                        new CheckDescription("later", "c>0"));
        assertThat(odd.foreignKeys())
                .containsExactly(
                        new ForeignKeyDescription(
                                "", List.of("c", "d"), null, "other", List.of("a", "b"), "NO ACTION", "NO ACTION"),
                        new ForeignKeyDescription(
                                "fk", List.of("c"), null, "other", List.of("c"), "SET NULL", "NO ACTION"));
        assertThat(table(db, "other").columns().get(0).identity()).isFalse();
    }

    @Test
    void typesOfOtherPrograms(Database db) {
        run(
                db,
                "CREATE TABLE typed (a, b POINT, c DECIMAL(5,2), d DATETIME, e FLOAT, f VARCHAR, g unsigned big int, h ANY, i json)");

        assertThat(table(db, "typed").columns())
                .<SqlType<?>>extracting(ColumnDescription::type)
                .containsExactly(
                        Types.NULL,
                        Types.NULL,
                        Types.NUMERIC(5, 2),
                        Types.TIMESTAMP,
                        Types.DOUBLE,
                        Types.TEXT,
                        Types.BIGINT,
                        Types.NULL,
                        Types.JSON);
        assertThat(table(db, "typed").columns().get(6).declaration()).isEqualTo("UNSIGNED BIG INT");
        assertThat(table(db, "typed").primaryKey()).isEmpty();
    }

    @Test
    void indexesViewsAndOtherFiles(Database db) {
        run(
                db,
                "CREATE TABLE indexed (a INTEGER PRIMARY KEY, b TEXT)",
                "CREATE INDEX by_expression ON indexed (lower(b || ','), a DESC)",
                "CREATE UNIQUE INDEX by_two ON indexed (b, a) WHERE a > 0",
                "CREATE VIEW seen AS SELECT a, a + 1 AS next FROM indexed",
                "CREATE VIRTUAL TABLE words USING fts5(word)");

        assertThat(table(db, "indexed").indexes())
                .containsExactly(
                        new IndexDescription(
                                "by_expression",
                                List.of("lower(b || ',')", "a"),
                                false,
                                "",
                                IndexDetails.of(null, List.of("", "DESC"))),
                        new IndexDescription(
                                "by_two", List.of("b", "a"), true, "", IndexDetails.of("a > 0", List.of())));
        assertThat(db.engine().inspect().views(null)).containsExactly("seen");
        assertThat(table(db, "seen").columns())
                .extracting(ColumnDescription::name)
                .containsExactly("a", "next");
        assertThat(db.engine().inspect().tables())
                .contains("indexed", "words")
                .noneMatch(name -> name.startsWith("words_"));
        assertThat(table(db, "words").columns())
                .extracting(ColumnDescription::name)
                .containsExactly("word");
        assertThat(db.engine().inspect().schemas()).containsExactly("main");
        assertThat(db.engine().inspect().defaultSchema()).isEqualTo("main");
        assertThat(db.engine().inspect().table("main", "indexed")).isPresent();
        assertThat(db.engine().inspect().table("nothing")).isEmpty();
    }

    @Test
    void tablesOfAnAttachedFile() {
        try (Engine engine = Engine.create("sqlite://");
                var connection = engine.connect()) {
            connection.execute(text("ATTACH ':memory:' AS `Else where`"));
            MetaData metadata = new MetaData();
            var id = Column.of("id", Types.BIGINT).primaryKey().identity();
            var up = Column.of("up", Types.BIGINT).references(() -> id).indexed();
            var part = Table.of(metadata, "Else where.part", id, up);
            connection.createAll(metadata);
            connection.execute(insert(part));
            assertThat(connection.execute(select(id).where(id.eq(1L))).all()).containsExactly(1L);
            assertThat(connection.inspect().tables("Else where")).containsExactly("part");
            assertThat(connection
                            .inspect()
                            .table("Else where", "part")
                            .orElseThrow()
                            .indexes())
                    .hasSize(1);
            connection.dropAll(metadata);
        }
    }
}
