package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Badge;
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Point;
import dev.azoth.orm.session.Workshop.Skill;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The table of cases of {@link Session#merge}, in its order, and what follows relationships. */
@EveryDatabase
class MergeTest {
    private final Database database;
    private final SessionFactory sessions;

    MergeTest(Database database) {
        this.database = database;
        this.sessions = Workshop.sessions(database);
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
    void theSessionsOwnObjectIsGivenBack() {
        Team team = new Team("own");
        inSession(session -> {
            session.add(team);
            assertThat(session.merge(team)).isSameAs(team);
        });
    }

    @Test
    void withoutAKeyItIsCopiedAndAdded() {
        Team given = new Team("no key");
        inSession(session -> {
            Team own = session.merge(given);
            assertThat(own).isNotSameAs(given);
            assertThat(session.state(own)).isEqualTo(EntityState.PENDING);
            assertThat(session.state(given)).isEqualTo(EntityState.TRANSIENT);
            session.flush();
            assertThat(own.id).isNotNull();
            assertThat(given.id).isNull();
        });
    }

    @Test
    void withTheKeyOfAnObjectOfTheSessionThatObjectChanges() {
        Team given = saved(new Team("in session"));
        given.name = "in session, changed outside";
        inSession(session -> {
            Team own = session.get(Team.class, given.id).orElseThrow();
            assertThat(session.merge(given)).isSameAs(own);
            assertThat(own.name).isEqualTo("in session, changed outside");
        });
        inSession(session ->
                assertThat(session.get(Team.class, given.id).orElseThrow().name).isEqualTo(given.name));
    }

    @Test
    void withTheKeyOfARowThatRowIsLoaded() {
        Team given = saved(new Team("in database"));
        given.name = "in database, changed outside";
        inSession(session -> {
            Team own = session.merge(given);
            assertThat(session.state(own)).isEqualTo(EntityState.PERSISTENT);
            assertThat(own.name).isEqualTo(given.name);
        });
        inSession(session ->
                assertThat(session.get(Team.class, given.id).orElseThrow().name).isEqualTo(given.name));
    }

    @Test
    void withoutAChangeNothingIsWritten() {
        Team given = saved(new Team("same", new Member("m")));
        inSession(session -> {
            session.merge(given);
            assertThat(database.statements().during(session::flush)).isEmpty();
        });
    }

    @Test
    void withAKeyThatNoRowHasItIsAddedWithThatKey() {
        inSession(session -> {
            Badge own = session.merge(new Badge("no row"));
            assertThat(session.state(own)).isEqualTo(EntityState.PENDING);
        });
        inSession(session -> assertThat(session.get(Badge.class, "no row")).isPresent());
    }

    @Test
    void withAnotherVersionItIsStale() {
        Member given = saved(new Member("versioned"));
        inSession(session -> session.get(Member.class, given.id).orElseThrow().name = "changed meanwhile");
        given.name = "changed outside";
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.merge(given))
                    .isInstanceOf(StaleDataException.class)
                    .hasMessage(
                            "Member#" + given.id + " could not be merged: it was read at version 0, and its row is at"
                                    + " version 1 by now. Read it again, and do the work again");
        }
    }

    @Test
    void withTheKeyOfADeletedObjectItIsAnError() {
        Team given = saved(new Team("deleted"));
        try (Session session = sessions.open()) {
            session.delete(session.get(Team.class, given.id).orElseThrow());
            assertThatThrownBy(() -> session.merge(given))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Team#" + given.id + " is deleted in this session and cannot be merged");
        }
    }

    @Test
    void aRecordIsAddedButNotChanged() {
        inSession(session -> session.merge(new Point("merged", 1, 2)));
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.merge(new Point("merged", 3, 4)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("is a record, which never changes");
        }
    }

    // relationships

    @Test
    void aDetachedGraphGoesBack() {
        Team team = saved(new Team("graph", new Member("stays"), new Member("goes")));
        Team given = sessions.transaction(session -> {
            Team own = session.get(Team.class, team.id).orElseThrow();
            assertThat(own.members).hasSize(2);
            return own;
        });
        given.members.get(0).name = "renamed";
        given.members.remove(1);
        given.members.add(new Member("comes"));
        inSession(session -> session.merge(given));
        inSession(session -> {
            assertThat(session.get(Team.class, team.id).orElseThrow().members)
                    .extracting(member -> member.name)
                    .containsExactlyInAnyOrder("renamed", "comes");
            assertThat(session.get(Member.class, team.members.get(1).id)).isEmpty();
        });
    }

    @Test
    void whatIsNotLoadedIsLeftAlone() {
        Document document = new Document("lazy");
        document.body = Lazy.of("text");
        saved(document);
        Team team = saved(new Team("not loaded", new Member("stays")));
        Document givenDocument = sessions.transaction(
                session -> session.get(Document.class, document.id).orElseThrow());
        Team givenTeam =
                sessions.transaction(session -> session.get(Team.class, team.id).orElseThrow());
        givenDocument.title = "changed";
        givenTeam.name = "not loaded, changed";
        inSession(session -> {
            session.merge(givenDocument);
            session.merge(givenTeam);
        });
        inSession(session -> {
            Document own = session.get(Document.class, document.id).orElseThrow();
            assertThat(own.title).isEqualTo("changed");
            assertThat(own.body.get()).isEqualTo("text");
            assertThat(session.get(Team.class, team.id).orElseThrow().members).hasSize(1);
        });
    }

    @Test
    void withoutCascadeARelationshipLeadsToTheSessionsObject() {
        Team team = saved(new Team("target"));
        Member given = saved(new Member("moved outside"));
        given.team = team;
        inSession(session -> {
            Member own = session.merge(given);
            assertThat(own.team).isNotSameAs(team);
            assertThat(own.team.id).isEqualTo(team.id);
        });
        given.team = new Team("unknown");
        given.version++;
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.merge(given))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("Member.team leads to a Team without a key that is not in the database");
        }
    }

    @Test
    void pairsAreMerged() {
        Member member = new Member("pairs");
        member.skills.add(new Skill("kept"));
        member.skills.add(new Skill("dropped"));
        saved(member);
        member.skills.removeIf(skill -> skill.name.equals("dropped"));
        member.skills.add(new Skill("gained"));
        inSession(session -> session.merge(member));
        inSession(session -> assertThat(session.get(Member.class, member.id).orElseThrow().skills)
                .extracting(skill -> skill.name)
                .containsExactlyInAnyOrder("kept", "gained"));
    }
}
