package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Badge;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Order;
import dev.azoth.orm.session.Workshop.OrderLine;
import dev.azoth.orm.session.Workshop.Part;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@EveryDatabase
class BothSidesTest {
    private final SessionFactory sessions;

    BothSidesTest(Database database) {
        sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    private <E> E saved(E entity) {
        sessions.begin(session -> session.add(entity));
        return entity;
    }

    private void inSession(Consumer<Session> work) {
        sessions.begin(work);
    }

    @Test
    void aChildInACollectionGetsItsParent() {
        Team team = saved(new Team("parent", new Member("child")));
        assertThat(team.members.get(0).team).isSameAs(team);
        inSession(session -> assertThat(
                        session.get(Member.class, team.members.get(0).id).orElseThrow().team.id)
                .isEqualTo(team.id));
    }

    @Test
    void aParentSetOnAChildGetsItIntoItsCollection() {
        Team team = new Team("parent set");
        Member member = new Member("child");
        member.team = team;
        inSession(session -> session.addAll(team, member));
        assertThat(team.members.get(0)).isSameAs(member);
    }

    @Test
    void aChildThatMovesLeavesTheCollectionItWasIn() {
        Team from = saved(new Team("moves from", new Member("child")));
        Team to = saved(new Team("moves to"));
        inSession(session -> {
            Team old = session.get(Team.class, from.id).orElseThrow();
            Team next = session.get(Team.class, to.id).orElseThrow();
            Member member = old.members.get(0);
            assertThat(next.members).isEmpty();
            member.team = next;
            session.flush();
            assertThat(old.members).isEmpty();
            assertThat(next.members.get(0)).isSameAs(member);
        });
        inSession(session ->
                assertThat(session.get(Team.class, to.id).orElseThrow().members).hasSize(1));
    }

    @Test
    void aChildPutIntoAnotherCollectionLeavesTheOneItWasIn() {
        Team from = saved(new Team("put from", new Member("child")));
        Team to = saved(new Team("put to"));
        inSession(session -> {
            Team old = session.get(Team.class, from.id).orElseThrow();
            Member member = old.members.get(0);
            session.get(Team.class, to.id).orElseThrow().members.add(member);
            session.flush();
            assertThat(old.members).isEmpty();
            assertThat(member.team.id).isEqualTo(to.id);
        });
        inSession(session ->
                assertThat(session.get(Member.class, from.members.get(0).id)).isPresent());
    }

    @Test
    void anAutoflushBetweenLeavingAndJoiningDoesNotDelete() {
        Team from = saved(new Team("autoflush from", new Member("child")));
        Team to = saved(new Team("autoflush to"));
        inSession(session -> {
            Member member =
                    session.get(Team.class, from.id).orElseThrow().members.remove(0);
            Team next = session.get(Team.class, to.id).orElseThrow();
            assertThat(next.members).isEmpty();
            next.members.add(member);
        });
        inSession(session ->
                assertThat(session.get(Team.class, to.id).orElseThrow().members).hasSize(1));
    }

    @Test
    void anAutoflushAfterLeavingForGoodDeletesAtTheCommit() {
        Team team = saved(new Team("autoflush orphan", new Member("orphan")));
        inSession(session -> {
            session.get(Team.class, team.id).orElseThrow().members.remove(0);
            session.get(Team.class, -1L);
            assertThat(session.get(Member.class, team.members.get(0).id)).isPresent();
        });
        inSession(session ->
                assertThat(session.get(Member.class, team.members.get(0).id)).isEmpty());
    }

    @Test
    void twoParentsAreAContradiction() {
        Team one = new Team("contradiction 1");
        Team two = new Team("contradiction 2");
        Member member = new Member("between");
        member.team = one;
        two.members.add(member);
        try (Session session = sessions.open()) {
            session.addAll(one, two);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Member (new).team was set to Team (new), but the object was put into"
                            + " Team (new).members: the two have to agree");
            member.team = two;
            session.commit();
        }
        assertThat(member.team).isSameAs(two);
        assertThat(one.members).isEmpty();
    }

    @Test
    void twoCollectionsAreAContradiction() {
        Member member = new Member("in both");
        try (Session session = sessions.open()) {
            session.addAll(new Team("both 1", member), new Team("both 2", member));
            assertThatThrownBy(session::flush).hasMessageContaining("take it out of one of them");
        }
    }

