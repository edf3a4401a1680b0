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
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.compliance.RoundTrip;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Types that some databases have by a name of their own, and enums that are types of the database. */
@EveryDatabase
class NamedTypeTest {
    private enum Level {
        LOW,
        HIGH
    }

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
                trip.of(Types.named("OID"), "0", "4294967295");
                assertThat(read(db.engine(), Types.XML, "<a b=\"c'd\"/>")).isEqualTo("<a b=\"c'd\"/>");
                assertThat(read(db.engine(), Types.JSONPATH, "$.\"a\"[*]")).isEqualTo("$.\"a\"[*]");
            }
            case "mariadb" -> {
                trip.of(Types.INET6, "2001:db8::1", "::");
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
