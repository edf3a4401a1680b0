package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.upper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.PendingChange;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attributes that the database computes when an object is flushed. */
@EveryDatabase
class SqlExpressionTest {
    private static final EntityPath<Member> MEMBER = Entities.path(Member.class);
    private static final ColumnReference<String> NAME = MEMBER.column("name", String.class);
    private static final ColumnReference<String> NOTE = MEMBER.column("note", String.class);
    private static final EntityPath<OrderLine> LINE = Entities.path(OrderLine.class);
    private static final ColumnReference<Integer> AMOUNT = LINE.column("amount", Integer.class);

    private final Database database;
    private final SessionFactory sessions;

    SqlExpressionTest(Database database) {
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

    private Order order(int... amounts) {
        Order order = new Order();
        order.group = "expressions";
        for (int i = 0; i < amounts.length; i++) {
            OrderLine line = new OrderLine(i, amounts[i]);
            line.order = order;
            order.lines.add(line);
        }
        return saved(order);
    }

    @Test
    void expressionIsWrittenByTheFlushAndReadBack() {
        Long id = saved(new Member("written")).id;
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, id).orElseThrow();
            session.set(own, NOTE, upper(NAME));
            assertThat(own.note).isNull();
            assertThat(session.pending())
                    .extracting(PendingChange::toString)
                    .containsExactly("UPDATE Member#" + id + " (note)");
            List<String> sent = database.statements().during(session::flush).stream()
                    .map(each -> each.replaceAll("[`\"]", ""))
                    .toList();
            assertThat(sent)
                    .containsExactly(
                            "UPDATE member SET version = ?, note = upper(member.name) WHERE member.id = ? AND member.version = ?",
                            database.name().matches("postgresql|h2|duckdb")
                                    ? "SELECT member.id, member.note FROM member WHERE member.id = ANY(?)"
                                    : "SELECT member.id, member.note FROM member WHERE member.id IN (?)");
            assertThat(own.note).isEqualTo("WRITTEN");
            assertThat(own.version).isEqualTo(1);
            assertThat(session.pending()).isEmpty();
            own.name = "changed";
            session.flush();
            assertThat(own.note).isEqualTo("WRITTEN");
            session.rollback();
            assertThat(own.note).isNull();
            assertThat(own.version).isZero();
        }
    }

    @Test
    void twoSessionsBothAdd() {
        Order order = order(10);
        try (Session first = sessions.open();
                Session second = sessions.open()) {
            OrderLine one = first.get(OrderLine.class, order.id, 0).orElseThrow();
            first.commit();
            OrderLine two = second.get(OrderLine.class, order.id, 0).orElseThrow();
            second.commit();
            first.set(one, AMOUNT, AMOUNT.plus(5));
            first.commit();
            second.set(two, AMOUNT, AMOUNT.plus(7));
            second.commit();
            assertThat(one.amount).isEqualTo(15);
            assertThat(two.amount).isEqualTo(22);
        }
    }

    @Test
    void rowsWithTheSameExpressionGoTogether() {
        Order order = order(1, 2, 3);
        try (Session session = sessions.open()) {
            List<OrderLine> lines = session.execute(select(LINE)
                            .where(LINE.toOne("order", Order.class)
                                    .key(Long.class)
                                    .eq(order.id))
                            .orderBy(LINE.column("number", Integer.class)))
                    .all();
            lines.forEach(each -> session.set(each, AMOUNT, AMOUNT.times(2)));
            session.set(lines.get(2), AMOUNT, literal(9));
            session.commit();
            assertThat(lines).extracting(each -> each.amount).containsExactly(2, 4, 9);
        }
    }

    @Test
    void lazyColumnIsLoadedByIt() {
        Document document = new Document("title");
        document.body = Lazy.of("body");
        saved(document);
        EntityPath<Document> path = Entities.path(Document.class);
        try (Session session = sessions.open()) {
            Document own = session.get(Document.class, document.id).orElseThrow();
            session.set(
                    own,
                    path.column("body", String.class),
                    path.column("title", String.class).concat("!"));
            session.commit();
            assertThat(own.body.get()).isEqualTo("title!");
        }
    }

    @Test
    void whatIsLoadedMeanwhileLeavesIt() {
        Team team = saved(new Team("meanwhile", new Member("m")));
        EntityPath<Team> path = Entities.path(Team.class);
        SessionFactory manual = SessionFactory.create(database.engine(), options -> options.autoflush(false));
        try (Session session = manual.open()) {
            Team own = session.get(Team.class, team.id).orElseThrow();
            session.set(own, path.column("name", String.class), upper(path.column("name", String.class)));
            assertThat(own.members).hasSize(1);
            session.commit();
            assertThat(own.name).isEqualTo("MEANWHILE");
        }
    }

    @Test
    void refreshForgetsIt() {
        Long id = saved(new Member("forgotten")).id;
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, id).orElseThrow();
            session.set(own, NOTE, upper(NAME));
            session.refresh(own);
            assertThat(session.pending()).isEmpty();
            session.set(own, NOTE, upper(NAME));
            session.rollback();
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    void whatCannotBeComputedIsRefused() {
        Long id = saved(new Member("refused")).id;
        saved(new Point("refused", 1, 1));
        EntityPath<Point> point = Entities.path(Point.class);
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, id).orElseThrow();
            assertThatThrownBy(() -> session.set(own, MEMBER.column("id", Long.class), literal(5L)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Member#" + id
                            + ".id cannot be an expression: keys stay as they are, and the session counts versions");
            assertThatThrownBy(() ->
                            session.set(own, MEMBER.toOne("team", Team.class).key(Long.class), literal(5L)))
                    .hasMessage(
                            "Member#" + id
                                    + " has no attribute that is written to member.team_id: a relationship is set as an object");
            assertThatThrownBy(() -> session.set(own, AMOUNT, literal(5)))
                    .hasMessage("Member#" + id + " has no column order line.amount");
            Member fresh = new Member("fresh");
            session.add(fresh);
            assertThatThrownBy(() -> session.set(fresh, NOTE, NAME))
                    .hasMessage(
                            "this Member is pending: only the row of a persistent object can be computed from; give it a value");
            Point record = session.get(Point.class, "refused").orElseThrow();
            assertThatThrownBy(() -> session.set(record, point.column("x", Integer.class), literal(2)))
                    .hasMessage("Point#refused is a record, which never changes");
            session.set(own, NOTE, NAME);
            own.note = "and a value";
            assertThatThrownBy(session::flush)
                    .hasMessage("Member#" + id
                            + ".note was changed, and is also set to an expression by session.set(…): do one of both");
        }
    }
}
