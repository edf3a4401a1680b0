package dev.azoth.orm.keys;

import static dev.azoth.sql.Sql.nullValue;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.SynchronizeSession;
import dev.azoth.schema.MetaData;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Embedded records whose parts are all primitive: they get them at once, or not at all. */
@EveryDatabase
class EmbeddedKeysTest {
    private static final MetaData TABLES = Entities.metadata(Seat.class, Booking.class);
    private static final EntityPath<Booking> booking = Entities.path(Booking.class);

    private final SessionFactory sessions;

    EmbeddedKeysTest(Database database) {
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        TABLES.createAll(database.engine());
    }

    @AfterEach
    void empty() {
        sessions.begin(session -> {
            session.execute(select(booking)).all().forEach(session::delete);
            session.flush();
            session.execute(select(Entities.path(Seat.class))).all().forEach(session::delete);
            session.execute(select(Entities.path(Guest.class))).all().forEach(session::delete);
        });
    }

    @Embeddable
    record Place(int line, int chair) {}

    @Entity
    static class Seat {
        @EmbeddedId
        @Nullable
        Place place;

        Seat() {}

        Seat(int line, int chair) {
            this.place = new Place(line, chair);
        }
    }

    @Entity
    static class Guest {
        @Id
        @GeneratedValue
        long id;
    }

    @Embeddable
    record BookingKey(Place place, long guest) {}

    @Embeddable
    record Price(int amount, int tax) {}

    /** Its key is that of a seat, of two columns, and the number of a guest, which is given in the same flush. */
    @Entity
    static class Booking {
        @EmbeddedId
        @Nullable
        BookingKey key;

        @MapsId("place")
        @ManyToOne
        @Nullable
        Seat seat;

        @MapsId("guest")
        @ManyToOne
        @Nullable
        Guest guest;

        @Embedded
        @Nullable
        Price price;
    }

    private static Booking booked(Session session, Seat seat) {
        Booking booked = new Booking();
        booked.seat = seat;
        booked.guest = new Guest();
        session.addAll(seat, booked.guest, booked);
        return booked;
    }

    @Test
    void aKeyOfPrimitivePartsIsThatOfOthers() {
        sessions.begin(session -> {
            Booking booked = booked(session, new Seat(3, 7));
            session.flush();
            assertThat(booked.key).isEqualTo(new BookingKey(new Place(3, 7), booked.guest.id));
        });
        try (Session session = sessions.open()) {
            Booking found = session.execute(select(booking)).one();
            assertThat(session.get(Booking.class, found.key)).containsSame(found);
        }
    }

    @Test
    void aRollbackTakesTheKeyAwayAgain() {
        try (Session session = sessions.open()) {
            Booking booked = booked(session, new Seat(1, 1));
            session.flush();
            session.rollback();
            assertThat(booked.key).isNull();
            session.addAll(booked.seat, booked.guest, booked);
            session.commit();
            assertThat(booked.key).isEqualTo(new BookingKey(new Place(1, 1), booked.guest.id));
        }
    }

    @Test
    void embeddedRecordsComeAndGoByRollbackAndRefresh() {
        try (Session session = sessions.open()) {
            Booking booked = booked(session, new Seat(2, 2));
            session.commit();
            booked.price = new Price(10, 2);
            session.rollback();
            assertThat(booked.price).isNull();
            booked.price = new Price(10, 2);
            session.commit();
            booked.price = null;
            session.rollback();
            assertThat(booked.price).isEqualTo(new Price(10, 2));
            session.connection()
                    .execute(update(booking.table())
                            .set(booking.column("price.amount", Integer.class), nullValue(INTEGER))
                            .set(booking.column("price.tax", Integer.class), nullValue(INTEGER)));
            session.refresh(booked);
            assertThat(booked.price).isNull();
            session.rollback();
            session.refresh(booked);
            assertThat(booked.price).isEqualTo(new Price(10, 2));
        }
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aSavepointBringsThemBack() {
        try (Session session = sessions.open()) {
            Booking booked = booked(session, new Seat(2, 2));
            booked.price = new Price(1, 0);
            session.flush();
            try (SessionSavepoint savepoint = session.beginNested()) {
                booked.price = null;
                session.flush();
                savepoint.rollback();
            }
            assertThat(booked.price).isEqualTo(new Price(1, 0));
        }
    }

    @Test
    void statementsGiveAllPartsAtOnce() {
        try (Session session = sessions.open()) {
            Booking booked = booked(session, new Seat(4, 4));
            session.flush();
            for (SynchronizeSession how :
                    new SynchronizeSession[] {SynchronizeSession.EVALUATE, SynchronizeSession.FETCH}) {
                session.execute(
                        update(booking)
                                .set(booking.column("price.amount", Integer.class), 5)
                                .set(booking.column("price.tax", Integer.class), 1),
                        how);
                assertThat(booked.price).isEqualTo(new Price(5, 1));
                booked.price = null;
                session.flush();
            }
        }
    }
}
