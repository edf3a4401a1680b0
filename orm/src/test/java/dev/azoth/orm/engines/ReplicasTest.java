package dev.azoth.orm.engines;

import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.engines.Office.clerk;
import static dev.azoth.orm.engines.Office.clerkId;
import static dev.azoth.orm.engines.Office.clerkName;
import static dev.azoth.orm.engines.Office.letters;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Engine;
import dev.azoth.orm.NoReplicaException;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.Replicas;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.engines.Office.Clerk;
import dev.azoth.orm.engines.Office.Letter;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.Requires;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A primary and its replicas, which are other databases here, so that their rows tell where they were read. */
@EveryDatabase
class ReplicasTest {
    private final Database primary;
    private final Database near;
    private final Database far;
    private final SessionFactory sessions;

    ReplicasTest(Database database) {
        primary = database;
        near = MoreDatabases.like(database);
        far = MoreDatabases.like(database);
        sessions = sessions(Replicas.of(near.engine(), far.engine()));
    }

    private SessionFactory sessions(Replicas replicas) {
        return SessionFactory.create(primary.engine(), options -> options.replicas(replicas));
    }

    @BeforeEach
    void create() {
        primary.engine().dropAll(Office.TABLES);
        for (Database each : List.of(primary, near, far)) {
            each.engine().createAll(Office.TABLES);
            Clerk one = new Clerk(each == primary ? "primary" : each == near ? "near" : "far");
            one.letters.add(new Letter("of " + one.name));
            SessionFactory.create(each.engine()).begin(session -> session.add(one));
        }
    }

    @AfterEach
    void close() {
        near.close();
        far.close();
    }

    private static String name(Session session) {
        return session.execute(
                        select(clerkName).from(clerk).orderBy(clerkId.asc()).limit(1))
                .one();
    }

