package dev.azoth.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.inspect.TableDescription.ForeignKeyDescription;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.inspect.TableDescription.IndexDetails;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.Types;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnDatabase("postgresql")
class PostgresqlIntrospectionTest {
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
    void typesThatAzothHasNoneForAreFoundByName(Database db) {
        run(
                db,
                "CREATE DOMAIN positive AS integer NOT NULL CHECK (VALUE > 0)",
                "CREATE TYPE mood AS ENUM ('sad', 'ok')",
                "CREATE TABLE odd (a point, b mood, c positive, d numeric(5, -2), e timestamp(3), f varchar, g time(0) with time zone,"
                        + " h interval day to second, i integer[][], j mood[], k bit(3), l json, m \"char\", n name, o bpchar)");

        List<ColumnDescription> columns = table(db, "odd").columns();
        assertThat(columns)
                .extracting(ColumnDescription::declaration)
                .containsExactly(
                        "POINT",
                        "MOOD",
                        "POSITIVE",
                        "NUMERIC(5,-2)",
                        "TIMESTAMP(3) WITHOUT TIME ZONE",
                        "CHARACTER VARYING",
                        "TIME(0) WITH TIME ZONE",
                        "INTERVAL DAY TO SECOND",
                        "INTEGER[]",
                        "MOOD[]",
                        "BIT(3)",
                        "JSON",
                        "\"CHAR\"",
                        "NAME",
                        "BPCHAR");
        assertThat(columns)
                .<SqlType<?>>extracting(ColumnDescription::type)
                .containsExactly(
                        Types.NULL,
                        Types.NULL,
                        Types.INTEGER,
                        Types.NUMERIC,
                        Types.TIMESTAMP,
                        new StringType(StringType.Form.VARCHAR, 0),
                        Types.TIMETZ,
                        Types.NULL,
                        Types.array(Types.INTEGER),
                        Types.NULL,
                        Types.BIT(3),
                        Types.JSON,
                        Types.NULL,
                        Types.NULL,
                        Types.NULL);
        assertThat(columns.get(2).nullable()).isFalse();
    }

    @Test
    void numberedAndGeneratedColumns(Database db) {
        run(
                db,
                "CREATE TABLE counted (a serial PRIMARY KEY, b integer GENERATED ALWAYS AS IDENTITY, "
                        + "c integer GENERATED ALWAYS AS (a * 2) STORED, d integer DEFAULT 5, e integer)",
                "CREATE SEQUENCE other",
                "ALTER TABLE counted ALTER e SET DEFAULT nextval('other')");

        List<ColumnDescription> columns = table(db, "counted").columns();
        assertThat(columns).extracting(ColumnDescription::identity).containsExactly(true, true, false, false, false);
        assertThat(columns)
                .extracting(ColumnDescription::defaultValue)
                .containsExactly(null, null, null, "5", "nextval('other'::regclass)");
    }

    @Test
    void indexesOfEveryKind(Database db) {
        run(
                db,
                "CREATE TABLE indexed (a integer PRIMARY KEY, b text, c jsonb, d integer UNIQUE, EXCLUDE USING btree (b WITH =))",
                "CREATE INDEX by_expression ON indexed (lower(b), a DESC)",
                "CREATE UNIQUE INDEX by_two ON indexed (b, a) INCLUDE (d) WHERE a > 0",
                "CREATE INDEX by_json ON indexed USING gin (c)");

        assertThat(table(db, "indexed").indexes())
                .containsExactly(
                        new IndexDescription(
                                "by_expression",
                                List.of("lower(b)", "a"),
                                false,
                                "btree",
                                IndexDetails.of(null, List.of("", "DESC"))),
                        new IndexDescription("by_json", List.of("c"), false, "gin"),
                        new IndexDescription(
                                "by_two",
                                List.of("b", "a"),
                                true,
                                "btree",
                                new IndexDetails(
                                        List.of(), Map.of(), Optional.of("a > 0"), List.of("d"), List.of(), true)));
        assertThat(table(db, "indexed").uniqueKeys())
                .containsExactly(new TableDescription.Key("indexed_d_key", List.of("d")));
    }

    @Test
    void anExtensionsTypesAndIndexes(Database db) {
        run(
                db,
                "CREATE SCHEMA extensions",
                "CREATE EXTENSION vector SCHEMA extensions",
                "CREATE TABLE embedded (id integer, v extensions.vector(3))",
                "CREATE INDEX near ON embedded USING hnsw (v extensions.vector_l2_ops) WITH (m = 8) WHERE id > 3");
        db.engine().refreshServer();

        assertThat(db.engine().server().extensionSchema("vector")).contains("extensions");
        assertThat(table(db, "embedded").columns().get(1))
                .isEqualTo(new ColumnDescription("v", Types.NULL, "EXTENSIONS.VECTOR(3)", true, false, null));
        assertThat(table(db, "embedded").indexes())
                .containsExactly(new IndexDescription(
                        "near",
                        List.of("v"),
                        false,
                        "hnsw",
                        new IndexDetails(List.of("vector_l2_ops"), Map.of("m", "8"), Optional.of("id > 3"), true)));
        run(db, "DROP SCHEMA extensions CASCADE");
    }

    @Test
    void otherSchemasAndPartitions(Database db) {
        run(
                db,
                "CREATE SCHEMA \"Else where\"",
                "CREATE TABLE \"Else where\".part (id integer PRIMARY KEY) PARTITION BY RANGE (id)",
                "CREATE TABLE \"Else where\".part_1 PARTITION OF \"Else where\".part FOR VALUES FROM (1) TO (10)",
                "CREATE TABLE pointing (id integer REFERENCES \"Else where\".part ON DELETE RESTRICT, CONSTRAINT positive CHECK (id > 0))",
                "CREATE VIEW seen AS SELECT id, id + 1 AS next FROM pointing",
                "CREATE MATERIALIZED VIEW kept AS SELECT 1 AS one",
                "CREATE TEMPORARY TABLE passing (id integer)");

        assertThat(db.engine().inspect().schemas()).containsExactly("Else where", "public");
        assertThat(db.engine().inspect().defaultSchema()).isEqualTo("public");
        assertThat(db.engine().inspect().tables("Else where")).containsExactly("part", "part_1");
        assertThat(db.engine().inspect().views(null)).containsExactly("kept", "seen");
        assertThat(table(db, "seen").columns())
                .extracting(ColumnDescription::name)
                .containsExactly("id", "next");
        assertThat(table(db, "pointing").foreignKeys())
                .containsExactly(new ForeignKeyDescription(
                        "pointing_id_fkey",
                        List.of("id"),
                        "Else where",
                        "part",
                        List.of("id"),
                        "RESTRICT",
                        "NO ACTION"));
        assertThat(table(db, "pointing").checks()).containsExactly(new CheckDescription("positive", "(id > 0)"));
        assertThat(db.engine().inspect().table("Else where", "part")).isPresent();
        assertThat(db.engine().inspect().table("part")).isEmpty();
        assertThat(db.engine().inspect().table("nowhere", "part")).isEmpty();
        assertThat(db.engine().server().extensionSchema("plpgsql")).contains("pg_catalog");
    }
}
