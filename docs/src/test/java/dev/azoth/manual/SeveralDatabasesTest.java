package dev.azoth.manual;

import static dev.azoth.manual.User_.user;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.PartialCommitException;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.Replicas;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeveralDatabasesTest {
    private final Engine primary = Engine.create("sqlite://");
    private final Engine near = Engine.create("sqlite://");
    private final Engine far = Engine.create("sqlite://");

    @BeforeEach
    void create() {
        all().forEach(each -> each.createAll(Entities.metadata(User.class, Invoice.class)));
    }

    @AfterEach
    void close() {
        all().forEach(Engine::close);
    }

    private List<Engine> all() {
        return List.of(primary, near, far);
    }

    private static Duration lag(dev.azoth.engine.Connection connection) {
        return connection.inTransaction() ? Duration.ofHours(1) : Duration.ZERO;
    }

    @Test
    void entitiesAreBoundToEngines() {
        Engine people = primary;
        Engine ledger = near;
        // tag::databases-bind
        SessionFactory sessions = SessionFactory.create(people, options -> options.bind(Invoice.class, ledger));

        try (Session session = sessions.open()) {
            session.add(new User("sandy"));
            session.add(new Invoice());
            session.commit(); // both are written; then one database commits, then the other
        } catch (PartialCommitException e) {
            List<Engine> kept = e.committed(); // what these have is kept
        }
        // end::databases-bind
        try (Session session = SessionFactory.create(ledger).open()) {
            assertThat(session.execute(select(Entities.path(Invoice.class))).all())
                    .hasSize(1);
            assertThat(session.execute(select(user)).all()).isEmpty();
        }
    }

    @Test
    void replicasAreRead() {
        // tag::databases-replicas
        SessionFactory sessions = SessionFactory.create(
                primary,
                options -> options.replicas(Replicas.of(near, far)
                        .usableWhen(connection -> lag(connection).toSeconds() < 5)
                        .orPrimary()));

        try (Session session = sessions.open()) {
            List<User> users = session.execute(select(user)).all(); // of a replica
            session.add(new User("sandy"));
            List<User> withSandy = session.execute(select(user)).all(); // of the primary, since the session has written
            session.commit();
        }
        // end::databases-replicas
        try (Session session = sessions.open(options -> options.readFrom(ReadFrom.PRIMARY))) {
            assertThat(session.execute(select(user)).all()).hasSize(1);
        }
        // tag::databases-read-from
        try (Session session = sessions.open()) {
            List<User> latest =
                    session.execute(select(user).options(ReadFrom.PRIMARY)).all();
            // end::databases-read-from
            assertThat(latest).hasSize(1);
        }
    }
}
