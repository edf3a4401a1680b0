package dev.azoth.orm.session;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DetachedException;
import dev.azoth.IntegrityException;
import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.session.Workshop.Badge;
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Skill;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is often complained of in object-relational mappers, and that no other test here is named after. */
@EveryDatabase
class ComplaintsTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);
    private static final ColumnReference<Long> TEAM_ID = TEAM.column("id", Long.class);
    private static final ToMany<Team, Member> MEMBERS = TEAM.toMany("members", Member.class);
    private static final EntityPath<Document> DOCUMENT = Entities.path(Document.class);

    private final Database database;
    private final SessionFactory sessions;

    ComplaintsTest(Database database) {
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

    /**
     * One rule for closed sessions: what was loaded is there, what was not is an error; it matters neither what kind of attribute it is nor by what setting the session
     * came to be closed.
     */
    @Test
    void whatIsLoadedIsThereAndTheRestLoadsInAnOpenSessionOnly() {
        Document document = new Document("kinds");
        document.body = Lazy.of("long");
        saved(document);
        Badge badge = new Badge("kinds");
        Member owner = new Member("owner");
        owner.badge = badge;
        Team team = saved(new Team("kinds", owner));

        check(session -> session.get(Document.class, document.id).orElseThrow(), each -> each.body.get());
        check(session -> session.get(Badge.class, "kinds").orElseThrow(), each -> each.owner.get());
        check(session -> session.get(Team.class, team.id).orElseThrow(), each -> each.members.size());
    }

    private static <E> void ask(Function<E, ?> asked, E of) {
        Objects.requireNonNull(asked.apply(of));
    }

    private <E> void check(Function<Session, E> find, Function<E, ?> asked) {
        E loaded;
        E unloaded;
        try (Session session = sessions.open()) {
            loaded = find.apply(session);
            List<String> sent = database.statements().during(() -> ask(asked, loaded)); // open, not loaded
            assertThat(sent).isNotEmpty();
            database.statements().expect(0, () -> ask(asked, loaded)); // open, loaded
        }
        database.statements().expect(0, () -> ask(asked, loaded)); // closed, loaded
        try (Session session = sessions.open()) {
            unloaded = find.apply(session);
        }
        assertThatThrownBy(() -> asked.apply(unloaded)) // closed, not loaded
                .isInstanceOf(DetachedException.class)
                .hasMessageContaining("to load it  ")
                .hasMessageContaining("loaded at   ");
    }

    /** Keys that come late change what a program's hashCode gives, so nothing may depend on it: of these entities both methods throw. */
    @Test
    void equalsAndHashCodeOfEntitiesAreNeverCalled() {
        Team team = new Team("untouched", new Member("a"), new Member("b"));
        team.members.get(0).skills.add(new Skill("c"));
        saved(team);
        for (Function<ToMany<Team, Member>, LoaderOption<?>> each :
                List.<Function<ToMany<Team, Member>, LoaderOption<?>>>of(
                        it -> selectinload(it), it -> joinedload(it), it -> subqueryload(it))) {
            try (Session session = sessions.open()) {
                Team found = session.execute(
                                select(TEAM).where(TEAM_ID.eq(team.id)).options(each.apply(MEMBERS)))
                        .one();
                Member second = found.members.get(1);
                assertThat(found.members.contains(second)).isTrue();
                assertThat(found.members.indexOf(second)).isEqualTo(1);
                second.skills.addAll(found.members.get(0).skills);
                session.pending();
                session.flush();
                session.execute(update(TEAM)
                        .set(TEAM.column("name", String.class), "renamed")
                        .where(TEAM_ID.eq(team.id)));
                session.refresh(found);
                session.rollback();
                Team merged = session.merge(team);
                assertThat(session.contains(merged)).isTrue();
                merged.members.remove(second);
                session.delete(merged.members.get(0));
                session.flush();
                session.rollback();
                session.expunge(merged);
            }
        }
    }

    /** Each length of a list as a statement of its own would fill every cache of statements. */
    @Test
    void listsOfEveryLengthAreAFewStatementsInTheCache() {
        try (Engine engine = Engine.create(database.url());
                Session session = SessionFactory.create(engine).open()) {
            int before = engine.cacheStatistics().size();
            for (int length = 0; length <= 200; length++) {
                session.execute(select(TEAM)
                                .where(TEAM_ID.in(
                                        LongStream.range(0, length).boxed().toList())))
                        .all();
            }
            assertThat(engine.cacheStatistics().size() - before).isLessThanOrEqualTo(2);
        }
    }

    /** An object that has a key already is not taken for an old one, and its row is not asked for first: what was added is new. */
    @Test
    void anObjectWithAKeyOfItsOwnIsInsertedWithoutASelect() {
        assertThat(database.statements().during(() -> saved(new Badge("own key"))))
                .singleElement()
                .asString()
                .contains("INSERT INTO")
                .doesNotStartWith("SELECT badge");
        try (Session session = sessions.open()) {
            Badge again = new Badge("own key");
            session.add(again);
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class); // and never becomes an UPDATE
        }
    }

    /** What was read and not changed is not written, whatever its class compares like, and a change writes its column alone. */
    @Test
    void onlyColumnsThatChangedAreWritten() {
        Member member = saved(new Member("unchanged"));
        try (Session session = sessions.open()) {
            Member found = session.get(Member.class, member.id).orElseThrow();
            database.statements().expect(0, session::flush);
            found.note = "changed";
            assertThat(database.statements().during(session::flush))
                    .singleElement()
                    .asString()
                    .contains("note")
                    .doesNotContain("name");
        }
    }

    /** A document is loaded by asking for it alone: no other attribute of it is touched by that. */
    @Test
    void anUnloadedAttributeNamesTheOptionThatWouldLoadIt() {
        Team team = saved(new Team("named", new Member("m")));
        Team found;
        try (Session session = sessions.open()) {
            found = session.get(Team.class, team.id).orElseThrow();
        }
        assertThatThrownBy(found.members::size)
                .hasMessageContaining("Team#" + team.id + ".members was not loaded, and its session is closed.")
                .hasMessageContaining("select(team).options(selectinload(team.members))");
        Document document = saved(new Document("named"));
        Document other;
        try (Session session = sessions.open()) {
            other = session.execute(select(DOCUMENT)
                            .where(DOCUMENT.column("title", String.class).eq("named")))
                    .one();
        }
        assertThat(other.title).isEqualTo(document.title);
        assertThatThrownBy(other.body::get).hasMessageContaining("document.body");
    }
}
