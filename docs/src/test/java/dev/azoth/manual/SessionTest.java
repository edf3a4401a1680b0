package dev.azoth.manual;

import static dev.azoth.manual.User_.user;
import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.orm.AttributeChange;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class SessionTest extends MemberTest {
    @Test
    void aFactoryOpensSessions(Database database) {
        Engine engine = database.engine();
        // tag::session-factory
        SessionFactory sessions = SessionFactory.create(engine, User.class);

        try (Session session = sessions.open()) {
            session.add(new User("pearl"));
            session.commit();
        } // what was not committed is undone

        sessions.begin(session -> session.add(new User("gary"))); // commits, or rolls back on any exception
        // end::session-factory
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(user)).all()).hasSize(4);
        }
    }

    @Test
    void changesAreWrittenTogether(Database database) {
        try (Session session = sessions.open()) {
            // tag::session-changes
            User sandy = session.execute(
                            select(user).where(user.name.eq("sandy")).options(selectinload(user.addresses)))
                    .one();
            sandy.name = "sandy cheeks";
            sandy.addresses.remove(0); // an orphan: its row is deleted
            sandy.withAddress("sandy@treedome.example");

            List<PendingChange> changes = session.pending(); // an INSERT, an UPDATE of the name, a DELETE
            session.commit();
            // end::session-changes
            assertThat(changes).extracting(PendingChange::kind).hasSize(3);
        }
    }

    @Test
    @Requires(Capability.KEY_ACTIONS)
    void keysChange(Database database) {
        database.engine().createAll(Entities.metadata(Airport.class));
        sessions.begin(session -> {
            Airport idlewild = new Airport("IDL");
            idlewild.airlines.add("Pan Am");
            session.add(idlewild);
        });
        try (Session session = sessions.open()) {
            // tag::session-key
            Airport airport = session.get(Airport.class, "IDL").orElseThrow();
            airport.code = "JFK";
            session.flush();
            Airport found = session.get(Airport.class, "JFK").orElseThrow(); // no query: the same object
            // end::session-key
            assertThat(found).isSameAs(airport);
            assertThat(found.airlines).containsExactly("Pan Am");
        }
        database.engine().dropAll(Entities.metadata(Airport.class));
    }

    @Test
    void oneObjectStandsForOneRow(Database database) {
        try (Session session = sessions.open()) {
            // tag::session-identity
            User sandy =
                    session.execute(select(user).where(user.name.eq("sandy"))).one();
            User again = session.get(User.class, sandy.id).orElseThrow(); // no query: the session has it
            // end::session-identity
            assertThat(again).isSameAs(sandy);
            // tag::session-delete
            session.delete(sandy);
            session.commit();
            // end::session-delete
            assertThat(session.state(sandy)).isEqualTo(EntityState.DETACHED);
        }
    }

    @Test
    void rollbackRestoresObjects(Database database) {
        try (Session session = sessions.open()) {
            // tag::session-rollback
            User sandy =
                    session.execute(select(user).where(user.name.eq("sandy"))).one();
            sandy.name = "somebody else";
            session.flush();
            session.rollback();
            System.out.println(sandy.name); // sandy
            // end::session-rollback
            assertThat(sandy.name).isEqualTo("sandy");
            if (database.name().equals("duckdb")) {
                assertThatThrownBy(session::beginNested).isInstanceOf(CompileException.class);
                return;
            }
            // tag::session-nested
            try (SessionSavepoint savepoint = session.beginNested()) {
                sandy.name = "somebody else";
                savepoint.rollback(); // in the database and in the object
            }
            // end::session-nested
            assertThat(sandy.name).isEqualTo("sandy");
        }
    }

    @Test
    void sessionsJoinATransaction(Database database) {
        if (database.name().equals("duckdb")) {
            return; // it has no savepoints
        }
        Engine engine = database.engine();
        // tag::session-joining
        try (Connection connection = engine.connect()) {
            SessionFactory inTest = sessions.joining(connection);
            inTest.begin(session -> session.add(new User("plankton"))); // commits
            connection.rollback(); // the end of the test
        }
        // end::session-joining
        sessions.begin(session -> assertThat(session.execute(select(user).where(user.name.eq("plankton")))
                        .all())
                .isEmpty());
    }

    @Test
    void objectsFromElsewhereAreMerged(Database database) {
        Long id = sessions.transaction(session ->
                session.execute(select(user.id).where(user.name.eq("sandy"))).one());
        try (Session session = sessions.open()) {
            // tag::session-merge
            User fromRequest = new User("sandy cheeks");
            fromRequest.id = id;
            User sandy = session.merge(fromRequest); // the session's object, with the state of the other
            session.commit();
            // end::session-merge
            assertThat(sandy.name).isEqualTo("sandy cheeks");
            // tag::session-core
            session.connection()
                    .execute(update(user.table()).set(user.name, "squidward").where(user.id.eq(id)));
            session.refresh(sandy);
            // end::session-core
            assertThat(sandy.name).isEqualTo("squidward");
        }
    }

    @Test
    void whatChangedIsTold(Database database) {
        try (Session session = sessions.open()) {
            // tag::session-history
            User sandy = session.execute(
                            select(user).where(user.name.eq("sandy")).options(selectinload(user.addresses)))
                    .one();
            sandy.name = "sandy cheeks";
            sandy.withAddress("sandy@treedome.example");

            AttributeChange name = session.changes(sandy).get(0); // name: sandy, sandy cheeks
            AttributeChange addresses = session.changes(sandy).get(1); // addresses: what came, what left
            // end::session-history
            assertThat(name.before()).isEqualTo("sandy");
            assertThat(name.after()).isEqualTo("sandy cheeks");
            assertThat(addresses.added()).hasSize(1);
        }
    }

    @Test
    void manyObjectsGoThroughOneSession(Database database) {
        try (Session session = sessions.open()) {
            // tag::session-partitions
            for (List<User> some : session.partitions(select(user).options(selectinload(user.addresses)), 500)) {
                for (User each : some) {
                    each.name = each.name.strip(); // written when the next partition is asked for
                }
            }
            session.commit();
            // end::session-partitions
            // tag::session-read-only
            long letters = 0;
            for (User each : session.stream(select(user).options(readOnly()))) {
                letters += each.name.length();
            }
            // end::session-read-only
            assertThat(letters).isPositive();
        }
    }

    @Test
    void objectsAreLookedUp(Database database) {
        Long id = sessions.transaction(session ->
                session.execute(select(user.id).where(user.name.eq("sandy"))).one());
        try (Session session = sessions.open()) {
            // tag::session-lookup
            User sandy = session.getOne(User.class, id); // or an error that names the key
            List<User> some = session.getMultiple(User.class, List.of(id, 7L)); // one statement for those not here yet
            User complete = session.lookup(user, o -> o.options(selectinload(user.addresses)))
                    .getOne(id);
            // end::session-lookup
            assertThat(some).containsExactly(sandy);
            assertThat(complete).isSameAs(sandy);
        }
    }
}
