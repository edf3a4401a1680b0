package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DataException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.ArrayType;
import dev.azoth.type.CustomType;
import dev.azoth.type.MultirangeType;
import dev.azoth.type.NamedType;
import dev.azoth.type.NullType;
import dev.azoth.type.RangeType;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What goes in comes out, by every way. */
@EveryDatabase
class TypeTest {
    enum Mood {
        HAPPY,
        SAD
    }

    private final MetaData metadata = new MetaData();

    /** A type that is added to {@link Types}, or a kind to {@link SqlType}, must be added to {@link EveryType}. */
    @Test
    void everyTypeComesBack(Database db) throws IllegalAccessException {
        EveryType types = new EveryType(db.engine());
        types.numbers();
        types.texts();
        types.times();
        types.further();

        for (Field constant : Types.class.getFields()) {
            SqlType<?> type = (SqlType<?>) constant.get(null);
            // those of one database are NamedTypeTest's; what is not known is read only
            if (!(type instanceof NamedType) && !(type instanceof NullType)) {
                assertThat(types.sent()).as(constant.getName()).contains(type);
            }
        }
        Set<Class<?>> kinds = new HashSet<>(List.of(SqlType.class.getPermittedSubclasses()));
        types.sent().forEach(type -> kinds.remove(type.getClass()));
        assertThat(kinds)
                .as("kinds of types of which no value was sent")
                .isSubsetOf(
                        NamedType.class,
                        NullType.class,
                        RangeType.class,
                        MultirangeType.class,
                        ArrayType.class,
                        CustomType.class);
    }

    @Test
    void whatIsLargeComesBack(Database db) {
        new EveryType(db.engine()).large();
    }

    @Test
    void datesAndTimesComeBackInEveryTimeZone(Database db) {
        Zones.each(() -> {
            try (Engine engine = Engine.create(db.url())) {
                new EveryType(engine).times();
            }
        });
    }

    @Test
    void anOffsetIsTheSamePointInTimeInUtc(Database db) {
        Column<OffsetDateTime> v = Column.of("v", Types.TIMESTAMPTZ_OFFSET);
        Table table =
                Table.of(metadata, "offset_time", Column.of("id", Types.INTEGER).primaryKey(), v);
        metadata.createAll(db.engine());
        OffsetDateTime bombay = OffsetDateTime.parse("2024-06-01T12:00:00+05:30");
        db.engine().begin(connection -> {
            connection.execute(
                    insert(table).values(table.column("id", Integer.class), 1).values(v, bombay));
            assertThat(connection.execute(select(v).where(v.eq(bombay))).one())
                    .isEqualTo(OffsetDateTime.parse("2024-06-01T06:30:00Z"));
        });
        metadata.dropAll(db.engine());
    }

    @Test
    void anUnknownConstantIsAnErrorThatNamesItsPlace(Database db) {
        Table stored = Table.of(metadata, "mood", Column.of("mood", Types.VARCHAR(10)));
        metadata.createAll(db.engine());
        Column<Mood> mood = Column.of("mood", Types.enumeration(Mood.class));
        Table.of(new MetaData(), "mood", mood);
        db.engine().begin(connection -> {
            connection.execute(text("INSERT INTO mood (mood) VALUES ('ANGRY')"));
            assertThatThrownBy(() -> connection.execute(select(mood)).all())
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(
                            "mood.mood: \"ANGRY\" is no value of dev.azoth.testing.compliance.TypeTest$Mood,"
                                    + " whose labels are [HAPPY, SAD]");
        });
        assertThat(stored.columns()).hasSize(1);
        metadata.dropAll(db.engine());
    }

    @Test
    void finerPartsThanMicrosecondsAreCut(Database db) {
        Column<Instant> v = Column.of("v", Types.TIMESTAMPTZ);
        Table table =
                Table.of(metadata, "fine_time", Column.of("id", Types.INTEGER).primaryKey(), v);
        metadata.createAll(db.engine());
        Instant fine = Instant.parse("2024-06-01T12:00:00.123456789Z");
        db.engine().begin(connection -> {
            connection.execute(
                    insert(table).values(table.column("id", Integer.class), 1).values(v, fine));
            assertThat(connection.execute(select(v)).one()).isEqualTo(Instant.parse("2024-06-01T12:00:00.123456Z"));
            assertThat(connection.execute(select(v).where(v.eq(fine))).all()).hasSize(1);
        });
        metadata.dropAll(db.engine());
    }
}
