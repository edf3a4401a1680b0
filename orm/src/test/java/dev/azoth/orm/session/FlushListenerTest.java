package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Registration;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityEvent;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.RefusedValuesException;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionListener;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What those who listen to sessions may do to a flush. */
@EveryDatabase
class FlushListenerTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);

    private final Database database;
    private final SessionFactory sessions;

    FlushListenerTest(Database database) {
        this.database = database;
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    private static String name(Object entity) {
        return entity instanceof Team team ? team.name : ((Member) entity).name;
    }

    @Test
    void whatItChangesBeforeAFlushIsWritten() {
        try (Session session = sessions.open()) {
            session.listen(new SessionListener() {
                @Override
                public void flushing(Session in) {
                    if (in.state(EXTRA) == EntityState.TRANSIENT) {
                        in.add(EXTRA);
                    }
                }

                @Override
                public void inserting(EntityEvent event) {
                    if (event.entity() instanceof Team team && team.members.isEmpty()) {
                        team.members.add(new Member("first of " + team.name));
                    } else if (event.entity() instanceof Member member) {
                        member.note = "inserted by a listener";
                    }
                }

                private final Team EXTRA = new Team("extra");
            });
            session.add(new Team("asked for"));
            session.commit();
            assertThat(session.pending()).isEmpty();
        }
        try (Session session = sessions.open()) {
            List<Team> teams = session.execute(select(TEAM)
                            .where(TEAM.column("name", String.class).in("extra", "asked for"))
                            .orderBy(TEAM.column("name", String.class)))
                    .all();
            assertThat(teams)
                    .extracting(each -> each.members.get(0).name)
                    .containsExactly("first of asked for", "first of extra");
            assertThat(teams.get(0).members.get(0).note).isEqualTo("inserted by a listener");
        }
    }

    @Test
    void whatItChangesAfterAFlushIsWrittenByTheCommit() {
        Team team = new Team("renamed");
        try (Session session = sessions.open()) {
            session.listen(new SessionListener() {
                @Override
                public void inserted(EntityEvent event) {
                    team.name = "renamed with the key " + (team.id != null);
                }
            });
            session.add(team);
            session.commit();
            session.refresh(team);
            assertThat(team.name).isEqualTo("renamed with the key true");
        }
    }

    @Test
    void changesWithoutEndAreFoundOut() {
        Team team = new Team("endless");
        try (Session session = sessions.open()) {
            session.listen(new SessionListener() {
                @Override
                public void flushed(Session in, List<PendingChange> changes) {
                    team.name = team.name.equals("x") ? "y" : "x";
                }
            });
            session.add(team);
            assertThatThrownBy(session::commit)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "a listener or a callback changes objects after each flush, 100 times by now: there would be"
                                    + " no end of it");
            session.rollback();
        }
    }

    /** Answers the wish for checks that name what they refuse, all at once, and leave the session as it was. */
    @Test
    void whatAValidatorRefusesIsToldAllAtOnceAndNothingIsWritten() {
        try (Session session = sessions.open()) {
            session.listen(new SessionListener() {
                @Override
                public void inserting(EntityEvent event) {
                    if (name(event.entity()).isEmpty()) {
                        event.refuse("name", "must not be empty");
                    }
                }
            });
            Team team = new Team("", new Member(""));
            session.add(team);
            database.statements()
                    .expect(
                            0,
                            () -> assertThatThrownBy(session::flush)
                                    .isInstanceOf(RefusedValuesException.class)
                                    .hasMessage("""
                            what is to be written was refused, and nothing was written:
                              Team (new).name must not be empty
                              Member (new).name must not be empty"""));
            team.name = "not empty";
            team.members.get(0).name = "nor this";
            session.commit();
            assertThat(session.state(team)).isEqualTo(EntityState.PERSISTENT);
        }
    }

    @Test
    void whatItThrowsBeforeWritingReachesTheCallerAndTheSessionGoesOn() {
        try (Session session = sessions.open()) {
            Registration refusing = session.listen(new SessionListener() {
                @Override
                public void inserting(EntityEvent event) {
                    throw new IllegalStateException("no");
                }
            });
            session.add(new Team("thrown out"));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no");
            refusing.close();
            session.commit();
        }
    }
}
