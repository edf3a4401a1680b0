package dev.azoth.dialect.mysql;

import static dev.azoth.sql.Sql.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.inspect.TableDescription.ForeignKeyDescription;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnDatabase({"mysql", "mariadb"})
class MysqlIntrospectionTest {
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
    void declarations(Database db) {
        SqlLanguage language = db.engine().dialect().language(db.engine().server());
        MetaData metadata = new MetaData();
        Column<Long> id = Column.of("id", Types.BIGINT).primaryKey().identity();
        Table.of(
                metadata,
                "thing",
                id,
                Column.of("up", Types.BIGINT).references(() -> id),
                Column.of("rank", Types.NUMERIC).serverDefault(new BigDecimal("-1.5")),
                Column.of("note", Types.TEXT).serverDefault("a\\b'"),
                Column.of("on", Types.BOOLEAN).notNull().serverDefault(false),
                Column.of("at", Types.TIMESTAMPTZ).serverDefault(now()));

        assertThat(language.ddl().createAll(metadata, table -> false, language))
                .containsExactly("""
                        CREATE TABLE thing (
                          id BIGINT AUTO_INCREMENT NOT NULL,
                          up BIGINT,
                          `rank` DECIMAL(65,30) DEFAULT -1.5,
                          note LONGTEXT DEFAULT (concat(NOTE)),
                          `on` TINYINT(1) DEFAULT FALSE NOT NULL,
                          at DATETIME(6) DEFAULT (utc_timestamp(6)),
                          PRIMARY KEY (id),
                          CONSTRAINT fk_thing_up FOREIGN KEY (up) REFERENCES thing (id)
                        ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE""".replace(
                                        "NOTE",
                                        db.name().equals("mysql")
                                                ? "'', _utf8mb4 X'615c6227'"
                                                : "'a', char(92 USING utf8mb4), 'b'''")
                        + (db.name().equals("mysql") ? " utf8mb4_0900_bin" : " utf8mb4_nopad_bin"));
    }

    @Test
    void aTextWithoutALengthIsNoKey(Database db) {
        for (Column<String> key : List.of(
                Column.of("a", Types.TEXT).primaryKey(),
                Column.of("a", Types.TEXT).indexed())) {
            MetaData metadata = new MetaData();
            Table.of(metadata, "bad", key);
            assertThatThrownBy(() -> metadata.createAll(db.engine()))
                    .isInstanceOf(CompileException.class)
                    .hasMessageMatching(
                            "(MySQL|MariaDB) \\S+ cannot have bad\\.a, a LONGTEXT, in the (primary key|index ix_bad_a): declare it"
                                    + " with a length, as VARCHAR\\(n\\)");
        }
    }

    @Test
    void typesOfOtherPrograms(Database db) {
        run(
                db,
                "CREATE TABLE typed (a TINYINT, b MEDIUMINT UNSIGNED, c INT UNSIGNED, d DECIMAL(5,2), e FLOAT, f ENUM('x','Y)'),"
                        + " g GEOMETRY, h YEAR, i BIT(3), j TINYTEXT, k BINARY(3), l TIMESTAMP NULL, m INT(7) ZEROFILL)");

        assertThat(table(db, "typed").columns())
                .<SqlType<?>>extracting(ColumnDescription::type)
                .containsExactly(
                        Types.SMALLINT,
                        Types.INTEGER,
                        Types.BIGINT,
                        Types.NUMERIC(5, 2),
                        Types.REAL,
                        Types.TEXT,
                        Types.NULL,
                        Types.INTEGER,
                        Types.BIT(3),
                        Types.TEXT,
                        Types.VARBINARY(3),
                        Types.TIMESTAMP,
                        Types.BIGINT);
        assertThat(table(db, "typed").columns().get(5).declaration()).isEqualTo("ENUM('x','Y)')");
    }

    @Test
    void indexesViewsAndOtherDatabases(Database db) {
        run(
                db,
                "CREATE TABLE indexed (a INT PRIMARY KEY, b VARCHAR(20), c TEXT, d INT DEFAULT 5, UNIQUE uq_b (b), FULLTEXT ft (c))",
                "CREATE INDEX by_two ON indexed (b, a)",
                "CREATE UNIQUE INDEX ix_unique ON indexed (d)",
                "CREATE VIEW seen AS SELECT a, a + 1 AS next FROM indexed");
        if (db.name().equals("mysql")) {
            run(db, "CREATE UNIQUE INDEX by_expression ON indexed ((lower(b)))");
        }

        assertThat(table(db, "indexed").indexes())
                .contains(
                        new IndexDescription("by_two", List.of("b", "a"), false, "btree"),
                        new IndexDescription("ft", List.of("c"), false, "fulltext"),
                        new IndexDescription("ix_unique", List.of("d"), true, "btree"))
                .hasSize(db.name().equals("mysql") ? 4 : 3);
        assertThat(table(db, "indexed").uniqueKeys()).containsExactly(new TableDescription.Key("uq_b", List.of("b")));
        assertThat(table(db, "indexed").columns().get(3).defaultValue()).isEqualTo("5");
        assertThat(db.engine().inspect().views(null)).containsExactly("seen");
        assertThat(table(db, "seen").columns())
                .extracting(ColumnDescription::name)
                .containsExactly("a", "next");
        String own = db.engine().inspect().defaultSchema();
        assertThat(db.engine().inspect().schemas()).contains(own).doesNotContain("mysql", "sys");
        assertThat(db.engine().inspect().table(own, "indexed")).isPresent();
        assertThat(db.engine().inspect().tables(own)).contains("indexed");
        assertThat(db.engine().inspect().table("missing")).isEmpty();
        assertThat(db.engine().inspect().table("mysql", "user")).isPresent();
    }

    @Test
    void keysOfSeveralColumns(Database db) {
        run(
                db,
                "CREATE TABLE two (a INT, b INT, PRIMARY KEY (b, a))",
                "CREATE TABLE pointing (x INT, y INT, CONSTRAINT fk_xy FOREIGN KEY (x, y) REFERENCES two (b, a) ON DELETE SET NULL ON UPDATE CASCADE)");

        assertThat(table(db, "two").primaryKey()).contains(new TableDescription.Key("", List.of("b", "a")));
        assertThat(table(db, "pointing").foreignKeys())
                .containsExactly(new ForeignKeyDescription(
                        "fk_xy", List.of("x", "y"), null, "two", List.of("b", "a"), "SET NULL", "CASCADE"));
        assertThat(table(db, "pointing").indexes()).isEmpty();
    }
}