    @Test
    void transactionsReadFromOneReplicaAfterTheOther() {
        List<String> read = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (Session session = sessions.open()) {
                read.add(name(session));
                read.add(name(session));
                session.commit();
                read.add(name(session));
            }
        }
        assertThat(read).containsExactly("near", "near", "far", "near", "near", "far", "near", "near", "far");
    }

    @Test
    void whatIsLoadedAlongAndLaterIsReadThereToo() {
        primary.statements().clear();
        try (Session session = sessions.open()) {
            Clerk eager = session.execute(select(clerk).options(selectinload(letters)))
                    .one();
            assertThat(eager.letters).extracting(each -> each.text).containsExactly("of near");
            session.commit();
            Clerk lazy = session.execute(select(clerk)).one();
            assertThat(lazy).isSameAs(eager); // of the same key
        }
        try (Session session = sessions.open()) {
            Clerk lazy = session.get(Clerk.class, 1L).orElseThrow();
            assertThat(lazy.name).isEqualTo("near");
            assertThat(lazy.letters).extracting(each -> each.text).containsExactly("of near");
        }
        assertThat(primary.statements().sql()).isEmpty();
    }

    /** After a write, a replica would show the time before it. */
    @Test
    void aSessionReadsItsOwnWrites() {
        try (Session session = sessions.open()) {
            assertThat(name(session)).isEqualTo("near");
            session.add(new Clerk("new"));
            assertThat(session.execute(select(clerkName).from(clerk).orderBy(clerkId.asc()))
                            .all())
                    .containsExactly("primary", "new");
            session.commit();
            assertThat(session.execute(select(clerkName).from(clerk).orderBy(clerkId.desc()))
                            .first())
                    .contains("new");
        }
        try (Session session = sessions.open()) {
            assertThat(name(session)).isEqualTo("far");
            session.execute(update(clerk).set(clerkName, "changed").where(clerkId.eq(1L)));
            assertThat(name(session)).isEqualTo("changed");
        }
        try (Session session = sessions.open()) {
            session.execute(insert(clerk.table())
                    .values(clerkName, "by core")
                    .values(clerk.column("version", Integer.class), 0));
            assertThat(name(session)).isNotIn("near", "far");
        }
    }

    @Test
    void afterARollbackNothingIsWritten() {
        try (Session session = sessions.open()) {
            session.add(new Clerk("new"));
            session.flush();
            assertThat(name(session)).isEqualTo("primary");
            session.rollback();
            assertThat(name(session)).isEqualTo("near");
        }
    }

    @Test
    @Requires(Capability.LOCKS)
    void whoLocksReadsThePrimaryFromThenOn() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(clerk).forUpdate()).one().name).isEqualTo("primary");
            assertThat(name(session)).isEqualTo("primary");
        }
        try (Session session = sessions.open(options -> options.readFrom(ReadFrom.REPLICA))) {
            assertThat(session.execute(select(clerk).forUpdate()).one().name).isEqualTo("primary");
            assertThat(name(session)).isIn("near", "far");
        }
    }

    @Test
    void textAndConnectionsAreThePrimarys() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(text("SELECT name FROM clerk").withOnly("name", TEXT))
                            .one())
                    .isEqualTo("primary");
            assertThat(name(session)).isEqualTo("primary");
        }
        try (Session session = sessions.open()) {
            assertThat(session.connection().engine()).isSameAs(primary.engine());
            assertThat(name(session)).isEqualTo("primary");
        }
    }

    @Test
    void aQueryAndASessionSayWhereTheyRead() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(clerkName).from(clerk).options(ReadFrom.PRIMARY))
                            .one())
                    .isEqualTo("primary");
            assertThat(name(session)).isEqualTo("near");
            session.add(new Clerk("new"));
            session.flush();
            assertThat(session.execute(select(clerkName).from(clerk), ReadFrom.REPLICA)
                            .one())
                    .isEqualTo("near");
        }
        try (Session session = sessions.open(options -> options.readFrom(ReadFrom.PRIMARY))) {
            Clerk read = session.execute(select(clerk).options(selectinload(letters)))
                    .one();
            assertThat(read.letters).extracting(each -> each.text).containsExactly("of primary");
        }
        try (Session session = sessions.open()) {
            Clerk read = session.execute(select(clerk).options(selectinload(letters), ReadFrom.PRIMARY))
                    .one();
            assertThat(read.letters).extracting(each -> each.text).containsExactly("of primary");
        }
    }

    /** What the session reads to write it is read where it is written. */
    @Test
    void mergeAndRefreshReadThePrimary() {
        Clerk outside = new Clerk("merged");
        outside.id = 1L;
        try (Session session = sessions.open()) {
            assertThat(session.merge(outside).name).isEqualTo("merged");
            session.commit();
        }
        assertThat(primary.all(select(clerkName).from(clerk))).containsExactly("merged");
        try (Session session = sessions.open()) {
            Clerk read = session.execute(select(clerk)).one();
            assertThat(read.name).isIn("near", "far");
            session.refresh(read);
            assertThat(read.name).isEqualTo("merged");
        }
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aSavepointCoversAReplicaThatIsReadLater() {
        try (Session session = sessions.open()) {
            try (SessionSavepoint savepoint = session.beginNested()) {
                assertThat(name(session)).isEqualTo("near");
                savepoint.rollback();
            }
            assertThat(name(session)).isEqualTo("near");
        }
    }

    private static Engine down(Database like) {
        String url = like.name().equals("postgresql")
                ? "postgresql://nobody:no@127.0.0.1:1/none"
                : "mariadb://nobody:no@127.0.0.1:1/none";
        return Engine.create(url, options -> options.poolSize(1));
    }

    @Test
    void aReplicaThatIsDownIsPassedOver() {
        try (Engine down = down(primary);
                Session session = sessions(Replicas.of(down, far.engine())).open()) {
            assertThat(name(session)).isEqualTo("far");
        }
    }

    @Test
    void withoutAReplicaTheErrorSaysWhatToDoAndThePrimaryIsReadOnlyWhenThatIsSaid() {
        try (Engine down = down(primary)) {
            Replicas replicas = Replicas.of(down);
            try (Session session = sessions(replicas).open()) {
                assertThatThrownBy(() -> name(session))
                        .isInstanceOf(NoReplicaException.class)
                        .hasMessage("none of the replicas of " + primary.engine() + " can be read: [" + down + "]"
                                + "\n  to read the primary then   Replicas.of(…).orPrimary()"
                                + "\n  for this query             select(…).options(ReadFrom.PRIMARY)")
                        .hasCauseInstanceOf(DatabaseException.class);
                session.add(new Clerk("still usable"));
                session.commit();
            }
            try (Session session = sessions(replicas.orPrimary()).open()) {
                assertThat(name(session)).isIn("primary", "still usable");
            }
        }
    }

    @Test
    void aReplicaThatLagsBehindIsNotRead() {
        Replicas fresh = Replicas.of(near.engine(), far.engine())
                .usableWhen(connection ->
                        !connection.execute(select(clerkName).from(clerk)).all().contains("near"));
        try (Session session = sessions(fresh).open()) {
            assertThat(name(session)).isEqualTo("far");
        }
        try (Session session = sessions(fresh.usableWhen(connection -> false)).open()) {
            assertThatThrownBy(() -> name(session))
                    .isInstanceOf(NoReplicaException.class)
                    .hasNoCause();
        }
    }

    @Test
    void aChoiceOfOnesOwn() {
        try (Session session = sessions(Replicas.of(near.engine(), far.engine()).choosing(all -> List.of(all.get(1))))
                .open()) {
            assertThat(name(session)).isEqualTo("far");
        }
    }
}
