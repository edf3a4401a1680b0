package dev.azoth.orm.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.InvalidRequestException;
import dev.azoth.MappingException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.GeneratedBy;
import dev.azoth.orm.annotation.Ulid;
import dev.azoth.orm.annotation.Uuid;
import dev.azoth.orm.annotation.ValueGenerator;
import dev.azoth.orm.annotation.ValueRequest;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.schema.MetaData;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys that the session makes when an object is added, by classes: UUIDs, ULIDs and what a program thinks of. */
@EveryDatabase
class GeneratedKeysTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.890Z");
    private static final MetaData TABLES = Entities.metadata(Made.class, Shipment.class, Parcel.class, Plain.class);

    private final Database database;
    private final SessionFactory sessions;

    GeneratedKeysTest(Database database) {
        this.database = database;
        this.sessions =
                SessionFactory.create(database.engine(), options -> options.clock(Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @PrepareDatabase
    static void createTables(Database database) {
        TABLES.createAll(database.engine());
    }

    @Embeddable
    record Keys(
            @Column(length = 36) @GeneratedValue(strategy = GenerationType.UUID)
            String seventh,

            @Uuid(version = 4) UUID fourth,
            @Ulid @Column(length = 26) String ulid,
            @Uuid @Column(name = "bits") UUID bits) {}

    @Entity
    static class Made {
        @EmbeddedId
        @Nullable
        Keys keys;
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    @GeneratedBy(Numbers.class)
    @interface Numbered {
        String prefix();
    }

    static final class Numbers implements ValueGenerator<Numbered> {
        private static final AtomicInteger LAST = new AtomicInteger();

        @Override
        public void check(Numbered annotation, Class<?> memberType) {
            if (memberType != String.class) {
                throw new IllegalArgumentException("numbers are texts");
            }
        }

        @Override
        public Object next(Numbered annotation, ValueRequest request) {
            return annotation.prefix() + ((Shipment) request.entity()).country + LAST.incrementAndGet();
        }
    }

    @Entity
    static class Shipment {
        @Id
        @Numbered(prefix = "S'-")
        @Nullable
        String number;

        String country = "NL";
    }

    static final class Mistaken implements ValueGenerator<GeneratedBy> {
        @Override
        public Object next(GeneratedBy annotation, ValueRequest request) {
            return "one";
        }
    }

    @Entity
    static class Parcel {
        @Id
        @GeneratedBy(Mistaken.class)
        long id;
    }

    /** What nothing is said of but that it is generated. */
    @Entity
    static class Plain {
        @Id
        @GeneratedValue
        @Nullable
        Integer id;

        String name = "";
    }

    @Entity
    static class Wrong {
        @Id
        @Numbered(prefix = "")
        @Nullable
        Long number;

        @Ulid
        @Nullable
        Integer ulid;

        @Uuid(version = 5)
        @Nullable
        UUID uuid;
    }

    @Entity
    static class Sequenced {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        long id;
    }

    @Test
    void keysAreMadeWhenTheObjectIsAddedAndComeBack() {
        Made made = new Made();
        try (Session session = sessions.open()) {
            session.add(made);
            assertThat(made.keys).isNotNull();
            session.commit();
        }
        Keys keys = made.keys;
        assertThat(UUID.fromString(keys.seventh).version()).isEqualTo(7);
        assertThat(UUID.fromString(keys.seventh).getMostSignificantBits() >>> 16)
                .isEqualTo(NOW.toEpochMilli());
        assertThat(keys.fourth.version()).isEqualTo(4);
        assertThat(keys.ulid).matches("01KJVKTDCJ[0-9A-HJKMNP-TV-Z]{16}");
        assertThat(keys.bits.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        sessions.begin(session -> assertThat(session.get(Made.class, keys.seventh, keys.fourth, keys.ulid, keys.bits))
                .isPresent());
    }

    @Test
    void ulidsOfLaterMillisecondsSortBehind() {
        String before = "";
        for (int i = 0; i < 5; i++) {
            Clock clock = Clock.fixed(NOW.plusMillis(i * 1_000_003L), ZoneOffset.UTC);
            Made made = new Made();
            try (Session session = SessionFactory.create(database.engine(), options -> options.clock(clock))
                    .open()) {
                session.add(made);
            }
            assertThat(made.keys.ulid).isGreaterThan(before);
            before = made.keys.ulid;
        }
    }

    @Test
    void aKeyIsWithdrawnByARollbackAndAnAssignedOneIsKept() {
        Made made = new Made();
        Shipment assigned = new Shipment();
        assigned.number = "mine";
        try (Session session = sessions.open()) {
            session.addAll(made, assigned);
            session.flush();
            session.rollback();
        }
        assertThat(made.keys).isNull();
        assertThat(assigned.number).isEqualTo("mine");
    }

    @Test
    void anAnnotationOfOnesOwnNamesTheClassThatMakesKeys() {
        List<Shipment> shipments = Stream.generate(Shipment::new).limit(3).toList();
        sessions.begin(session -> session.addAll(shipments));
        assertThat(shipments).allMatch(each -> each.number.startsWith("S'-NL"));
        assertThat(shipments.stream().map(each -> each.number)).doesNotHaveDuplicates();
        sessions.begin(session ->
                assertThat(session.get(Shipment.class, shipments.get(2).number)).isPresent());
    }

    @Test
    void aValueOfAnotherClassIsAnErrorThatNamesTheGenerator() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.add(new Parcel()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(Mistaken.class.getName()
                            + " made a java.lang.String for Parcel.id, which is of java.lang.Long");
        }
    }

    @Test
    void whatGeneratorsComplainOfIsToldAtOnce() {
        assertThatThrownBy(() -> EntityMapping.of(Wrong.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        Wrong.class.getName() + " cannot be mapped:"
                                + "\n  dev.azoth.orm.keys.GeneratedKeysTest.Wrong.number: numbers are texts"
                                + "\n  dev.azoth.orm.keys.GeneratedKeysTest.Wrong.ulid: @Ulid is for a String, not java.lang.Integer"
                                + "\n  dev.azoth.orm.keys.GeneratedKeysTest.Wrong.uuid: @Uuid(version = 5): 4 or 7 can be made");
    }

    @Test
    void automaticKeysAreNumberedByEveryDatabase() {
        List<Plain> plain = Stream.generate(Plain::new).limit(100).toList();
        try (Session session = sessions.open()) {
            session.addAll(plain);
            database.statements().expect(1, session::flush);
            session.commit();
        }
        assertThat(plain.stream().map(each -> each.id)).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void aDatabaseWithoutSequencesRefusesThemByNameWhenTheTablesAreMade() {
        MetaData metadata = Entities.metadata(Sequenced.class);
        if (List.of("mysql", "sqlite").contains(database.name())) {
            assertThatThrownBy(() -> metadata.createAll(database.engine()))
                    .isInstanceOf(CompileException.class)
                    .hasMessageEndingWith(" has no sequences, as sequenced_seq for the table sequenced");
        } else {
            metadata.createAll(database.engine());
            metadata.dropAll(database.engine());
        }
    }
}
