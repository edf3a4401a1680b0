package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.AttributeChange;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Badge;
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Skill;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was, what is, what came and what left. */
@EveryDatabase
class HistoryTest {
    private final Database database;
    private final SessionFactory sessions;

    HistoryTest(Database database) {
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

    @Test
    void ofColumnsItTellsWhatWasAndWhatIs() {
        Member member = saved(new Member("was"));
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, member.id).orElseThrow();
            assertThat(session.isModified(own)).isFalse();
            assertThat(session.changes(own)).isEmpty();
            own.name = "is";
            assertThat(session.isModified(own)).isTrue();
            assertThat(session.changes(own))
                    .containsExactly(new AttributeChange("name", "was", "is", List.of(), List.of()));
            own.name = "was";
            assertThat(session.changes(own)).isEmpty();
            own.note = "";
            session.flush();
            assertThat(session.isModified(own)).isFalse();
        }
    }

    @Test
    void aValueThatIsChangedInPlaceIsFoundWithWhatItWas() {
        Document document = new Document("in place");
        document.checksum = new byte[] {1, 2};
        saved(document);
        try (Session session = sessions.open()) {
            Document own = session.get(Document.class, document.id).orElseThrow();
            own.checksum[0] = 9;
            AttributeChange change = session.changes(own).get(0);
            assertThat((byte[]) change.before()).containsExactly(1, 2);
            assertThat((byte[]) change.after()).containsExactly(9, 2);
            own.body = Lazy.of("new body");
            assertThat(session.changes(own))
                    .extracting(AttributeChange::attribute)
                    .containsExactly("body", "checksum");
        }
    }

    @Test
    void ofCollectionsItTellsWhatCameAndWhatLeft() {
        Team team = saved(new Team("collection", new Member("stays"), new Member("leaves")));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            Member left = own.members.remove(1);
            Member came = new Member("comes");
            own.members.add(came);
            assertThat(session.changes(own)).singleElement().satisfies(change -> {
                assertThat(change.attribute()).isEqualTo("members");
                assertThat(change.added()).singleElement().isSameAs(came);
                assertThat(change.removed()).singleElement().isSameAs(left);
            });
        }
    }

    @Test
    void whatIsNotLoadedIsNotLoadedForIt() {
        Team team = saved(new Team("not loaded", new Member("m")));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            database.statements()
                    .expect(0, () -> assertThat(session.isModified(own)).isFalse());
            own.members = new ArrayList<>(List.of(new Member("other")));
            database.statements().expect(0, () -> {
                AttributeChange change = session.changes(own).get(0);
                assertThat(change.added()).hasSize(1);
                assertThat(change.removed()).isEmpty();
            });
        }
    }

    @Test
    void ofRelationshipsToOneItTellsBothObjects() {
        Team first = new Team("first of two", new Member("moves"));
        first.members.get(0).badge = new Badge("history");
        saved(first);
        Team second = saved(new Team("second of two"));
        try (Session session = sessions.open()) {
            Member member = session.get(Member.class, first.members.get(0).id).orElseThrow();
            Team before = member.team;
            Team after = session.get(Team.class, second.id).orElseThrow();
            member.team = after;
            assertThat(session.changes(member)).singleElement().satisfies(change -> {
                assertThat(change.before()).isSameAs(before);
                assertThat(change.after()).isSameAs(after);
            });
        }
        try (Session session = sessions.open()) {
            Badge own = session.get(Badge.class, "history").orElseThrow();
            own.owner = Lazy.empty();
            AttributeChange change = session.changes(own).get(0);
            assertThat(change.before()).isInstanceOf(Lazy.class);
            assertThat(change.after()).isNull();
            assertThat(((Member) ((Lazy<?>) change.before()).get()).name).isEqualTo("moves");
        }
    }

    @Test
    void ofANewObjectItIsAllThatItHolds() {
        try (Session session = sessions.open()) {
            Member member = new Member("new");
            member.skills.add(new Skill("a"));
            session.add(member);
            assertThat(session.isModified(member)).isTrue();
            assertThat(session.changes(member))
                    .extracting(AttributeChange::attribute)
                    .containsExactly("version", "name", "skills");
        }
    }

    @Test
    void anObjectThatIsNotHeldIsRefused() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.changes(new Team("not held")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("this Team is not in the session and cannot be asked for changes");
        }
    }
}
