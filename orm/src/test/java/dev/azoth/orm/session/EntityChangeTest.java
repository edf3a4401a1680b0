package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.SynchronizeSession;
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Point;
import dev.azoth.orm.session.Workshop.Skill;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** UPDATE and DELETE of entities, after which the session's objects are what their rows are. */
@EveryDatabase
class EntityChangeTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);
    private static final EntityPath<Member> MEMBER = Entities.path(Member.class);
    private static final ColumnReference<Long> ID = MEMBER.column("id", Long.class);
    private static final ColumnReference<String> NAME = MEMBER.column("name", String.class);
    private static final ColumnReference<String> NOTE = MEMBER.column("note", String.class);
    private static final ColumnReference<Long> TEAM_ID =
            MEMBER.toOne("team", Team.class).key(Long.class);

    private final Database database;
    private final SessionFactory sessions;

    EntityChangeTest(Database database) {
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

    private List<String> sent(Runnable work) {
        return database.statements().during(work).stream()
                .map(each -> each.replaceAll("[`\"]", ""))
                .toList();
    }

    @Test
    void withoutSynchronizationObjectsLearnByRefresh() {
        Long id = saved(new Member("off")).id;
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, id).orElseThrow();
            session.execute(update(MEMBER).set(NOTE, "off").where(ID.eq(id)), SynchronizeSession.OFF);
            assertThat(own.note).isNull();
            assertThatThrownBy(() -> {
                        own.name = "stale";
                        session.flush();
                    })
                    .isInstanceOf(StaleDataException.class);
            session.rollback();
            session.execute(update(MEMBER).set(NOTE, "off").where(ID.eq(id)), SynchronizeSession.OFF);
            session.refresh(own);
            assertThat(own.note).isEqualTo("off");
        }
    }

    @Test
    void deletedRowsHaveNoObjects() {
        Team team = saved(new Team("delete", new Member("stays"), new Member("goes")));
        Long gone = team.members.get(1).id;
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            Member goes = own.members.get(1);
            session.commit();
            assertThat(sent(() -> session.execute(delete(MEMBER).where(ID.eq(gone)))))
                    .containsExactly("DELETE FROM member WHERE member.id = ?");
            assertThat(session.state(goes)).isEqualTo(EntityState.DELETED);
            assertThat(session.get(Member.class, gone)).isEmpty();
            assertThat(own.members).extracting(each -> each.name).containsExactly("stays");
            session.flush();
            session.rollback();
            assertThat(session.state(goes)).isEqualTo(EntityState.PERSISTENT);
            assertThat(own.members).extracting(each -> each.name).containsExactly("stays", "goes");
            session.execute(delete(MEMBER).where(NAME.eq("goes"), TEAM_ID.eq(team.id)));
            session.commit();
            assertThat(session.state(goes)).isEqualTo(EntityState.DETACHED);
            assertThat(own.members).hasSize(1);
        }
        sessions.begin(session -> assertThat(session.get(Member.class, gone)).isEmpty());
    }

    @Test
    void savepointBringsObjectsBack() {
        if (database.name().equals("duckdb")) {
            return; // it has no savepoints: see RollbackTest
        }
        Long id = saved(new Member("savepoint")).id;
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, id).orElseThrow();
            session.execute(update(MEMBER).set(NOTE, "kept").where(ID.eq(id)));
            try (SessionSavepoint savepoint = session.beginNested()) {
                session.execute(update(MEMBER).set(NOTE, "undone").where(ID.eq(id)));
                session.execute(delete(MEMBER).where(ID.eq(id)));
                savepoint.rollback();
            }
            assertThat(session.state(own)).isEqualTo(EntityState.PERSISTENT);
            assertThat(own.note).isEqualTo("kept");
            assertThat(own.version).isEqualTo(1);
            own.name = "after the savepoint";
            session.commit();
        }
    }

    @Test
    void foreignKeyThatIsSetLeadsElsewhere() {
        Team first = saved(new Team("first", new Member("moves")));
        Team second = saved(new Team("second"));
        Long id = first.members.get(0).id;
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, id).orElseThrow();
            session.execute(update(MEMBER).set(TEAM_ID, second.id).where(ID.eq(id)));
            assertThat(own.team).isSameAs(session.get(Team.class, second.id).orElseThrow());
            session.execute(update(MEMBER).set(TEAM_ID, (Long) null).where(ID.eq(id)));
            assertThat(own.team).isNull();
            session.rollback();
            assertThat(String.valueOf(own.team == null ? null : own.team.name)).isEqualTo("first");
        }
    }

    @Test
    void returnsColumnsAndObjects() {
        Long one = saved(new Member("returned 1")).id;
        Long two = saved(new Member("returned 2")).id;
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, one).orElseThrow();
            assertThat(session.execute(update(MEMBER)
                                    .set(NOTE, NAME.concat("!"))
                                    .where(ID.in(one, two))
                                    .returning(NOTE))
                            .all())
                    .containsExactlyInAnyOrder("returned 1!", "returned 2!");
            assertThat(own.note).isEqualTo("returned 1!");
            List<Member> objects = session.execute(update(MEMBER)
                            .set(NOTE, "both")
                            .where(ID.in(one, two))
                            .returning(MEMBER))
                    .all();
            assertThat(objects).hasSize(2).extracting(each -> each.note).containsOnly("both");
            assertThat(objects).anySatisfy(each -> assertThat(each).isSameAs(own));
            Member other = session.get(Member.class, two).orElseThrow();
            assertThat(objects).anySatisfy(each -> assertThat(each).isSameAs(other));
            assertThat(other.version).isEqualTo(2);
            assertThatThrownBy(() ->
                            session.execute(delete(MEMBER).where(ID.eq(one)).returning(MEMBER)))
                    .hasMessage(
                            "a DELETE returns columns of Member, not its objects: select them before, or session.delete(…) them");
        }
    }

    @Test
    void recordThatIsMetIsLetGo() {
        EntityPath<Point> point = Entities.path(Point.class);
        saved(new Point("met", 1, 1));
        try (Session session = sessions.open()) {
            Point before = session.get(Point.class, "met").orElseThrow();
            session.execute(update(point)
                    .set(point.column("y", Integer.class), 2)
                    .where(point.column("x", Integer.class).eq(1)));
            assertThat(session.state(before)).isEqualTo(EntityState.DETACHED);
            assertThat(session.get(Point.class, "met").orElseThrow().y()).isEqualTo(2);
        }
    }

    @Test
    void pendingChangesAreWrittenBefore() {
        Long id = saved(new Member("pending")).id;
        SessionFactory manual = SessionFactory.create(database.engine(), options -> options.autoflush(false));
        try (Session session = manual.open()) {
            Member own = session.get(Member.class, id).orElseThrow();
            own.name = "pending, written";
            session.execute(update(MEMBER).set(NOTE, NAME).where(ID.eq(id)));
            assertThat(own.note).isEqualTo("pending, written");
            assertThat(own.version).isEqualTo(2);
        }
    }

    @Test
    void statementOfCoreOverItsTableIsOneOfTheEntity() {
        Long id = saved(new Member("by table")).id;
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, id).orElseThrow();
            session.execute(update(MEMBER.table()).set(NOTE, "by table").where(ID.eq(id)));
            assertThat(own.note).isEqualTo("by table");
            session.connection()
                    .execute(update(MEMBER.table()).set(NOTE, "past it").where(ID.eq(id)));
            assertThat(own.note).isEqualTo("by table");
        }
    }

    @Test
    void lazyColumnIsSetLoadedOrNot() {
        Document document = new Document("lazy");
        document.body = dev.azoth.orm.Lazy.of("before");
        saved(document);
        EntityPath<Document> path = Entities.path(Document.class);
        ColumnReference<String> body = path.column("body", String.class);
        try (Session session = sessions.open()) {
            Document own = session.get(Document.class, document.id).orElseThrow();
            session.execute(update(path)
                    .set(body, "unseen")
                    .where(path.column("id", java.util.UUID.class).eq(document.id)));
            assertThat(own.body.get()).isEqualTo("unseen");
            session.execute(update(path)
                    .set(body, (String) null)
                    .where(path.column("id", java.util.UUID.class).eq(document.id)));
            assertThat(own.body.get()).isNull();
            session.rollback();
            assertThat(own.body.isLoaded()).isFalse();
            assertThat(own.body.get()).isEqualTo("before");
        }
    }

    @Test
    void keyStaysAsItIs() {
        EntityPath<Skill> skill = Entities.path(Skill.class);
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(update(skill).set(skill.column("id", Long.class), -7L)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "the key of Skill would change, by which the session knows its objects: SynchronizeSession.OFF takes"
                                    + " that change, and no objects of its rows should be used then");
            assertThatThrownBy(() -> update(skill.as("s")))
                    .hasMessage(
                            "rows of Skill as s cannot be changed, which is another name or a query: name the entity itself");
        }
    }

    @Test
    void rowsByOtherTablesAreFetched() {
        Team team = saved(new Team("by its team 🐝", new Member("bee")));
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, team.members.get(0).id).orElseThrow();
            session.execute(update(MEMBER)
                    .set(NOTE, "of the bees")
                    .where(TEAM_ID.in(select(TEAM.column("id", Long.class))
                            .from(TEAM)
                            .where(TEAM.column("name", String.class).eq("by its team 🐝")))));
            assertThat(own.note).isEqualTo("of the bees");
        }
    }
}
