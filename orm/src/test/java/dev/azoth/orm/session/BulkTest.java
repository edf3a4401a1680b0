package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.insert;
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
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Order;
import dev.azoth.orm.session.Workshop.OrderLine;
import dev.azoth.orm.session.Workshop.Point;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many rows of entities by one statement: given as maps, records and objects. */
@EveryDatabase
class BulkTest {
    private static final EntityPath<Member> MEMBER = Entities.path(Member.class);
    private static final ColumnReference<String> NAME = MEMBER.column("name", String.class);
    private static final ColumnReference<String> NOTE = MEMBER.column("note", String.class);
    private static final EntityPath<Point> POINT = Entities.path(Point.class);

    private final Database database;
    private final SessionFactory sessions;

    record NewMember(String name, String note) {}

    BulkTest(Database database) {
        this.database = database;
        sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    private List<String> sent(Runnable work) {
        return database.statements().during(work);
    }

    @Test
    void insertsRowsOfEveryFormAndGivesObjectsInTheirOrder() {
        Team team = new Team("bulk");
        sessions.begin(session -> session.add(team));
        try (Session session = sessions.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            Member object = new Member("by object");
            object.note = "an object";
            List<Member> made = session.execute(
                            insert(MEMBER).returning(MEMBER),
                            List.of(
                                    Map.of("name", "by attribute", "team", own),
                                    Map.of(NAME, "by column", NOTE, "emoji 🐝"),
                                    new NewMember("by record", "a record"),
                                    Map.of("team_id", own.id, "name", "by name"),
                                    object))
                    .all();
            assertThat(made)
                    .extracting(each -> each.name)
                    .containsExactly("by attribute", "by column", "by record", "by name", "by object");
            assertThat(made)
                    .extracting(each -> each.note)
                    .containsExactly(null, "emoji 🐝", "a record", null, "an object");
            assertThat(made).extracting(each -> each.version).containsOnly(0);
            assertThat(made.get(0).team).isSameAs(own);
            assertThat(made.get(3).team).isSameAs(own);
            assertThat(made).allMatch(each -> session.state(each) == EntityState.PERSISTENT);
            assertThat(object.id).isNull();
            made.get(1).name = "changed at once";
            session.commit();
            assertThat(made.get(1).version).isEqualTo(1);
        }
    }

    @Test
    void rowsOfOneShapeAreOneStatement() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(i % 2 == 0 ? Map.of("name", "shape " + i) : Map.of("name", "shape " + i, "note", "odd"));
        }
        try (Session session = sessions.open()) {
            assertThat(sent(() -> {
                        assertThat(session.execute(insert(MEMBER), rows).rowCount())
                                .isEqualTo(100);
                    }))
                    .hasSize(2);
            List<Long> ids = session.execute(insert(MEMBER).returning(MEMBER.column("id", Long.class)), rows)
                    .all();
            assertThat(ids).hasSize(100).doesNotHaveDuplicates();
            assertThat(session.get(Member.class, ids.get(51)).orElseThrow().name)
                    .isEqualTo("shape 51");
            assertThat(session.execute(insert(MEMBER), List.of()).rowCount()).isZero();
        }
    }

    @Test
    void keysAndDefaultsAreMade() {
        try (Session session = sessions.open()) {
            EntityPath<Document> document = Entities.path(Document.class);
            Map<String, Object> named = new HashMap<>();
            named.put("title", "made 1");
            named.put("checksum", new byte[] {1});
            named.put("body", null);
            List<Document> made = session.execute(
                            insert(document).returning(document), List.of(named, new Document("made 2")))
                    .all();
            assertThat(made).extracting(each -> each.title).containsExactly("made 1", "made 2");
            assertThat(made).allMatch(each -> each.id != null);
            session.execute(insert(POINT), List.of(new Point("bulk 1", 1, 2), new Point("bulk 2", 3, 4)));
            assertThat(session.get(Point.class, "bulk 2").orElseThrow().y()).isEqualTo(4);
        }
    }

    @Test
    void rowThatFitsNothingIsRefused() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(insert(MEMBER), List.of(Map.of("name", "x"), Map.of("nme", "y"))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("row 1 has a value for nme, which Member does not have; its attributes and columns are"
                            + " id, version, name, note, team, team_id");
            assertThatThrownBy(() -> session.execute(insert(MEMBER), List.of("x")))
                    .hasMessage(
                            "row 0 of Member is a java.lang.String: rows are maps from attributes, columns or their names, records,"
                                    + " or objects of Member");
            assertThatThrownBy(() ->
                            session.execute(insert(MEMBER), List.of(Map.of("name", "x", "team", new Team("unsaved")))))
                    .hasMessage(
                            "row 0 leads by Member.team to a Team that has no key yet: insert that first, or session.add(…) both");
        }
    }

    @Test
    void updatesRowsByTheirKeys() {
        List<Member> members = List.of(new Member("k1"), new Member("k2"), new Member("k3"));
        sessions.begin(session -> session.addAll(members));
        Team team = new Team("of keys");
        sessions.begin(session -> session.add(team));
        try (Session session = sessions.open()) {
            Member held = session.get(Member.class, members.get(0).id).orElseThrow();
            Team own = session.get(Team.class, team.id).orElseThrow();
            assertThat(session.execute(
                                    update(MEMBER),
                                    List.of(
                                            Map.of("id", held.id, "note", "first", "team", own),
                                            Map.of("id", members.get(1).id, "note", "second"),
                                            Map.of("id", members.get(2).id, "note", "third")))
                            .rowCount())
                    .isEqualTo(3);
            assertThat(held.note).isEqualTo("first");
            assertThat(held.version).isEqualTo(1);
            assertThat(held.team).isSameAs(own);
            held.name = "flushed on";
            session.flush();
            Member other = session.get(Member.class, members.get(2).id).orElseThrow();
            assertThat(List.of(String.valueOf(other.note), other.version)).containsExactly("third", 1);
            session.rollback();
            assertThat(held.note).isNull();
            assertThat(held.version).isZero();
        }
    }

    @Test
    void versionAmongTheValuesIsExpected() {
        Member member = new Member("expected");
        sessions.begin(session -> session.add(member));
        sessions.begin(session ->
                session.execute(update(MEMBER), List.of(Map.of("id", member.id, "note", "one", "version", 0))));
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(
                            update(MEMBER), List.of(Map.of("id", member.id, "note", "two", "version", 0))))
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageStartingWith(
                            "Member#" + member.id + " could not be updated: somebody else changed or deleted its row"
                                    + " since it was read at version 0.");
            assertThatThrownBy(() -> session.execute(update(MEMBER), List.of(Map.of("id", -5L, "note", "none"))))
                    .isInstanceOf(StaleDataException.class);
            assertThatThrownBy(() -> session.execute(update(MEMBER), List.of(Map.of("note", "none"))))
                    .hasMessage("row 0 has no value for member.id, by which the row of Member is found");
        }
        member.note = "a detached object";
        member.version = 1;
        sessions.begin(session -> session.execute(update(MEMBER), List.of(member)));
        sessions.begin(session -> {
            Member stored = session.get(Member.class, member.id).orElseThrow();
            assertThat(stored.note).isEqualTo("a detached object");
            assertThat(stored.version).isEqualTo(2);
        });
    }

    @Test
    void keysOfSeveralColumnsAndReservedWords() {
        Order order = new Order();
        order.group = "bulk";
        sessions.begin(session -> session.add(order));
        EntityPath<OrderLine> line = Entities.path(OrderLine.class);
        try (Session session = sessions.open()) {
            Order own = session.get(Order.class, order.id).orElseThrow();
            session.execute(
                    insert(line),
                    List.of(
                            Map.of("order", own, "number", 1, "amount", 5),
                            Map.of("order", own, "number", 2, "amount", 6)));
            session.execute(update(line), List.of(Map.of("order", order.id, "number", 2, "amount", 7)));
            assertThat(own.lines).extracting(each -> each.amount).containsExactlyInAnyOrder(5, 7);
        }
    }

    @Test
    void rowsOfAnUpdateBringEverything() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(update(MEMBER).set(NOTE, "x"), List.of(Map.of("id", 1L))))
                    .hasMessage(
                            "rows bring their keys and values: execute(update(entity), rows) takes an update of Member without"
                                    + " others, which returns nothing; connection().execute(…) takes parameters");
            assertThat(session.execute(select(MEMBER).where(NAME.in(Arrays.asList("nobody"))))
                            .all())
                    .isEmpty();
        }
    }
}