    @Test
    void whatLeavesACollectionThatKeepsOrphansLosesItsParent() {
        Part car = saved(new Part("car", new Part("wheel")));
        inSession(session -> session.get(Part.class, car.id).orElseThrow().parts.clear());
        inSession(session -> assertThat(
                        session.get(Part.class, car.parts.get(0).id).orElseThrow().whole)
                .isNull());
    }

    @Test
    void whatIsSetToNoParentLeavesItsCollection() {
        Part car = saved(new Part("car", new Part("wheel")));
        inSession(session -> {
            Part own = session.get(Part.class, car.id).orElseThrow();
            own.parts.get(0).whole = null;
            session.flush();
            assertThat(own.parts).isEmpty();
        });
    }

    @Test
    void aOneToOneIsSetFromEitherSide() {
        Member member = new Member("one to one");
        member.badge = new Badge("from the member");
        saved(member);
        assertThat(member.badge.owner.get()).isSameAs(member);
        Badge badge = new Badge("from the badge");
        Member other = new Member("other");
        badge.owner = Lazy.of(other);
        inSession(session -> session.addAll(badge, other));
        assertThat(other.badge).isSameAs(badge);
    }

    @Test
    void oneToOnesAreSwapped() {
        Member one = new Member("one");
        Member two = new Member("two");
        one.badge = new Badge("swap 1");
        two.badge = new Badge("swap 2");
        inSession(session -> session.addAll(one, two));
        inSession(session -> {
            Badge first = session.get(Badge.class, "swap 1").orElseThrow();
            Badge second = session.get(Badge.class, "swap 2").orElseThrow();
            Lazy<Member> owner = Lazy.of(first.owner.get());
            first.owner = Lazy.of(second.owner.get());
            second.owner = owner;
        });
        inSession(session -> {
            assertThat(session.get(Badge.class, "swap 1").orElseThrow().owner.get().name)
                    .isEqualTo("two");
            assertThat(session.get(Badge.class, "swap 2").orElseThrow().owner.get().name)
                    .isEqualTo("one");
        });
    }

    @Test
    void deletedChildrenLeaveTheirParents() {
        Team team = saved(new Team("children leave", new Member("a"), new Member("b")));
        inSession(session -> {
            Team own = session.get(Team.class, team.id).orElseThrow();
            session.delete(own.members.get(0));
            session.flush();
            assertThat(own.members).extracting(member -> member.name).containsExactly("b");
        });
    }

    @Test
    void aDeletedChildLeavesTheParentThatItWasMovedFrom() {
        Team from = saved(new Team("moved and deleted, from", new Member("child")));
        Team to = saved(new Team("moved and deleted, to"));
        inSession(session -> {
            Team own = session.get(Team.class, from.id).orElseThrow();
            Member member = own.members.get(0);
            member.team = session.get(Team.class, to.id).orElseThrow();
            session.delete(member);
            session.flush();
            assertThat(own.members).isEmpty();
        });
    }

    @Test
    void nothingNewLeadsToWhatIsToBeDeleted() {
        Part whole = saved(new Part("to be deleted"));
        try (Session session = sessions.open()) {
            Part own = session.get(Part.class, whole.id).orElseThrow();
            Part part = new Part("too late");
            part.whole = own;
            session.add(part);
            session.delete(own);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Part (new).whole leads to Part#" + whole.id
                            + ", which is to be deleted: session.add(…) takes that back, or let it lead elsewhere");
            session.add(own);
            session.commit();
            assertThat(part.id).isNotNull();
        }
    }

    @Test
    void theParentMayBeOfTheKey() {
        Order order = new Order();
        order.group = "with lines";
        order.lines.add(new OrderLine(1, 10));
        order.lines.add(new OrderLine(2, 20));
        saved(order);
        inSession(session -> {
            Order own = session.get(Order.class, order.id).orElseThrow();
            assertThat(own.lines).hasSize(2);
            own.lines.removeIf(line -> line.number == 1);
            own.lines.get(0).amount = 21;
        });
        inSession(session -> {
            assertThat(session.get(OrderLine.class, order.id, 1)).isEmpty();
            assertThat(session.get(OrderLine.class, order.id, 2).orElseThrow().amount)
                    .isEqualTo(21);
        });
    }

    @Test
    void anImmutableCollectionIsReplacedWhereItHasToGrow() {
        Team team = new Team("immutable");
        team.members = List.of(new Member("a"));
        Member late = new Member("b");
        late.team = team;
        inSession(session -> session.addAll(team, late));
        assertThat(team.members).extracting(member -> member.name).containsExactly("a", "b");
    }
}
