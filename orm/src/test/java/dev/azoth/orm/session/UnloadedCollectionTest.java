package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Session;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Part;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Collections are changed without being read. The complaint that this answers: to put one row below a parent that has a hundred thousand, all of them are loaded
 * first.
 */
@EveryDatabase
class UnloadedCollectionTest extends Unloaded {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);

    UnloadedCollectionTest(Database database) {
        super(database);
    }

    @Test
    void addingWritesTheRowAndReadsNothing() {
        Team team = saved(new Team("adding", new Member("there")));
        try (Session session = sessions.open()) {
            Team own = own(session, team);
            Member added = new Member("added");
            assertThat(database.statements().during(() -> own.members.add(added)))
                    .isEmpty();
            assertThat(database.statements().during(session::flush))
                    .singleElement()
                    .asString()
                    .contains("INSERT INTO");
            assertThat(added.team).isSameAs(own);
            assertThat(isLoaded(own.members)).isFalse();
            assertThat(own.members).extracting(each -> each.name).containsExactlyInAnyOrder("there", "added");
            session.commit();
        }
        assertThat(members(team)).containsExactlyInAnyOrder("there", "added");
    }

    @Test
    void theCollectionThatSomethingMovesIntoIsNotReadEither() {
        Team from = saved(new Team("moves from", new Member("moved"), new Member("stays")));
        Team to = saved(new Team("moves into", new Member("there")));
        try (Session session = sessions.open()) {
            Team old = own(session, from);
            Team next = own(session, to);
            Member moved = own(session, from.members.get(0));
            old.members.remove(moved);
            next.members.add(moved);
            assertThat(database.statements().during(session::flush))
                    .singleElement()
                    .asString()
                    .startsWith("UPDATE");
            assertThat(isLoaded(old.members)).isFalse();
            assertThat(isLoaded(next.members)).isFalse();
            session.commit();
        }
        assertThat(members(from)).containsExactly("stays");
        assertThat(members(to)).containsExactlyInAnyOrder("there", "moved");
    }

    @Test
    void whatIsSetOnTheOtherSideIsThereWhenItIsRead() {
        Team team = saved(new Team("set from the child", new Member("there")));
        Member member = saved(new Member("set"));
        try (Session session = sessions.open()) {
            Team own = own(session, team);
            own(session, member).team = own;
            assertThat(database.statements().during(session::flush)).hasSize(1);
            assertThat(isLoaded(own.members)).isFalse();
            assertThat(own.members).hasSize(2);
        }
    }

    @Test
    void takingOutDeletesOrphansWithoutReadingTheOthers() {
        Team team = saved(new Team("orphans", new Member("goes"), new Member("stays")));
        try (Session session = sessions.open()) {
            Team own = own(session, team);
            Member gone = own(session, team.members.get(0));
            assertThat(gone.badge).isNull();
            assertThat(own.members.remove(gone)).isTrue();
            assertThat(own.members.remove(gone)).isFalse();
            session.flush();
            assertThat(isLoaded(own.members)).isFalse();
            assertThat(session.state(gone)).isEqualTo(EntityState.DELETED);
            session.commit();
        }
        assertThat(members(team)).containsExactly("stays");
    }

    @Test
    void anOrphanWaitsForAnotherParentUntilTheTransactionGoesOn() {
        Team from = saved(new Team("waits from", new Member("moved"), new Member("orphan")));
        Team to = saved(new Team("waits to"));
        try (Session session = sessions.open()) {
            Team old = own(session, from);
            Member moved = own(session, from.members.get(0));
            Member orphan = own(session, from.members.get(1));
            old.members.remove(moved);
            old.members.remove(orphan);
            Team next = session.execute(
                            select(TEAM).where(TEAM.column("id", Long.class).eq(to.id)))
                    .one(); // flushes
            next.members.add(moved);
            session.commit();
            assertThat(session.state(orphan)).isEqualTo(EntityState.DETACHED);
        }
        assertThat(members(from)).isEmpty();
        assertThat(members(to)).containsExactly("moved");
    }

    @Test
    void whatDoesNotBelongToItIsNotTakenOut() {
        Team team = saved(new Team("does not belong", new Member("there")));
        Member elsewhere = saved(new Member("elsewhere"));
        try (Session session = sessions.open()) {
            Team own = own(session, team);
            Member other = own(session, elsewhere);
            assertThat(own.members.remove(other)).isFalse();
            assertThat(own.members.remove(new Member("new"))).isFalse();
            assertThat(((Collection<?>) own.members).remove("a text")).isFalse();
            session.commit();
            assertThat(session.state(other)).isEqualTo(EntityState.PERSISTENT);
        }
        assertThat(members(team)).containsExactly("there");
    }

    @Test
    void aReplacedCollectionHasWhatTheProgramGaveIt() {
        Part whole = saved(new Part("replaced", new Part("there")));
        try (Session session = sessions.open()) {
            Part own = session.get(Part.class, whole.id).orElseThrow();
            Part waiting = new Part("waits in vain");
            own.parts.add(waiting);
            own.parts = new ArrayList<>(List.of(new Part("given")));
            session.commit();
            assertThat(session.state(waiting)).isEqualTo(EntityState.TRANSIENT);
            Part there = session.get(Part.class, whole.parts.get(0).id).orElseThrow();
            assertThat(there.whole).isNull();
        }
    }

    @Test
    void twoParentsAreStillAContradiction() {
        Team one = saved(new Team("unseen contradiction 1"));
        Team two = saved(new Team("unseen contradiction 2"));
        try (Session session = sessions.open()) {
            Member member = new Member("in both");
            Team first = own(session, one);
            own(session, two).members.add(member);
            first.members.add(member);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("take it out of one of them");
        }
    }

    @Test
    void twoSessionsBothAdd() {
        Team team = saved(new Team("two sessions"));
        try (Session one = sessions.open()) {
            own(one, team).members.add(new Member("one"));
            one.commit();
            try (Session two = sessions.open()) {
                own(two, team).members.add(new Member("two"));
                two.commit();
            }
        }
        assertThat(members(team)).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void deletingTheOwnerDeletesWhatWaits() {
        Team team = saved(new Team("deleted", new Member("there")));
        Member moving = saved(new Member("moving"));
        try (Session session = sessions.open()) {
            Team own = own(session, team);
            Member joined = own(session, moving);
            own.members.add(joined);
            session.delete(own);
            session.commit();
            assertThat(session.state(joined)).isEqualTo(EntityState.DETACHED);
        }
        sessions.begin(
                session -> assertThat(session.get(Member.class, moving.id)).isEmpty());
    }
}
