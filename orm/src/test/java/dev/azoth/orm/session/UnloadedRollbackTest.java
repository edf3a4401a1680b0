package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.Requires;
import org.junit.jupiter.api.Test;

/** What waits in a collection is forgotten with what is undone. */
@EveryDatabase
class UnloadedRollbackTest extends Unloaded {
    UnloadedRollbackTest(Database database) {
        super(database);
    }

    @Test
    void rollbackForgetsWhatWaits() {
        Team team = saved(new Team("rolled back", new Member("there")));
        try (Session session = sessions.open()) {
            Team own = own(session, team);
            own.members.add(new Member("never"));
            session.rollback();
            own.members.remove(own(session, team.members.get(0)));
            session.flush();
            session.rollback();
            session.commit();
        }
        assertThat(members(team)).containsExactly("there");
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aSavepointKeepsWhatWasAddedBefore() {
        Team team = saved(new Team("savepoint"));
        try (Session session = sessions.open()) {
            Team own = own(session, team);
            own.members.add(new Member("before"));
            SessionSavepoint savepoint = session.beginNested();
            own.members.add(new Member("within"));
            savepoint.rollback();
            own.members.add(new Member("after"));
            session.commit();
        }
        assertThat(members(team)).containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void aRefusedFlushLosesNothingOfTheDatabase() {
        Team team = saved(new Team("refused \uD83E\uDD84"));
        Team other = saved(new Team("refused too"));
        try (Session session = sessions.open()) {
            Team own = own(session, team);
            own.members.add(new Member("first"));
            own.name = "refused too";
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            session.rollback();
            own.members.add(new Member("second"));
            session.commit();
        }
        assertThat(members(team)).containsExactly("second");
        assertThat(members(other)).isEmpty();
    }
}
