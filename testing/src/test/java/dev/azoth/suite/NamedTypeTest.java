package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DataException;
import dev.azoth.DatabaseException;
import dev.azoth.IntegrityException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.Ddl;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.compliance.RoundTrip;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Types that some databases have by a name of their own, and enums that are types of the database. */
@EveryDatabase
class NamedTypeTest {
    private enum Level {
        LOW,
        HIGH
    }

    private static final LocalDateTime AT = LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_000_000);

    @Test
    void aTypeOfTheDatabasesOwnIsSentAsText(Database db) {
        RoundTrip trip = new RoundTrip(db.engine());
        switch (db.name()) {
            case "postgresql" -> {
                trip.of(Types.INET, "10.1.2.3/8", "::1", "192.168.0.1");
                trip.of(Types.CIDR, "10.0.0.0/8", "2001:db8::/32");
                trip.of(Types.MACADDR, "08:00:2b:01:02:03");
                trip.of(Types.TSVECTOR, "'cat':1 'it''s':2", "");
                trip.of(Types.TSQUERY, "'cat' & !'dog'");
                trip.of(Types.named("BIT(3)"), "101", "000");
                trip.of(Types.named("BIT VARYING(8)"), "1", "11110000");
                db.engine()
                        .begin(c -> List.of("citext", "hstore")
                                .forEach(name -> c.execute(text("CREATE EXTENSION IF NOT EXISTS " + name))));
                trip.of(Types.CITEXT, "A'b", "");
                trip.of(Types.named("HSTORE"), "\"a\"=>\"1\", \"b\"=>NULL", "");
                trip.of(Types.named("OID"), "0", "4294967295");
                trip.of(Types.named("MACADDR8"), "08:00:2b:01:02:03:04:05");
                trip.of(Types.named("MONEY"), "-$92,233,720,368,547,758.08", "$0.00");
                trip.of(Types.named("REGCLASS"), "pg_class");
                trip.of(Types.named("REGCONFIG"), "english");
                assertThat(read(db.engine(), Types.XML, "<a b=\"c'd\"/>")).isEqualTo("<a b=\"c'd\"/>");
                assertThat(read(db.engine(), Types.JSONPATH, "$.\"a\"[*]")).isEqualTo("$.\"a\"[*]");
            }
            case "mariadb" -> {
                trip.of(Types.INET6, "2001:db8::1", "::");
                trip.of(Types.named("INET4"), "0.0.0.0", "192.168.0.1");
                refused(db, Types.INET);
            }
            default -> refused(db, Types.INET);
        }
    }

    private static String read(Engine engine, SqlType<String> type, String text) {
        return engine.transaction(
                connection -> connection.execute(select(value(text, type))).one());
    }

    private static void refused(Database db, SqlType<String> type) {
        assertThatThrownBy(() -> read(db.engine(), type, "::1"))
                .isInstanceOf(CompileException.class)
                .hasMessageEndingWith(" has no type INET");
    }

    @Test
    void aTypesNameIsNoPlaceForCode(Database db) {
        for (String hostile : List.of("INET; DROP TABLE x", "a b", "x'", "", "BIT(1", "a--", "\"a\"")) {
            assertThatThrownBy(() -> Types.named(hostile)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Types.nativeEnum(Level.class, hostile))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anEnumsTypeIsCreatedAndDroppedWithItsTables(Database db) {
        MetaData metadata = new MetaData();
        Column<Level> level = Column.of("level", Types.nativeEnum(Level.class, "alarm_level"));
        Column<Long> id = Column.of("id", Types.BIGINT).primaryKey().identity();
        Table one = Table.of(metadata, "alarm_one", id, level);
        Table.of(
                metadata,
                "alarm_two",
                Column.of("id", Types.BIGINT).primaryKey(),
                Column.of("level", Types.nativeEnum(Level.class, "alarm_level")));
        for (int i = 0; i < 2; i++) {
            metadata.createAll(db.engine());
            metadata.createAll(db.engine());
            db.engine().begin(connection -> {
                connection.execute(insert(one).values(level, Level.HIGH));
                assertThat(connection
                                .execute(select(level).where(level.eq(Level.HIGH)))
                                .one())
                        .isEqualTo(Level.HIGH);
            });
            metadata.dropAll(db.engine());
        }
    }

    /** Not in that of their letters; where the database has no enums they are texts. */
    @Test
    void anEnumOfTheDatabaseSortsAsItsConstants(Database db) {
        MetaData metadata = new MetaData();
        Column<Level> level = Column.of("level", Types.nativeEnum(Level.class, "sorted_level"));
        Table alarm = Table.of(metadata, "alarm_sorted", level);
        metadata.createAll(db.engine());
        db.engine().begin(connection -> {
            connection.execute(insert(alarm).columns(level).row(Level.HIGH).row(Level.LOW));
            assertThat(connection.execute(select(level).orderBy(level)).all())
                    .containsExactly(
                            db.name().equals("sqlite")
                                    ? new Level[] {Level.HIGH, Level.LOW}
                                    : new Level[] {Level.LOW, Level.HIGH});
        });
        metadata.dropAll(db.engine());
    }

    @Test
    void aTypeIsDeclaredInTheDatabasesWords(Database db) {
        RoundTrip trip = new RoundTrip(db.engine());
        switch (db.name()) {
            case "postgresql" -> {
                trip.sorted(Types.TIMESTAMP.declared("timestamp(3)"), LocalDateTime.MIN, AT);
                trip.of(Types.TEXT.declared("varchar(3)"), "abc", "");
                trip.of(Types.DOUBLE.declared("float(53)"), 1e300, Double.NaN);
            }
            case "mysql", "mariadb" -> {
                trip.sorted(Types.INTEGER.declared("MEDIUMINT"), 8_388_607, -8_388_608);
                trip.sorted(Types.INTEGER.declared("SMALLINT UNSIGNED"), 65_535, 0);
                trip.sorted(Types.TIMESTAMP.declared("DATETIME(3)"), AT, LocalDateTime.of(2024, 1, 1, 0, 0));
                trip.of(Types.TEXT.declared("TINYTEXT CHARACTER SET latin1 COLLATE latin1_bin"), "é", "");
                trip.of(Types.BLOB.declared("MEDIUMBLOB"), new byte[] {0, -1}, new byte[0]);
            }
            case "h2" -> trip.sorted(Types.TIMESTAMP.declared("TIMESTAMP(3)"), AT, LocalDateTime.of(1, 1, 1, 0, 0));
            case "duckdb" -> trip.sorted(Types.INTEGER.declared("USMALLINT"), 65_535, 0);
            default -> trip.sorted(Types.INTEGER.declared("INT2"), Integer.MAX_VALUE, Integer.MIN_VALUE);
        }
        assertThatThrownBy(() -> Types.TEXT.declared(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    /** A domain is made before the tables by a statement of one's own. */
    @Test
    void aDomainIsDeclared(Database db) {
        boolean domains = Set.of("postgresql", "h2").contains(db.name());
        SqlType<String> code = domains ? Types.TEXT.declared("short_code") : Types.TEXT;
        MetaData metadata = new MetaData();
        Table coded = Table.of(metadata, "coded", Column.of("code", code));
        metadata.ddl(
                Ddl.Moment.BEFORE_CREATE,
                Ddl.of("CREATE DOMAIN short_code AS varchar(9) CHECK (length(VALUE) > 1)")
                        .on("postgresql", "h2"));
        metadata.ddl(Ddl.Moment.AFTER_DROP, Ddl.of("DROP DOMAIN short_code").on("postgresql", "h2"));
        metadata.createAll(db.engine());
        Column<String> column = coded.column("code", String.class);
        db.engine().begin(connection -> {
            connection.execute(insert(coded).values(column, "ab"));
            assertThat(connection.execute(select(column).where(column.eq("ab"))).one())
                    .isEqualTo("ab");
        });
        if (domains) {
            assertThatThrownBy(() -> db.engine()
                            .begin(connection ->
                                    connection.execute(insert(coded).values(column, "a"))))
                    .isInstanceOf(IntegrityException.class);
        }
        metadata.dropAll(db.engine());
    }

    @Test
    void aChoiceIsCheckedHereAndThere(Database db) {
        MetaData metadata = new MetaData();
        Column<String> size = Column.of("size", Types.choice("S", "M"));
        Table shirt = Table.of(
                metadata, "shirt", Column.of("id", Types.BIGINT).primaryKey().identity(), size);
        metadata.createAll(db.engine());
        db.engine().begin(connection -> {
            connection.execute(insert(shirt).values(size, "M"));
            assertThatThrownBy(() -> connection.execute(insert(shirt).values(size, "X")))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("\"X\" is none of [S, M]");
        });
        assertThatThrownBy(() -> db.engine()
                        .begin(connection -> connection.execute(text("INSERT INTO shirt (size) VALUES ('X')"))))
                .isInstanceOf(DatabaseException.class);
    }
}
