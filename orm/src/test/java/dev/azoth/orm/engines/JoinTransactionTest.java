package dev.azoth.orm.engines;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.NestedTransaction;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.JoinTransactionMode;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.StatementBudget;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sessions in the transaction of a connection that somebody else began and ends. */
@EveryDatabase
class JoinTransactionTest {
    private static final EntityPath<Guest> GUEST = Entities.path(Guest.class);

    @Entity
    @Table(name = "joining_guest")
    static class Guest {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Column(unique = true, length = 30)
        String name = "";

        Guest() {}

        Guest(String name) {
            this.name = name;
        }
    }

    private final Engine engine;
    private final SessionFactory sessions;

    JoinTransactionTest(Database database) {
        engine = database.engine();
        sessions = SessionFactory.create(engine, Guest.class);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Entities.metadata(Guest.class));
    }

    private static long guests(Connection connection) {
        return connection.execute(select(count()).from(GUEST.table())).one();
    }

    private long kept() {
        return engine.transaction(JoinTransactionTest::guests);
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void whatSessionsCommitInATestIsUndoneByTheTest() {
        try (Connection outer = engine.connect()) {
            SessionFactory program = sessions.joining(outer);
            Guest ann = program.transaction(session -> {
                Guest guest = new Guest("ann");
                session.add(guest);
                return guest;
            });
            assertThatThrownBy(() -> program.begin(session -> {
                        session.add(new Guest("bob"));
                        session.flush();
                        session.add(new Guest("ann"));
                    }))
                    .isInstanceOf(IntegrityException.class);
            try (Session forgotten = program.open()) {
                forgotten.add(new Guest("carol"));
                forgotten.flush();
            }
            try (Session session = program.open()) {
                assertThat(session.getOne(Guest.class, ann.id).name).isEqualTo("ann");
                session.add(new Guest("dave"));
                session.commit();
                session.add(new Guest("eve"));
                session.rollback();
                session.add(new Guest("fred"));
                session.commit();
            }
            assertThat(guests(outer)).isEqualTo(3); // ann, dave and fred
            outer.rollback();
        }
        assertThat(kept()).isZero();
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void whatTheyCommitIsKeptIfTheTransactionIs() {
        try (Connection outer = engine.connect()) {
            assertThat(guests(outer)).isZero();
            sessions.joining(outer).begin(session -> session.add(new Guest("ann")));
            outer.commit();
            assertThat(kept()).isEqualTo(1);
            sessions.joining(outer)
                    .begin(session -> session.execute(select(GUEST)).all().forEach(session::delete));
            outer.commit();
        }
        assertThat(kept()).isZero();
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void savepointsOfASessionAreWithinItsOwn() {
        try (Connection outer = engine.connect();
                NestedTransaction around = outer.beginNested()) {
            try (Session session = sessions.joining(outer).open()) {
                Guest ann = new Guest("ann");
                session.add(ann);
                try (SessionSavepoint savepoint = session.beginNested()) {
                    session.add(new Guest("bob"));
                    session.flush();
                    savepoint.rollback();
                }
                session.commit();
                assertThat(guests(outer)).isEqualTo(1);
                session.delete(ann);
                session.flush();
                session.rollback();
                assertThat(session.contains(ann)).isTrue();
                assertThat(guests(outer)).isEqualTo(1);
            }
            around.rollback();
            assertThat(guests(outer)).isZero();
        }
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aSessionWhoseSavepointEndedWithOneAroundItSaysSo() {
        try (Connection outer = engine.connect()) {
            NestedTransaction around = outer.beginNested();
            try (Session session = sessions.joining(outer).open()) {
                session.add(new Guest("ann"));
                session.flush();
                around.rollback();
                assertThatThrownBy(session::commit).hasMessageContaining("has ended already");
                session.rollback();
            }
            assertThat(guests(outer)).isZero();
        }
    }

    @Test
    void rollbackOnlyLeavesTheCommitToOthers() {
        try (Connection outer = engine.connect()) {
            SessionFactory program = sessions.joining(outer, JoinTransactionMode.ROLLBACK_ONLY);
            try (Session session = program.open()) {
                session.add(new Guest("ann"));
                session.commit();
            }
            assertThat(guests(outer)).isEqualTo(1);
            try (Session session = program.open()) {
                Guest bob = new Guest("bob");
                session.add(bob);
                session.flush();
                session.rollback();
                assertThat(bob.id).isNull();
            }
            assertThat(outer.inTransaction()).isFalse();
        }
        assertThat(kept()).isZero();
    }

    @Test
    void inFullControlTheSessionEndsTheTransaction() {
        try (Connection outer = engine.connect()) {
            SessionFactory program = sessions.joining(outer, JoinTransactionMode.CONTROL_FULLY);
            assertThat(guests(outer)).isZero();
            program.begin(session -> session.add(new Guest("ann")));
            assertThat(outer.inTransaction()).isFalse();
            try (Session session = program.open()) {
                session.execute(select(GUEST)).all().forEach(session::delete);
                session.flush();
            }
            assertThat(guests(outer)).isEqualTo(1);
            program.begin(session -> session.execute(select(GUEST)).all().forEach(session::delete));
            assertThat(guests(outer)).isZero();
        }
    }

    @Test
    void theConnectionHasItsOptionsAgainAfterwards() {
        try (Connection outer = engine.connect()) {
            outer.options(options -> options.label("outer"));
            SessionFactory program = SessionFactory.create(
                            engine,
                            options -> options.execution(o -> o.label("inner"))
                                    .statementBudget(StatementBudget.failAbove(2)))
                    .joining(outer, JoinTransactionMode.ROLLBACK_ONLY);
            try (Session session = program.open()) {
                session.execute(select(count()).from(GUEST)).one();
                assertThat(session.connection().options().label()).contains("inner");
            }
            assertThat(outer.options().label()).contains("outer");
            for (int i = 0; i < 5; i++) {
                assertThat(guests(outer)).isZero(); // which no budget counts any more
            }
        }
    }

    @Test
    void aConnectionOfAnotherEngineIsRefused(Database database) {
        try (Engine other = Engine.create(database.url());
                Connection connection = other.connect()) {
            assertThatThrownBy(() -> sessions.joining(connection))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("create a factory for that engine");
        }
    }
}
