package dev.azoth.manual;

import static dev.azoth.manual.User_.user;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.OnShards;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.Replicas;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.ShardedSession;
import dev.azoth.orm.ShardedSessionFactory;
import java.time.Duration;
import java.util.Comparator;
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

        sessions.begin(session -> {
            session.add(new User("sandy"));
            session.add(new Invoice());
        }); // both are written; then one database commits, then the other
        // end::databases-bind
        try (Session session = SessionFactory.create(ledger).open()) {
            assertThat(session.execute(select(Entities.path(Invoice.class))).all())
                    .hasSize(1);
            assertThat(session.execute(select(user)).all()).isEmpty();
        }
    }

    @Test
    void shardsHaveSomeOfTheRowsEach() {
        Engine east = near;
        Engine west = far;
        // tag::databases-shards
        ShardedSessionFactory sessions = ShardedSessionFactory.create(
                        object -> object instanceof User one && one.name.compareTo("n") < 0 ? "east" : "west")
                .shard("east", SessionFactory.create(east))
                .shard("west", SessionFactory.create(west));

        try (ShardedSession session = sessions.open()) {
            session.add(new User("gary"));
            session.add(new User("sandy"));
            session.commit(); // each to its shard; then one commits, then the other

            List<User> users = session.execute(select(user)).all(); // those of the east, then those of the west
            User gary = session.shard("east").execute(select(user)).one(); // a session of one shard
            // end::databases-shards
            assertThat(users).hasSize(2).contains(gary);
        }
        try (ShardedSession session = sessions.open()) {
            // tag::databases-shards-whole
            List<User> first = session.execute(
                            select(user).orderBy(user.name.asc()).limit(10), Comparator.comparing(each -> each.name))
                    .all(); // merged in memory, since that is asked for
            List<Long> counts = session.execute(
                            select(count()).from(user).options(OnShards.all().separately()))
                    .all(); // one of each shard
            // end::databases-shards-whole
            assertThat(first).extracting(each -> each.name).containsExactly("gary", "sandy");
            assertThat(counts).containsExactly(1L, 1L);
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
            // end::databases-replicas
            assertThat(users).isEmpty();
            assertThat(withSandy).hasSize(1);
        }
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
