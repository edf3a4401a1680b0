package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.upper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Result;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SynchronizeSession;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Order;
import dev.azoth.orm.session.Workshop.OrderLine;
import dev.azoth.orm.session.Workshop.Part;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes by statements that are evaluated in Java for the objects of the session, as far as Java is sure of them. */
@EveryDatabase
class EvaluatedChangeTest {
    private static final EntityPath<Member> MEMBER = Entities.path(Member.class);
    private static final ColumnReference<Long> ID = MEMBER.column("id", Long.class);
    private static final ColumnReference<String> NAME = MEMBER.column("name", String.class);
    private static final ColumnReference<String> NOTE = MEMBER.column("note", String.class);
    private static final EntityPath<Part> PART = Entities.path(Part.class);
    private static final ColumnReference<Long> PART_ID = PART.column("id", Long.class);
    private static final ColumnReference<Long> WHOLE =
            PART.toOne("whole", Part.class).key(Long.class);
    private static final ColumnReference<String> PART_NAME = PART.column("name", String.class);

    private final Database database;
    private final SessionFactory sessions;

    EvaluatedChangeTest(Database database) {
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
    void evaluatedInJavaItIsOneStatement() {
        Long id = saved(new Member("evaluated")).id;
        Long other = saved(new Member("not met")).id;
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, id).orElseThrow();
            Member not = session.get(Member.class, other).orElseThrow();
            assertThat(sent(() ->
                            session.execute(update(MEMBER).set(NOTE, "new").where(ID.eq(id)))))
                    .containsExactly("UPDATE member SET note = ?, version = member.version + 1 WHERE member.id = ?");
            assertThat(own.note).isEqualTo("new");
            assertThat(own.version).isEqualTo(1);
            assertThat(not.note).isNull();
            assertThat(not.version).isZero();
            own.name = "and changed";
            session.commit();
        }
        sessions.begin(session -> {
            Member kept = session.get(Member.class, id).orElseThrow();
            assertThat(List.of(kept.name, String.valueOf(kept.note), kept.version))
                    .containsExactly("and changed", "new", 2);
        });
    }

    @Test
    void whatJavaIsNotSureOfTheDatabaseSays() {
        Long id = saved(new Member("Fetched")).id;
        saved(new Member("Fetched not"));
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, id).orElseThrow();
            Result<Row> result =
                    session.execute(update(MEMBER).set(NOTE, upper(NAME)).where(NAME.eq("Fetched")));
            assertThat(result.rowCount()).isEqualTo(1);
            assertThat(own.note).isEqualTo("FETCHED");
            assertThat(own.version).isEqualTo(1);
            session.rollback();
            assertThat(own.note).isNull();
            assertThat(own.version).isZero();
        }
    }

    @Test
    void anEvaluationThatIsNotCertainIsRefused() {
        Long id = saved(new Member("refused")).id;
        try (Session session = sessions.open()) {
            Member own = session.get(Member.class, id).orElseThrow();
            assertThatThrownBy(() -> session.execute(
                            update(MEMBER).set(NOTE, "x").where(NAME.eq("refused")), SynchronizeSession.EVALUATE))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "this change of Member cannot be evaluated in Java, since it compares values of type VARCHAR(255),"
                                    + " which a database does by rules of its own, such as collations and rounding: execute it with"
                                    + " SynchronizeSession.FETCH, or AUTO, which does so by itself");
            assertThat(own.note).isNull();
        }
    }

    @Test
    void unknownIsNeitherTrueNorFalse() {
        Part whole = new Part("whole 3vl");
        Part part = new Part("part 3vl");
        part.whole = whole;
        sessions.begin(session -> session.addAll(whole, part));
        var own = PART_ID.in(List.of(whole.id, part.id));
        for (SynchronizeSession how : List.of(SynchronizeSession.EVALUATE, SynchronizeSession.FETCH)) {
            try (Session session = sessions.open()) {
                Part one = session.get(Part.class, whole.id).orElseThrow();
                Part two = session.get(Part.class, part.id).orElseThrow();
                session.execute(update(PART).set(PART_NAME, "a").where(own, WHOLE.ne(-1L)), how);
                assertThat(List.of(one.name, two.name)).containsExactly("whole 3vl", "a");
                session.execute(
                        update(PART)
                                .set(PART_NAME, "b")
                                .where(own, WHOLE.eq(-1L).not()),
                        how);
                assertThat(List.of(one.name, two.name)).containsExactly("whole 3vl", "b");
                session.execute(
                        update(PART)
                                .set(PART_NAME, "c")
                                .where(own, WHOLE.eq(-1L).or(WHOLE.isNull())),
                        how);
                assertThat(List.of(one.name, two.name)).containsExactly("c", "b");
                session.execute(update(PART).set(PART_NAME, "d").where(own, WHOLE.isNotDistinctFrom(whole.id)), how);
                assertThat(List.of(one.name, two.name)).containsExactly("c", "d");
                session.execute(
                        update(PART)
                                .set(PART_NAME, "e")
                                .where(
                                        own,
                                        WHOLE.between(0L, 1L).and(WHOLE.gt(5L)).not()),
                        how);
                assertThat(List.of(one.name, two.name)).containsExactly("c", "e");
                session.execute(update(PART).set(PART_NAME, "f").where(own), how);
                session.refresh(one);
                assertThat(List.of(one.name, two.name)).containsExactly("f", "f");
            }
        }
    }

    @Test
    void calculationOverTheRowIsDoneInJavaToo() {
        EntityPath<OrderLine> line = Entities.path(OrderLine.class);
        ColumnReference<Integer> amount = line.column("amount", Integer.class);
        ColumnReference<Integer> number = line.column("number", Integer.class);
        Order order = new Order();
        order.group = "amounts";
        for (int i = 1; i <= 2; i++) {
            OrderLine added = new OrderLine(i, 10 * i);
            added.order = order;
            order.lines.add(added);
        }
        saved(order);
        try (Session session = sessions.open()) {
            Order own = session.get(Order.class, order.id).orElseThrow();
            assertThat(own.lines).hasSize(2);
            session.commit();
            assertThat(sent(() -> session.execute(update(line)
                            .set(amount, amount.times(2).plus(number))
                            .where(
                                    line.toOne("order", Order.class)
                                            .key(Long.class)
                                            .eq(order.id),
                                    number.ge(2)))))
                    .hasSize(1);
            assertThat(own.lines).extracting(each -> each.amount).containsExactly(10, 42);
            session.flush();
            session.refresh(own.lines.get(1));
            assertThat(own.lines.get(1).amount).isEqualTo(42);
        }
    }
}
