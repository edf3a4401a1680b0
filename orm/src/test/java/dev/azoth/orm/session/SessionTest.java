package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.MappingException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@EveryDatabase
class SessionTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);

    private final Database database;
    private final SessionFactory sessions;

    SessionTest(Database database) {
        this.database = database;
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    private Team saved(String name, Member... members) {
        Team team = new Team(name, members);
        sessions.begin(session -> session.add(team));
        return team;
    }

    @Test
    void anObjectGoesThroughItsStates() {
        Session session = sessions.open();
        Team team = new Team("states");
        assertThat(session.state(team)).isEqualTo(EntityState.TRANSIENT);
        session.add(team);
        assertThat(session.state(team)).isEqualTo(EntityState.PENDING);
        session.flush();
        assertThat(session.state(team)).isEqualTo(EntityState.PERSISTENT);
        session.commit();
        assertThat(session.state(team)).isEqualTo(EntityState.PERSISTENT);
        session.delete(team);
        assertThat(session.state(team)).isEqualTo(EntityState.DELETED);
        session.flush();
        assertThat(session.state(team)).isEqualTo(EntityState.DELETED);
        session.commit();
        assertThat(session.state(team)).isEqualTo(EntityState.DETACHED);
        session.close();
        assertThat(session.state(team)).isEqualTo(EntityState.DETACHED);
    }

    @Test
    void anObjectThatOutlivesItsSessionKeepsNoOthersAlive() throws InterruptedException {
        Team kept = saved("outliving", new Member("Ada"));
        Team other = saved("let go");
        List<Object> outliving = new ArrayList<>();
        WeakReference<Team> gone = loadBoth(kept.id, other.id, outliving);
        for (int i = 0; i < 100 && gone.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(gone.get()).isNull();
        assertThat(((Team) outliving.get(0)).name).isEqualTo("outliving");
    }

    private WeakReference<Team> loadBoth(Long kept, Long other, List<Object> outliving) {
        try (Session session = sessions.open()) {
            outliving.add(session.get(Team.class, kept).orElseThrow());
            return new WeakReference<>(session.get(Team.class, other).orElseThrow());
        }
    }

    @Test
    void oneObjectStandsForOneRow() {
        Team team = saved("one row");
        try (Session session = sessions.open()) {
            Team got = session.get(Team.class, team.id).orElseThrow();
            Team queried = session.execute(
                            select(TEAM).where(TEAM.column("name", String.class).eq("one row")))
                    .one();
            assertThat(got).isSameAs(queried);
            assertThat(got).isNotSameAs(team);
        }
    }

    @Test
    void getAsksTheDatabaseOnlyOnce() {
        Team team = saved("once");
        try (Session session = sessions.open()) {
            assertThat(session.get(TEAM, team.id)).isPresent();
            database.statements()
                    .expect(0, () -> assertThat(session.get(TEAM, team.id)).isPresent());
            assertThat(session.get(TEAM, -1L)).isEmpty();
        }
    }

    @Test
    void theKeyIsCheckedByItsClass() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.get(Team.class, 1))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("is of java.lang.Long, not java.lang.Integer");
        }
    }

    @Test
    void committingKeepsWhatIsLoaded() {
        Team team = saved("kept", new Member("m"));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            assertThat(own.members).hasSize(1);
            session.commit();
            database.statements().expect(0, () -> {
                assertThat(own.name).isEqualTo("kept");
                assertThat(own.members.get(0).name).isEqualTo("m");
            });
        }
    }

    @Test
    void queriesSeePendingChanges() {
        try (Session session = sessions.open()) {
            session.add(new Team("flushed by a query"));
            assertThat(session.execute(select(TEAM)
                                    .where(TEAM.column("name", String.class).eq("flushed by a query")))
                            .all())
                    .hasSize(1);
        }
    }

    @Test
    void withoutAutoflushTheyDoNot() {
        SessionFactory quiet = SessionFactory.create(database.engine(), options -> options.autoflush(false));
        try (Session session = quiet.open()) {
            session.add(new Team("not flushed by a query"));
            assertThat(session.execute(select(TEAM)
                                    .where(TEAM.column("name", String.class).eq("not flushed by a query")))
                            .all())
                    .isEmpty();
        }
    }

    @Test
    void pendingSaysWhatAFlushWillDo() {
        Team team = saved("pending", new Member("old"), new Member("gone"));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            own.members.get(0).name = "older";
            own.members.remove(1);
            own.members.add(new Member("new"));
            assertThat(session.pending())
                    .extracting(PendingChange::toString)
                    .containsExactly(
                            "INSERT Member (new) (version, name, note, team)",
                            "UPDATE Member#" + team.members.get(0).id + " (name)",
                            "DELETE Member#" + team.members.get(1).id);
            session.flush();
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    void aUniqueViolationLeavesTheSessionUsableAfterRollback() {
        Team first = saved("unique");
        try (Session session = sessions.open()) {
            Team second = new Team("unique");
            session.add(second);
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(session::commit)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("call rollback()")
                    .hasCauseInstanceOf(IntegrityException.class);
            session.rollback();
            assertThat(session.state(second)).isEqualTo(EntityState.TRANSIENT);
            assertThat(second.id).isNull();
            second.name = "unique again";
            session.add(second);
            session.commit();
            assertThat(session.get(Team.class, first.id)).isPresent();
            assertThat(second.id).isNotNull().isNotEqualTo(first.id);
        }
    }

    @Test
    void twoSessionsHaveTheirOwnObjects() {
        Team team = saved("two sessions");
        try (Session one = sessions.open();
                Session other = sessions.open()) {
            Team mine = one.get(Team.class, team.id).orElseThrow();
            Team theirs = other.get(Team.class, team.id).orElseThrow();
            assertThat(mine).isNotSameAs(theirs);
            one.commit();
            other.commit();
            mine.name = "two sessions, changed";
            one.commit();
            assertThat(theirs.name).isEqualTo("two sessions");
            other.refresh(theirs);
            assertThat(theirs.name).isEqualTo("two sessions, changed");
        }
    }

    @Test
    void refreshLosesWhatWasNotFlushed() {
        Team team = saved("refreshed");
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            own.name = "never written";
            session.refresh(own);
            assertThat(own.name).isEqualTo("refreshed");
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    void workInATransactionIsKeptOrUndone() {
        Team kept = new Team("kept by begin");
        Team undone = new Team("undone by begin");
        sessions.begin(session -> session.add(kept));
        assertThatThrownBy(() -> sessions.begin(session -> {
                    session.add(undone);
                    session.flush();
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");
        assertThat(undone.id).isNull();
        assertThat(sessions.<Boolean>transaction(
                        session -> session.get(Team.class, kept.id).isPresent()))
                .isTrue();
    }

    @Test
    void theConnectionIsTheSameTransaction() {
        try (Session session = sessions.open()) {
            session.add(new Team("by connection"));
            session.flush();
            assertThat(session.connection()
                            .execute(select(TEAM.column("name", String.class))
                                    .where(TEAM.column("name", String.class).eq("by connection")))
                            .all())
                    .containsExactly("by connection");
        }
    }

    @Test
    void aClosedSessionSaysSo() {
        Session session = sessions.open();
        session.close();
        session.close();
        assertThat(session.isOpen()).isFalse();
        for (Runnable use : new Runnable[] {
            session::flush,
            session::commit,
            session::rollback,
            session::connection,
            session::beginNested,
            () -> session.add(new Team("late")),
            () -> session.get(Team.class, 1L)
        }) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("the session is closed: open another with sessions.open()");
        }
    }

    @Test
    void anObjectOfAnotherSessionIsNotAdded() {
        Team team = saved("elsewhere", new Member("m"));
        try (Session one = sessions.open();
                Session other = sessions.open()) {
            one.add(new Team("expunged"));
            Team expunged = new Team("expunged too");
            one.add(expunged);
            one.flush();
            one.expunge(expunged);
            assertThat(one.state(expunged)).isEqualTo(EntityState.DETACHED);
            assertThatThrownBy(() -> one.add(expunged))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("Team#" + expunged.id)
                    .hasMessageContaining("merge copies it into this session");
            one.rollback();
            Team theirs = other.get(Team.class, team.id).orElseThrow();
            assertThatThrownBy(() -> one.delete(theirs))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("this session does not hold the Team");
        }
    }

    @Test
    void aSecondThreadIsRefusedAndBothStacksShown() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (Session session = sessions.open()) {
            Supplier<Object> slow = () -> {
                inside.countDown();
                await(done);
                return new Team("slow");
            };
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> session.addAll(
                    () -> java.util.stream.Stream.generate(slow).limit(1).iterator()));
            await(inside);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("a session is for one thread at a time")
                    .cause()
                    .satisfies(cause -> assertThat(cause.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(ThreadGuard.class.getName())));
            done.countDown();
            other.get();
            session.flush();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatCannotBeMappedIsSaidWhenTheFactoryIsMade() {
        assertThatThrownBy(() -> SessionFactory.create(database.engine(), Team.class, String.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("String");
    }
}
