package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.Array;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A member of every class goes into the database and comes back as it was, at the edges too; and is not taken for changed then. */
@EveryDatabase
class MemberTypesTest {
    private final Database database;
    private final SessionFactory sessions;

    MemberTypesTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        Entities.metadata(Sample.class).createAll(database.engine());
    }

    enum Colour {
        RED,
        GREEN
    }

    /** Stores a constant by a number of its own. */
    static final class ByNumber implements AttributeConverter<Colour, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Colour value) {
            return value == Colour.RED ? 10 : 20;
        }

        @Override
        public Colour convertToEntityAttribute(Integer stored) {
            return switch (stored) {
                case 10 -> Colour.RED;
                case 20 -> Colour.GREEN;
                default -> throw new IllegalArgumentException("no colour is " + stored);
            };
        }
    }

    @Entity
    static class Sample {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        byte tiny;
        short small;
        int whole;
        long big;
        float real;
        double precise;
        boolean flag;

        @Nullable
        String text;

        @Lob
        Lazy<String> longText = Lazy.empty();

        byte @Nullable [] bytes;

        @Lob
        Lazy<byte[]> largeBytes = Lazy.empty();

        @Column(precision = 20, scale = 4)
        @Nullable
        BigDecimal exact;

        @Nullable
        BigInteger huge;

        @Nullable
        UUID uuid;

        @Nullable
        LocalDate day;

        @Column(name = "time_of_day")
        @Nullable
        LocalTime time;

        @Nullable
        LocalDateTime local;

        @Nullable
        Instant point;

        @Nullable
        OffsetDateTime offsetPoint;

        @Nullable
        OffsetTime offsetTime;

        @Nullable
        Duration length;

        @Column(name = "months")
        @Nullable
        Period period;

        @Column(name = "of_year")
        @Nullable
        Year year;

        @Nullable
        Json document;

        @Nullable
        Colour colour;

        @Convert(converter = ByNumber.class)
        @Nullable
        Colour number;
    }

    @Entity
    static class Listed {
        @Id
        int id;

        @Array
        @Nullable
        List<String> texts;

        @Array
        @Nullable
        List<Integer> numbers;
    }

    private static Sample sample() {
        Sample sample = new Sample();
        sample.tiny = Byte.MIN_VALUE;
        sample.small = Short.MAX_VALUE;
        sample.whole = Integer.MIN_VALUE;
        sample.big = Long.MAX_VALUE;
        sample.real = Float.MIN_NORMAL;
        sample.precise = Double.MAX_VALUE;
        sample.flag = true;
        sample.text = "'; -- \\ % ? :x \uD83E\uDD84\u2028 \" ";
        sample.longText = Lazy.of("\uD83D\uDC1F".repeat(40_000));
        sample.bytes = new byte[] {0, -1, 39, 92};
        sample.largeBytes = Lazy.of(new byte[100_000]);
        sample.exact = new BigDecimal("-12345678901.7891");
        sample.huge = BigInteger.TEN.pow(15).subtract(BigInteger.ONE).negate();
        sample.uuid = UUID.fromString("00000000-0000-4000-8000-0000000000ff");
        sample.day = LocalDate.of(1900, 2, 28);
        sample.time = LocalTime.of(23, 59, 59, 999_999_000);
        sample.local = LocalDateTime.parse("2026-03-29T02:30:00.000001"); // not there in Amsterdam
        sample.point = Instant.parse("2026-10-25T00:59:59.999999Z"); // an hour that comes twice there
        sample.offsetPoint = OffsetDateTime.parse("2026-10-25T02:00:00+01:00");
        sample.offsetTime = OffsetTime.parse("12:34:56.789+05:30");
        sample.length = Duration.ofDays(-3).plusNanos(1_000);
        sample.period = Period.of(1, -2, 3);
        sample.year = Year.of(2026);
        sample.document = Json.of(Map.of("a", List.of(1, "\"x\"")));
        sample.colour = Colour.GREEN;
        sample.number = Colour.RED;
        return sample;
    }

    @Test
    void everyClassComesBack() {
        Sample sample = sample();
        sessions.begin(session -> session.add(sample));
        try (Session session = sessions.open()) {
            Sample own = session.get(Sample.class, sample.id).orElseThrow();
            assertThat(own.longText.isLoaded()).isFalse();
            assertThat(own.largeBytes.isLoaded()).isFalse();
            assertThat(own)
                    .usingRecursiveComparison()
                    .ignoringFields("longText", "largeBytes", "document", "offsetPoint", "exact")
                    .isEqualTo(sample);
            assertThat(own.exact).isEqualByComparingTo(sample.exact);
            assertThat(own.offsetPoint.toInstant()).isEqualTo(sample.offsetPoint.toInstant());
            assertThat(own.document).isEqualTo(sample.document);
            assertThat(own.longText.get()).isEqualTo(sample.longText.get());
            assertThat(own.largeBytes.get()).hasSize(100_000);
            assertThat(database.statements().during(session::flush)).isEmpty();
        }
    }

    @Test
    void nullsComeBack() {
        Sample sample = new Sample();
        sessions.begin(session -> session.add(sample));
        try (Session session = sessions.open()) {
            Sample own = session.get(Sample.class, sample.id).orElseThrow();
            assertThat(own)
                    .usingRecursiveComparison()
                    .ignoringFields("longText", "largeBytes")
                    .isEqualTo(sample);
            assertThat(own.longText.get()).isNull();
            assertThat(database.statements().during(session::flush)).isEmpty();
        }
    }

    @Test
    void whatIsNoNumberComesBackOrIsRefused() {
        Sample sample = new Sample();
        sample.precise = Double.NaN;
        sample.real = Float.NEGATIVE_INFINITY;
        if (Set.of("mysql", "mariadb", "sqlite").contains(database.name())) {
            try (Session session = sessions.open()) {
                session.add(sample);
                assertThatThrownBy(session::flush).isInstanceOf(DataException.class);
            }
            return;
        }
        sessions.begin(session -> session.add(sample));
        try (Session session = sessions.open()) {
            Sample own = session.get(Sample.class, sample.id).orElseThrow();
            assertThat(own.precise).isNaN();
            assertThat(own.real).isEqualTo(Float.NEGATIVE_INFINITY);
            assertThat(database.statements().during(session::flush)).isEmpty();
        }
    }

    /** Complaint: a JSON attribute is written on every read, or never, since its text is compared. It is compared as a tree. */
    @Test
    void aDocumentIsWrittenWhenItChanged() {
        Sample sample = sample();
        sessions.begin(session -> session.add(sample));
        try (Session session = sessions.open()) {
            Sample own = session.get(Sample.class, sample.id).orElseThrow();
            own.document = Json.parse("{ \"a\" : [1, \"\\u0022x\\u0022\"] }");
            assertThat(database.statements().during(session::flush)).isEmpty();
            own.document = Json.parse("{\"a\": [1]}");
            database.statements().expect(1, session::commit);
        }
        sessions.begin(
                session -> assertThat(session.get(Sample.class, sample.id).orElseThrow().document)
                        .isEqualTo(Json.parse("{\"a\": [1]}")));
    }

    /** Complaint: an enum is a number in its column, or becomes another type with a new version of the library. It is its name. */
    @Test
    void anEnumIsStoredByItsName() {
        Sample sample = sample();
        sessions.begin(session -> {
            session.add(sample);
            session.flush();
            assertThat(session.execute(Sql.text("SELECT colour, number FROM sample WHERE id = :id")
                                    .bind("id", sample.id)
                                    .columns(Sql.column("colour", Types.TEXT), Sql.column("number", Types.INTEGER)))
                            .one()
                            .values())
                    .containsExactly("GREEN", 10);
        });
    }

    /** Complaint: a constant that the program does not know is read as null, without a word. */
    @Test
    void aValueThatNoConstantHasIsAnErrorThatNamesIt() {
        Sample sample = sample();
        sessions.begin(session -> session.add(sample));
        sessions.begin(session -> session.execute(
                Sql.text("UPDATE sample SET number = 30 WHERE id = :id").bind("id", sample.id)));
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.get(Sample.class, sample.id))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("no colour is 30")
                    .hasMessageContaining("number");
        }
    }

    @Test
    @Requires(Capability.ARRAYS)
    void listsAreArrays() {
        Entities.metadata(Listed.class).createAll(database.engine());
        Listed listed = new Listed();
        listed.id = 1;
        listed.texts = new ArrayList<>(List.of("", "{,\"'}", "\uD83D\uDC1F"));
        listed.numbers = List.of();
        sessions.begin(session -> session.add(listed));
        try (Session session = sessions.open()) {
            Listed own = session.get(Listed.class, 1).orElseThrow();
            assertThat(own.texts).isEqualTo(listed.texts);
            assertThat(own.numbers).isEmpty();
            assertThat(database.statements().during(session::flush)).isEmpty();
            own.texts = List.of("changed");
            own.numbers = null;
            database.statements().expect(1, session::commit);
        }
    }
}
