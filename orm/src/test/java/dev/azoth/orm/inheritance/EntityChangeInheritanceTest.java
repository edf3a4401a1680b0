package dev.azoth.orm.inheritance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SynchronizeSession;
import dev.azoth.orm.inheritance.Staff.Architect;
import dev.azoth.orm.inheritance.Staff.CardPayment;
import dev.azoth.orm.inheritance.Staff.CashPayment;
import dev.azoth.orm.inheritance.Staff.Company;
import dev.azoth.orm.inheritance.Staff.Employee;
import dev.azoth.orm.inheritance.Staff.Engineer;
import dev.azoth.orm.inheritance.Staff.Manager;
import dev.azoth.orm.inheritance.Staff.Payment;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes by statement of entities that extend each other. */
@EveryDatabase
class EntityChangeInheritanceTest {
    private static final ColumnReference<BigDecimal> AMOUNT = Staff.cardPayment.column("amount", BigDecimal.class);
    private static final ColumnReference<String> LANGUAGE = Staff.engineer.column("language", String.class);
    private static final ColumnReference<String> ENGINEER_NAME = Staff.engineer.column("name", String.class);
    private static final ColumnReference<Long> ENGINEER = Staff.engineer.column("id", Long.class);

    private final Database database;
    private final SessionFactory sessions;

    EntityChangeInheritanceTest(Database database) {
        this.database = database;
        sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Staff.TABLES);
    }

    private List<String> sent(Runnable work) {
        return database.statements().during(work).stream()
                .map(each -> each.replaceAll("[`\"]", ""))
                .toList();
    }

    @Test
    void ofOneTableOnlyItsOwnRowsAreMet() {
        Company issuer = new Company("issuer");
        sessions.begin(session -> session.addAll(
                issuer, new CardPayment("s1", "1.00", "1234", issuer), new CashPayment("s2", "1.00", 3)));
        try (Session session = sessions.open()) {
            Payment card = session.get(Payment.class, "s1").orElseThrow();
            Payment cash = session.get(Payment.class, "s2").orElseThrow();
            assertThat(sent(() -> session.execute(
                            update(Staff.cardPayment).set(AMOUNT, new BigDecimal("2.00")),
                            SynchronizeSession.EVALUATE)))
                    .hasSize(1)
                    .allSatisfy(sql -> assertThat(sql)
                            .isEqualTo("UPDATE payment SET amount = ? WHERE payment.dtype = 'CardPayment'"));
            assertThat(card.amount).isEqualByComparingTo("2.00");
            assertThat(cash.amount).isEqualByComparingTo("1.00");
            session.execute(delete(Staff.cardPayment));
            assertThat(session.state(card)).isEqualTo(EntityState.DELETED);
            assertThat(session.state(cash)).isEqualTo(EntityState.PERSISTENT);
            session.rollback();
            assertThat(card.amount).isEqualByComparingTo("1.00");
        }
    }

    @Test
    void ofSeveralTablesItIsMadeByTheKeys() {
        Engineer one = new Engineer("joined 1", "java");
        Architect two = new Architect("joined 2", "java", "gothic");
        Manager other = new Manager("joined 3", 1);
        sessions.begin(session -> session.addAll(one, two, other));
        try (Session session = sessions.open()) {
            Engineer first = session.get(Engineer.class, one.id).orElseThrow();
            Employee second = session.get(Employee.class, two.id).orElseThrow();
            assertThat(session.execute(update(Staff.engineer)
                                    .set(LANGUAGE, "kotlin")
                                    .set(ENGINEER_NAME, "renamed")
                                    .where(ENGINEER_NAME.in("joined 1", "joined 2", "joined 3"), LANGUAGE.eq("java")))
                            .rowCount())
                    .isEqualTo(2);
            assertThat(List.of(first.language, first.name, second.name))
                    .containsExactly("kotlin", "renamed", "renamed");
            assertThat(first.version).isEqualTo(1);
            first.name = "and again";
            session.commit();
            assertThatThrownBy(() -> session.execute(
                            update(Staff.engineer).set(LANGUAGE, ENGINEER_NAME).where(ENGINEER.eq(one.id))))
                    .hasMessage(
                            "a change of Engineer, whose rows are in several tables, cannot set engineer.language to what it reads"
                                    + " of employee.name, which is in another of them");
            session.execute(delete(Staff.engineer).where(ENGINEER.in(one.id, two.id)));
            assertThat(session.state(first)).isEqualTo(EntityState.DELETED);
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Employee.class, one.id)).isEmpty();
            assertThat(session.get(Employee.class, two.id)).isEmpty();
            assertThat(session.get(Employee.class, other.id)).isPresent();
        }
    }

    @Test
    void columnsOfTheFirstTableAloneAreOneStatement() {
        Manager one = new Manager("first table", 1);
        sessions.begin(session -> session.addAll(one));
        ColumnReference<String> name = Staff.employee.column("name", String.class);
        ColumnReference<Long> id = Staff.employee.column("id", Long.class);
        try (Session session = sessions.open()) {
            Employee own = session.get(Employee.class, one.id).orElseThrow();
            assertThat(sent(() -> session.execute(
                            update(Staff.employee).set(name, "of all").where(id.eq(one.id)))))
                    .containsExactly(
                            "UPDATE employee SET name = ?, version = employee.version + 1 WHERE employee.id = ?");
            assertThat(own.name).isEqualTo("of all");
        }
    }

    @Test
    void insertsManyRowsOfEach() {
        EntityPath<Architect> architect = Entities.path(Architect.class);
        try (Session session = sessions.open()) {
            List<Architect> made = session.execute(
                            insert(architect).returning(architect),
                            List.of(
                                    Map.of("name", "bulk 1", "language", "c", "style", "plain"),
                                    Map.of("name", "bulk 2", "language", "d"),
                                    new Architect("bulk 3", "e", "round")))
                    .all();
            assertThat(made).extracting(each -> each.name).containsExactly("bulk 1", "bulk 2", "bulk 3");
            assertThat(made).extracting(each -> each.style).containsExactly("plain", null, "round");
            session.execute(
                    insert(Entities.path(CashPayment.class)),
                    List.of(Map.of("number", "b1", "amount", new BigDecimal("3.00"), "coins", 2)));
            assertThat(session.get(Payment.class, "b1").orElseThrow()).isInstanceOf(CashPayment.class);
            assertThatThrownBy(() -> session.execute(insert(Staff.payment), List.of(Map.of("number", "b2"))))
                    .hasMessage("Payment is abstract and has no rows of its own: insert one that extends it");
        }
    }

    @Test
    void updatesManyRowsByTheirKeys() {
        Engineer one = new Engineer("by key 1", "java");
        Engineer two = new Engineer("by key 2", "java");
        sessions.begin(session -> session.addAll(one, two));
        try (Session session = sessions.open()) {
            Engineer held = session.get(Engineer.class, one.id).orElseThrow();
            session.execute(
                    update(Staff.engineer),
                    List.of(
                            Map.of("id", one.id, "language", "go", "name", "new name"),
                            Map.of("id", two.id, "language", "c")));
            assertThat(List.of(held.language, held.name, held.version)).containsExactly("go", "new name", 1);
            Engineer other = session.get(Engineer.class, two.id).orElseThrow();
            assertThat(List.of(other.language, other.name, other.version)).containsExactly("c", "by key 2", 1);
        }
    }
}
