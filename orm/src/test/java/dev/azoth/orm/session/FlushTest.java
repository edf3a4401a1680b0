package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Badge;
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Order;
import dev.azoth.orm.session.Workshop.Part;
import dev.azoth.orm.session.Workshop.Point;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@EveryDatabase
class FlushTest {
    private static final String HOSTILE = "'; DROP TABLE team; --\" \\ % _ ? :x ${y} \uD83E\uDD84\u2028\n\t\uFEFFé";

    private final Database database;
    private final SessionFactory sessions;

    FlushTest(Database database) {
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

    // how many statements

    @Test
    void tenThousandObjectsAreAFewStatements() {
        try (Session session = sessions.open()) {
            for (int i = 0; i < 1_000; i++) {
                Team team = new Team("many " + i);
                for (int j = 0; j < 9; j++) {
                    team.members.add(new Member("m" + j));
                }
                session.add(team);
            }
            List<String> inserts = database.statements().during(session::flush);
            assertThat(inserts.size()).isLessThanOrEqualTo(2 + 9_000 * 4 / 999);
            assertThat(database.statements().during(session::flush)).isEmpty();
            session.rollback();
        }
    }

    @Test
    void rowsWithTheSameChangesAreUpdatedTogether() {
        Team team = new Team("updates");
        for (int i = 0; i < 30; i++) {
            team.members.add(new Member("m" + i));
        }
        saved(team);
        inSession(session -> {
            List<Member> members = session.get(Team.class, team.id).orElseThrow().members;
            for (int i = 0; i < 30; i++) {
                members.get(i).name = "changed";
                if (i % 2 == 0) {
                    members.get(i).note = "also this";
                }
            }
            List<String> updates = database.statements().during(session::flush);
            assertThat(updates).hasSize(2);
            assertThat(updates.get(0)).contains("name").contains("note").doesNotContain("team_id");
            assertThat(updates.get(1)).contains("name").doesNotContain("note");
        });
    }

    @Test
    void nothingChangedIsNothingWritten() {
        Member member = saved(new Member("unchanged"));
        inSession(session -> {
            Member own = session.get(Member.class, member.id).orElseThrow();
            own.name = new String("unchanged");
            assertThat(database.statements().during(session::flush)).isEmpty();
        });
    }

    // versions

    @Test
    void aStaleVersionIsFoundOut() {
        Member member = saved(new Member("stale"));
        try (Session one = sessions.open();
                Session other = sessions.open()) {
            Member mine = one.get(Member.class, member.id).orElseThrow();
            one.commit();
            Member theirs = other.get(Member.class, member.id).orElseThrow();
            theirs.name = "theirs";
            other.commit();
            mine.name = "mine";
            assertThatThrownBy(one::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessage("Member#" + member.id + " could not be updated: somebody else changed or deleted its"
                            + " row since it was read at version 0. Roll back, read it again, and do the work again");
            one.rollback();
            assertThat(mine.name).isEqualTo("stale");
            one.refresh(mine);
            assertThat(mine.version).isEqualTo(1);
            mine.name = "mine after all";
            one.commit();
        }
    }

    @Test
    void aStaleVersionIsNotDeleted() {
        Member member = saved(new Member("stale delete"));
        try (Session session = sessions.open()) {
            Member mine = session.get(Member.class, member.id).orElseThrow();
            session.commit();
            inSession(other -> other.get(Member.class, member.id).orElseThrow().name = "theirs");
            session.delete(mine);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("could not be deleted");
        }
    }

    @Test
    void aRowThatIsGoneIsFoundOutWithoutAVersionToo() {
        Team team = saved(new Team("gone"));
        try (Session session = sessions.open()) {
            Team mine = session.get(Team.class, team.id).orElseThrow();
            session.commit();
            inSession(other -> other.delete(other.get(Team.class, team.id).orElseThrow()));
            mine.name = "too late";
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("Team#" + team.id)
                    .hasMessageContaining("deleted its row since it was read");
        }
    }

    @Test
    void theProgramLeavesVersionsAlone() {
        Member member = saved(new Member("version set"));
        try (Session session = sessions.open()) {
            session.get(Member.class, member.id).orElseThrow().version = 7;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("was given version 7, but its row was read at version 0");
        }
    }

    // keys and values

    @Test
    void aKeyOfTheProgramHasToBeSet() {
        try (Session session = sessions.open()) {
            session.add(new Badge());
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("a new Badge has no value for its key column code");
        }
    }

    @Test
    void twoObjectsForOneRowAreAnError() {
        saved(new Badge("one row"));
        try (Session session = sessions.open()) {
            assertThat(session.get(Badge.class, "one row")).isPresent();
            session.add(new Badge("one row"));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("a new Badge has the key of Badge#one row, which the session holds: change that object,"
                            + " or merge the new one");
        }
    }

    @Test
    void keysOfTheProgramAndOfTheDatabaseMayBeMixed() {
        Team numbered = new Team("numbered");
        numbered.id = 1_000_000L;
        Team unnumbered = new Team("unnumbered");
        inSession(session -> session.addAll(numbered, unnumbered));
        assertThat(numbered.id).isEqualTo(1_000_000L);
        assertThat(unnumbered.id).isNotNull();
        inSession(session -> assertThat(session.get(Team.class, 1_000_000L)).isPresent());
    }

    @Test
    void keysAreGivenInTheOrderOfTheObjects() {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            parts.add(new Part("in order " + i));
        }
        inSession(session -> session.addAll(parts));
        inSession(session -> {
            for (int i = 0; i < 500; i += 83) {
                assertThat(session.get(Part.class, parts.get(i).id).orElseThrow().name)
                        .isEqualTo("in order " + i);
            }
        });
    }

    @Test
    void hostileTextIsOnlyText() {
        Team team = saved(new Team(HOSTILE.substring(0, 20), new Member(HOSTILE)));
        Badge badge = saved(new Badge(HOSTILE));
        inSession(session -> {
            Team own = session.get(Team.class, team.id).orElseThrow();
            assertThat(own.name).isEqualTo(HOSTILE.substring(0, 20));
            assertThat(own.members.get(0).name).isEqualTo(HOSTILE);
            own.members.get(0).name = HOSTILE + "!";
            session.delete(session.get(Badge.class, badge.code).orElseThrow());
        });
        inSession(session -> {
            assertThat(session.get(Member.class, team.members.get(0).id).orElseThrow().name)
                    .isEqualTo(HOSTILE + "!");
            assertThat(session.get(Badge.class, HOSTILE)).isEmpty();
        });
    }

    @Test
    void reservedWordsAreNames() {
        Order order = new Order();
        order.group = "select * from";
        saved(order);
        inSession(session -> session.get(Order.class, order.id).orElseThrow().group = "where");
        inSession(session -> {
            Order own = session.get(Order.class, order.id).orElseThrow();
            assertThat(own.group).isEqualTo("where");
            assertThat(own.version).isEqualTo(1);
            session.delete(own);
        });
    }

    @Test
    void aLazyColumnThatIsNotLoadedIsNotWritten() {
        Document document = new Document("lazy");
        document.body = Lazy.of("a long text");
        saved(document);
        inSession(session -> {
            Document own = session.get(Document.class, document.id).orElseThrow();
            own.title = "still lazy";
            List<String> updates = database.statements().during(session::flush);
            assertThat(updates).hasSize(1);
            assertThat(updates.get(0)).doesNotContain("body");
            assertThat(own.body.isLoaded()).isFalse();
            assertThat(own.body.get()).isEqualTo("a long text");
            assertThat(database.statements().during(session::flush)).isEmpty();
            own.body = Lazy.of("another text");
            assertThat(database.statements().during(session::flush)).hasSize(1);
        });
        inSession(session -> assertThat(session.get(Document.class, document.id)
                        .orElseThrow()
                        .body
                        .get())
                .isEqualTo("another text"));
    }

    @Test
    void recordsAreWrittenAndRead() {
        saved(new Point("origin", 0, 0));
        inSession(session -> {
            Point point = session.get(Point.class, "origin").orElseThrow();
            assertThat(point).isEqualTo(new Point("origin", 0, 0));
            session.delete(point);
        });
        inSession(session -> assertThat(session.get(Point.class, "origin")).isEmpty());
    }
}
