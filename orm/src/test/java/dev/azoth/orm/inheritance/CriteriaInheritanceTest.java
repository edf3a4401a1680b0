package dev.azoth.orm.inheritance;

import static dev.azoth.orm.Loading.criteria;
import static dev.azoth.orm.inheritance.Staff.cardPayment;
import static dev.azoth.orm.inheritance.Staff.employee;
import static dev.azoth.orm.inheritance.Staff.engineer;
import static dev.azoth.orm.inheritance.Staff.payment;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.inheritance.Staff.CashPayment;
import dev.azoth.orm.inheritance.Staff.Employee;
import dev.azoth.orm.inheritance.Staff.Engineer;
import dev.azoth.orm.inheritance.Staff.Manager;
import dev.azoth.orm.inheritance.Staff.Payment;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Criteria on entities that extend each other. */
@EveryDatabase
class CriteriaInheritanceTest {
    private static final ColumnReference<String> NAME = employee.column("name", String.class);
    private static final ColumnReference<String> NUMBER = payment.column("number", String.class);

    private final SessionFactory sessions;

    CriteriaInheritanceTest(Database database) {
        this.sessions = SessionFactory.create(
                database.engine(),
                options -> options.criteria(employee, NAME.ne("hidden")).criteria(payment, NUMBER.ne("c2")));
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Staff.TABLES);
    }

    @Test
    void criterionOfTheFirstIsOneOfAll() {
        Engineer seen = new Engineer("seen", "java");
        Engineer hidden = new Engineer("hidden", "java");
        sessions.begin(session -> session.addAll(
                seen, hidden, new Manager("hidden", 3), new CashPayment("c1", "1", 1), new CashPayment("c2", "1", 1)));
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(employee)).all())
                    .extracting(each -> each.name)
                    .containsExactly("seen");
            assertThat(session.execute(select(engineer)).all()).hasSize(1);
            assertThat(session.get(Employee.class, hidden.id)).isEmpty();
            assertThat(session.execute(select(payment)).all()).hasSize(1);
            assertThat(session.get(Payment.class, "c2")).isEmpty();
            ColumnReference<String> language = engineer.column("language", String.class);
            assertThat(session.execute(update(engineer).set(language, "go").where(language.eq("java")))
                            .rowCount())
                    .isEqualTo(1);
            assertThat(session.get(Engineer.class, seen.id).orElseThrow().language)
                    .isEqualTo("go");
            ColumnReference<BigDecimal> amount = cardPayment.column("amount", BigDecimal.class);
            assertThat(session.execute(update(cardPayment).set(amount, BigDecimal.ONE))
                            .rowCount())
                    .isZero();
        }
    }

    @Test
    void criterionOfOneBelowIsRefused() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(
                            select(employee),
                            criteria(
                                    engineer,
                                    engineer.column("name", String.class).ne("x"))))
                    .hasMessage(
                            "a criterion of Engineer is about Engineer, but not about Employee, which that extends: all of them are"
                                    + " read together, so give it to Employee");
        }
    }
}
