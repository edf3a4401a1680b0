package dev.azoth.orm.session;

import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** Objects that are only read, which alone the session holds weakly. */
@EveryDatabase
class ReadOnlyTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);
    private static final EntityPath<Member> MEMBER = Entities.path(Member.class);
    private static final ColumnReference<String> NAME = TEAM.column("name", String.class);

    private final Database database;
    private final SessionFactory sessions;

    ReadOnlyTest(Database database) {
        this.database = database;
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    private Team saved(String name) {
        Team team = new Team(name, new Member("a"), new Member("b"));
        sessions.begin(session -> session.add(team));
        return team;
    }

    private static Select<Team> byName(String name) {
        return select(TEAM).where(NAME.eq(name));
    }

    @Test
    void itsChangesAreNotWritten() {
        Team saved = saved("only read");
        try (Session session = sessions.open()) {
            Team team = session.execute(byName("only read").options(readOnly())).one();
            assertThat(session.state(team)).isEqualTo(EntityState.PERSISTENT);
            team.name = "never written";
            team.members.clear();
            assertThat(session.pending()).isEmpty();
            session.commit();
        }
        try (Session session = sessions.open()) {
            Team again = session.get(Team.class, saved.id).orElseThrow();
            assertThat(again.name).isEqualTo("only read");
            assertThat(again.members).hasSize(2);
        }
    }

    @Test
    void oneObjectStandsForOneRowAsLongAsTheProgramHasIt() {
        saved("one while held");
        try (Session session = sessions.open()) {
            Select<Team> query = byName("one while held").options(readOnly());
            Team team = session.execute(query).one();
            assertThat(session.execute(query).one()).isSameAs(team);
            assertThat(team.members.get(0).team).isSameAs(team);
        }
    }

    @Test
    void theSessionKeepsItNoLongerThanTheProgram() throws InterruptedException {
        saved("held weakly");
        try (Session session = sessions.open()) {
            WeakReference<Team> team = new WeakReference<>(
                    session.execute(byName("held weakly").options(readOnly())).one());
            for (int i = 0; i < 100 && team.get() != null; i++) {
                System.gc();
                Thread.sleep(10);
            }
            assertThat(team.get()).isNull();
        }
    }

    /** An object that may be changed is kept, since it does not tell that it was: what nobody else has any more is written all the same. */
    @Test
    void anyOtherIsKeptWithItsChange() throws InterruptedException {
        Team saved = saved("held strongly");
        try (Session session = sessions.open()) {
            session.get(Team.class, saved.id).orElseThrow().name = "changed and forgotten";
            for (int i = 0; i < 5; i++) {
                System.gc();
                Thread.sleep(10);
            }
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Team.class, saved.id).orElseThrow().name).isEqualTo("changed and forgotten");
        }
    }

    @Test
    void meetingItWithoutTheOptionReadsItAnewAndItMayBeChanged() {
        Team saved = saved("promoted");
        try (Session session = sessions.open()) {
            Team team = session.execute(byName("promoted").options(readOnly())).one();
            team.name = "not written";
            database.statements()
                    .expect(
                            1,
                            () -> assertThat(session.get(Team.class, saved.id)).containsSame(team));
            assertThat(team.name).isEqualTo("promoted");
            team.name = "written";
            team.members.remove(0);
            session.commit();
            assertThat(session.execute(select(NAME)
                                    .where(TEAM.column("id", Long.class).eq(saved.id)))
                            .one())
                    .isEqualTo("written");
            assertThat(session.execute(select(MEMBER)
                                    .where(MEMBER.column("name", String.class).eq("a")))
                            .all())
                    .allSatisfy(each -> assertThat(each.team).isNotSameAs(team));
        }
    }

    @Test
    void whatItLeadsToIsReadAnewWithWhatMayBeChanged() {
        Team saved = saved("half read");
        try (Session session = sessions.open()) {
            Team team = session.execute(
                            byName("half read").options(readOnly(), selectinload(TEAM.toMany("members", Member.class))))
                    .one();
            Member member = team.members.get(0);
            member.name = "lost: it is only read";
            Member again = session.get(Member.class, member.id).orElseThrow();
            assertThat(again).isSameAs(member);
            assertThat(again.name).isEqualTo("a");
            assertThat(again.team).isSameAs(team);
            again.team.name = "changed through its member";
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Team.class, saved.id).orElseThrow().name).isEqualTo("changed through its member");
        }
    }

    @Test
    void itDoesNotGetIntoWhatMayBeChanged() {
        Team saved = saved("kept apart");
        try (Session session = sessions.open()) {
            Team held = session.get(Team.class, saved.id).orElseThrow();
            session.execute(byName("kept apart")
                            .options(readOnly(), selectinload(TEAM.toMany("members", Member.class))))
                    .one();
            held.members.get(0).name = "written too";
            assertThat(session.pending()).hasSize(1);
        }
    }

    @Test
    void changingItIsRefusedByName() {
        Team saved = saved("refused");
        try (Session session = sessions.open()) {
            Team team = session.execute(byName("refused").options(readOnly())).one();
            Member member = team.members.get(0);
            String first = ": get it by its key, or by a query without that option, first";
            assertThatThrownBy(() -> session.delete(team))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Team#" + saved.id + " was read with readOnly() and cannot be deleted" + first);
            assertThatThrownBy(() -> session.merge(team))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Team#" + saved.id + " was read with readOnly() and cannot be merged" + first);
            assertThatThrownBy(() -> session.add(team))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Team#" + saved.id + " was read with readOnly() and cannot be added" + first);
            session.add(new Team("with another's member", member));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Member#" + member.id
                            + " was read with readOnly() and cannot be put into Team (new).members" + first);
        }
    }

    @Test
    void aForeignKeyMayLeadToIt() {
        Team saved = saved("referred to");
        try (Session session = sessions.open()) {
            Team team =
                    session.execute(byName("referred to").options(readOnly())).one();
            Member member = new Member("new in it");
            member.team = team;
            session.add(member);
            session.commit();
            assertThat(session.state(team)).isEqualTo(EntityState.PERSISTENT);
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Team.class, saved.id).orElseThrow().members).hasSize(3);
        }
    }

    @Test
    void itIsLetGoLikeOthers() {
        saved("expunged");
        Session session = sessions.open();
        Team team = session.execute(byName("expunged").options(readOnly())).one();
        Team other = session.execute(byName("expunged").options(readOnly())).one();
        session.expunge(team);
        assertThat(session.state(other)).isEqualTo(EntityState.DETACHED);
        Team second = session.execute(byName("expunged").options(readOnly())).one();
        assertThat(second).isNotSameAs(team);
        session.close();
        assertThat(session.state(second)).isEqualTo(EntityState.DETACHED);
    }
}
