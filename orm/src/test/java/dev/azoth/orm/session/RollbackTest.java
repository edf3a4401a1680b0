package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.session.Workshop.Badge;
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Order;
import dev.azoth.orm.session.Workshop.Skill;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class RollbackTest {
    private final Database database;
    private final SessionFactory sessions;

    RollbackTest(Database database) {
        this.database = database;
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

    @Test
    void whatWasAddedIsTransientWithoutItsKeys() {
        Team team = new Team("added", new Member("a"));
        Document document = new Document("added");
        Order order = new Order();
        order.group = "added";
        try (Session session = sessions.open()) {
            session.addAll(team, document, order);
            assertThat(document.id).isNotNull();
            session.flush();
            assertThat(team.id).isNotNull();
            assertThat(order.version).isZero();
            session.rollback();
            assertThat(session.state(team)).isEqualTo(EntityState.TRANSIENT);
            assertThat(session.state(team.members.get(0))).isEqualTo(EntityState.TRANSIENT);
            assertThat(team.id).isNull();
            assertThat(team.members.get(0).id).isNull();
            assertThat(document.id).isNull();
            assertThat(order.id).isZero();
            assertThat(order.version).isNull();
            session.addAll(team, document, order);
            session.commit();
            assertThat(session.get(Team.class, team.id)).isPresent();
        }
    }

    @Test
    void changesGoBackToWhatTheTransactionBeganWith() {
        Team team = saved(new Team("changes"));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            session.commit();
            own.name = "flushed";
            session.flush();
            own.name = "flushed again";
            session.flush();
            own.name = "not flushed";
            session.rollback();
            assertThat(own.name).isEqualTo("changes");
            assertThat(session.state(own)).isEqualTo(EntityState.PERSISTENT);
            own.name = "changes, after all";
            session.commit();
        }
        sessions.begin(session ->
                assertThat(session.get(Team.class, team.id).orElseThrow().name).isEqualTo("changes, after all"));
    }

    @Test
    void whatACommitKeptIsNotUndone() {
        Team team = saved(new Team("kept"));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            own.name = "kept by a commit";
            session.commit();
            own.name = "undone";
            session.flush();
            session.rollback();
            assertThat(own.name).isEqualTo("kept by a commit");
        }
    }

    @Test
    void versionsGoBack() {
        Member member = saved(new Member("version"));
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, member.id).orElseThrow();
            own.name = "changed";
            session.flush();
            assertThat(own.version).isEqualTo(1);
            session.rollback();
            assertThat(own.version).isZero();
            own.name = "changed again";
            session.commit();
            assertThat(own.version).isEqualTo(1);
        }
    }

    @Test
    void valuesChangedInPlaceGoBack() {
        Document document = new Document("in place");
        document.checksum = new byte[] {1, 2, 3};
        saved(document);
        try (Session session = sessions.open()) {
            Document own = session.get(Document.class, document.id).orElseThrow();
            own.checksum[0] = 9;
            session.flush();
            own.checksum[1] = 9;
            session.rollback();
            assertThat(own.checksum).containsExactly(1, 2, 3);
            own.checksum[2] = 9;
            session.commit();
        }
        sessions.begin(
                session -> assertThat(session.get(Document.class, document.id).orElseThrow().checksum)
                        .containsExactly(1, 2, 9));
    }

    @Test
    void whatWasDeletedIsPersistentAgain() {
        Team team = saved(new Team("deleted", new Member("a")));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            Member member = own.members.get(0);
            session.delete(own);
            session.flush();
            assertThat(session.get(Team.class, team.id)).isEmpty();
            session.rollback();
            assertThat(session.state(own)).isEqualTo(EntityState.PERSISTENT);
            assertThat(session.state(member)).isEqualTo(EntityState.PERSISTENT);
            assertThat(session.get(Team.class, team.id).orElseThrow()).isSameAs(own);
            assertThat(own.members.get(0)).isSameAs(member);
        }
    }

    @Test
    void whatWasToBeDeletedIsNot() {
        Team team = saved(new Team("to be deleted"));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            session.delete(own);
            session.rollback();
            assertThat(session.state(own)).isEqualTo(EntityState.PERSISTENT);
            session.commit();
        }
        sessions.begin(session -> assertThat(session.get(Team.class, team.id)).isPresent());
    }

    @Test
    void collectionsGoBack() {
        Team team = saved(new Team("collections", new Member("a"), new Member("b")));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            List<Member> collection = own.members;
            List<Member> before = List.copyOf(collection);
            session.commit();
            collection.remove(0);
            collection.add(new Member("c"));
            session.flush();
            own.members = new ArrayList<>();
            session.rollback();
            assertThat(own.members).isSameAs(collection);
            assertThat(collection).hasSize(2);
            assertThat(collection.get(0)).isSameAs(before.get(0));
            assertThat(collection.get(1)).isSameAs(before.get(1));
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    void aCollectionLoadedInTheTransactionForgetsWhatWasAddedInIt() {
        Team team = saved(new Team("loaded later", new Member("a")));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            Member added = new Member("b");
            added.team = own;
            session.add(added);
            session.flush();
            assertThat(own.members).hasSize(2);
            session.rollback();
            assertThat(own.members).extracting(member -> member.name).containsExactly("a");
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    void pairsGoBack() {
        Member member = new Member("pairs");
        member.skills.add(new Skill("old"));
        saved(member);
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, member.id).orElseThrow();
            Skill old = own.skills.iterator().next();
            assertThat(old.members).hasSize(1);
            own.skills.clear();
            own.skills.add(new Skill("new"));
            session.flush();
            assertThat(old.members).isEmpty();
            session.rollback();
            assertThat(own.skills).extracting(skill -> skill.name).containsExactly("old");
            assertThat(old.members).hasSize(1);
            session.commit();
        }
        sessions.begin(
                session -> assertThat(session.get(Member.class, member.id).orElseThrow().skills)
                        .extracting(skill -> skill.name)
                        .containsExactly("old"));
    }

    @Test
    void relationshipsToOneGoBack() {
        Team one = saved(new Team("to one, one", new Member("m")));
        Team two = saved(new Team("to one, two"));
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, one.members.get(0).id).orElseThrow();
            own.team = session.get(Team.class, two.id).orElseThrow();
            session.flush();
            session.rollback();
            assertThat(own.team.id).isEqualTo(one.id);
        }
    }

    @Test
    void aNewObjectThatTookADeletedOnesKeyGivesItBack() {
        saved(new Badge("taken"));
        try (Session session = sessions.open()) {
            Badge old = session.get(Badge.class, "taken").orElseThrow();
            Badge next = new Badge("taken");
            session.delete(old);
            session.add(next);
            session.flush();
            session.rollback();
            assertThat(session.state(next)).isEqualTo(EntityState.TRANSIENT);
            assertThat(session.get(Badge.class, "taken").orElseThrow()).isSameAs(old);
        }
    }

    /** A bug: the session went on to give them, though their rows were gone. */
    @Test
    void objectsOfRowsThatAStatementInsertedGoWithThem() {
        EntityPath<Team> team = Entities.path(Team.class);
        try (Session session = sessions.open()) {
            Team made = session.execute(Sql.insert(team)
                            .values(team.column("name", String.class), "inserted by a statement")
                            .returning(team))
                    .one();
            session.rollback();
            assertThat(session.state(made)).isEqualTo(EntityState.TRANSIENT);
            assertThat(session.get(Team.class, made.id)).isEmpty();
        }
    }

    // savepoints

    private boolean savepointsAreRefused() {
        if (!database.name().equals("duckdb")) {
            return false;
        }
        try (Session session = sessions.open()) {
            assertThatThrownBy(session::beginNested)
                    .isInstanceOf(CompileException.class)
                    .hasMessageStartingWith("DuckDB has no savepoints");
        }
        return true;
    }

    @Test
    void aSavepointUndoesObjectsAlone() {
        if (savepointsAreRefused()) {
            return;
        }
        Team team = saved(new Team("savepoint"));
        Team outer = new Team("outer");
        Team inner = new Team("inner");
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            own.name = "savepoint, before";
            session.add(outer);
            SessionSavepoint savepoint = session.beginNested();
            assertThat(outer.id).isNotNull();
            own.name = "savepoint, inside";
            own.members.add(new Member("inside"));
            session.add(inner);
            session.flush();
            savepoint.rollback();
            assertThat(savepoint.isActive()).isFalse();
            assertThat(own.name).isEqualTo("savepoint, before");
            assertThat(own.members).isEmpty();
            assertThat(session.state(inner)).isEqualTo(EntityState.TRANSIENT);
            assertThat(inner.id).isNull();
            assertThat(session.state(outer)).isEqualTo(EntityState.PERSISTENT);
            session.commit();
        }
        sessions.begin(session -> {
            assertThat(session.get(Team.class, team.id).orElseThrow().name).isEqualTo("savepoint, before");
            assertThat(session.get(Team.class, outer.id)).isPresent();
        });
    }

    @Test
    void whatASavepointKeptIsUndoneWithTheTransaction() {
        if (savepointsAreRefused()) {
            return;
        }
        Team team = saved(new Team("kept by savepoint"));
        Team added = new Team("added in savepoint");
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            try (SessionSavepoint savepoint = session.beginNested()) {
                own.name = "in the savepoint";
                session.add(added);
                savepoint.commit();
            }
            assertThat(own.name).isEqualTo("in the savepoint");
            session.rollback();
            assertThat(own.name).isEqualTo("kept by savepoint");
            assertThat(session.state(added)).isEqualTo(EntityState.TRANSIENT);
        }
    }

    @Test
    void whatWasDeletedBeforeASavepointStaysDeletedWhenThatIsUndone() {
        if (savepointsAreRefused()) {
            return;
        }
        Team team = saved(new Team("deleted before"));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            session.delete(own);
            SessionSavepoint savepoint = session.beginNested();
            session.add(new Team("in the savepoint"));
            session.flush();
            savepoint.rollback();
            assertThat(session.state(own)).isEqualTo(EntityState.DELETED);
            session.rollback();
            assertThat(session.state(own)).isEqualTo(EntityState.PERSISTENT);
        }
    }

    @Test
    void savepointsNest() {
        if (savepointsAreRefused()) {
            return;
        }
        Team team = saved(new Team("nested"));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            SessionSavepoint outer = session.beginNested();
            own.name = "one";
            SessionSavepoint inner = session.beginNested();
            own.name = "two";
            session.flush();
            outer.rollback();
            assertThat(own.name).isEqualTo("nested");
            assertThat(inner.isActive()).isFalse();
            assertThatThrownBy(inner::commit)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("this savepoint has ended already");
        }
    }

    @Test
    void aFailureInASavepointLeavesTheTransactionUsable() {
        if (savepointsAreRefused()) {
            return;
        }
        saved(new Team("there already"));
        Team before = new Team("before the failure");
        try (Session session = sessions.open()) {
            session.add(before);
            assertThatThrownBy(() -> {
                        try (SessionSavepoint savepoint = session.beginNested()) {
                            session.add(new Team("there already"));
                            savepoint.commit();
                        }
                    })
                    .isInstanceOf(IntegrityException.class);
            session.add(new Team("after the failure"));
            session.commit();
            assertThat(session.get(Team.class, before.id)).isPresent();
        }
    }
}
