package dev.azoth.suite;

import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.Dialects;
import dev.azoth.inspect.TableDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Comments are stored with tables and columns where the database keeps them, and read back. */
@EveryDatabase
class CommentTest {
    private static final List<String> TEXTS = List.of(
            "who buys",
            "it's 'quoted' and \"quoted\" and `quoted`",
            "C:\\new\\",
            "\\' OR \\\\",
            "'; DROP TABLE remark; --",
            "$$ $azoth$ /* */ -- ? :name %s {fn now()}",
            "two\nlines\r\n\tand a tab",
            "e\u0301, \u202eright to left, \uffff",
            " ",
            "NULL");

    private final MetaData metadata = new MetaData();

    @AfterEach
    void drop(Database db) {
        metadata.dropAll(db.engine());
    }

    private static Optional<String> kept(Database db, String text) {
        return db.name().equals("sqlite") ? Optional.empty() : Optional.of(text);
    }

    private static Table table(MetaData metadata, String comment) {
        Column<Long> id = Column.of("id", BIGINT).primaryKey().identity().comment(comment);
        Column<String> name = Column.of("name", VARCHAR(40))
                .notNull()
                .serverDefault("x")
                .indexed()
                .comment(comment);
        Column<Long> above = Column.of("select", BIGINT).references(() -> id).comment(comment);
        Table table = Table.of(metadata, "remark", id, name, above, Column.of("silent", BIGINT));
        table.comment(comment);
        return table;
    }

    /** The text is data: whatever is in it, it is found again as it was. */
    @Test
    void commentsAreFoundAsTheyWereSaid(Database db) {
        for (String text : TEXTS) {
            MetaData one = new MetaData();
            table(one, text);
            one.createAll(db.engine());
            TableDescription found = db.engine().inspect().table("remark").orElseThrow();
            Table reflected = Table.reflect(db.engine(), "remark");
            one.dropAll(db.engine());

            Optional<String> kept = kept(db, text);
            assertThat(found.comment()).isEqualTo(kept);
            assertThat(found.columns())
                    .extracting(TableDescription.ColumnDescription::comment)
                    .containsExactly(kept, kept, kept, Optional.empty());
            assertThat(reflected.comment()).isEqualTo(kept);
            assertThat(reflected.column("select").comment()).isEqualTo(kept);
            assertThat(reflected.column("silent").comment()).isEmpty();
        }
    }

    /** MySQL and MariaDB would store a question mark in place of each such character, and say nothing. */
    @Test
    void charactersBeyondTheBasicOnesAreKeptOrRefused(Database db) {
        Table.of(metadata, "remark", Column.of("id", BIGINT).primaryKey()).comment("a 😀");
        if (db.name().matches("mysql|mariadb")) {
            assertThatThrownBy(() -> metadata.createAll(db.engine()))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining(
                            "keeps no character beyond U+FFFF, such as 😀, in a comment, and would put a question mark there: \"a 😀\"");
        } else {
            metadata.createAll(db.engine());
            assertThat(Table.reflect(db.engine(), "remark").comment()).isEqualTo(kept(db, "a 😀"));
        }
    }

    @Test
    void aTableThatIsReferredToAndIndexedHasThemToo(Database db) {
        Table first = table(metadata, "first");
        Table second = Table.of(
                metadata,
                "remark_of",
                Column.of("id", BIGINT).primaryKey(),
                Column.of("of", BIGINT)
                        .references(() -> first.column("id", Long.class))
                        .unique()
                        .comment("second"));
        second.comment("of others");
        metadata.createAll(db.engine());

        assertThat(Table.reflect(db.engine(), "remark_of").comment()).isEqualTo(kept(db, "of others"));
        assertThat(Table.reflect(db.engine(), "remark").comment()).isEqualTo(kept(db, "first"));
    }

    @Test
    void eachDatabaseHasItsOwnWords() {
        MetaData said = new MetaData();
        Table.of(said, "t", Column.of("a", BIGINT).notNull().comment("it's")).comment("a\\b");

        assertThat(Dialects.createAll(said, "postgresql"))
                .containsExactly(
                        "CREATE TABLE t (\n  a BIGINT NOT NULL\n)",
                        "COMMENT ON TABLE t IS E'a\\\\b'",
                        "COMMENT ON COLUMN t.a IS 'it''s'");
        assertThat(Dialects.createAll(said, "h2").subList(1, 3))
                .containsExactly("COMMENT ON TABLE t IS 'a\\b'", "COMMENT ON COLUMN t.a IS 'it''s'");
        assertThat(Dialects.createAll(said, "duckdb").subList(1, 3))
                .containsExactly("COMMENT ON TABLE t IS 'a\\b'", "COMMENT ON COLUMN t.a IS 'it''s'");
        assertThat(Dialects.createAll(said, "mysql"))
                .containsExactly("CREATE TABLE t (\n  a BIGINT NOT NULL COMMENT 'it''s'\n) ENGINE=InnoDB DEFAULT"
                        + " CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin COMMENT='a\\\\b'");
        assertThat(Dialects.createAll(said, "sqlite")).containsExactly("CREATE TABLE t (\n  a BIGINT NOT NULL\n)");
    }

    @Test
    void whatNoDatabaseStoresIsRefusedWhereItIsSaid() {
        Column<Long> id = Column.of("id", BIGINT);
        Table table = Table.of(metadata, "remark", id);

        assertThatThrownBy(() -> id.comment("a\0b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the comment of remark.id has a NUL, which databases do not store");
        assertThatThrownBy(() -> table.comment("\ud83d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the comment of remark has half of a surrogate pair, which databases do not store");
        table.comment("");
        assertThat(table.comment()).isEmpty();
        assertThat(table.columns()).hasSize(1);
        assertThatThrownBy(() -> table.comment("late")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void viewsHaveNoneOfTheirOwn(Database db) {
        table(metadata, "first");
        metadata.createAll(db.engine());
        db.engine().begin(connection -> {
            connection.executeDriverSql("CREATE VIEW seen AS SELECT name FROM remark");
        });

        assertThat(db.engine().inspect().table("seen").orElseThrow().comment()).isEmpty();

        db.engine().begin(connection -> {
            connection.executeDriverSql("DROP VIEW seen");
        });
    }
}
