package dev.azoth.orm.inheritance;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.inheritance.Staff.cardPayment;
import static dev.azoth.orm.inheritance.Staff.company;
import static dev.azoth.orm.inheritance.Staff.employee;
import static dev.azoth.orm.inheritance.Staff.engineer;
import static dev.azoth.orm.inheritance.Staff.manager;
import static dev.azoth.orm.inheritance.Staff.payment;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DataException;
import dev.azoth.StaleDataException;
import dev.azoth.engine.Connection;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.inheritance.Staff.Architect;
import dev.azoth.orm.inheritance.Staff.CardPayment;
import dev.azoth.orm.inheritance.Staff.CashPayment;
import dev.azoth.orm.inheritance.Staff.Company;
import dev.azoth.orm.inheritance.Staff.Employee;
import dev.azoth.orm.inheritance.Staff.Engineer;
import dev.azoth.orm.inheritance.Staff.Manager;
import dev.azoth.orm.inheritance.Staff.Payment;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities that extend entities, in a table for each and in one table for all. */
@EveryDatabase
class InheritanceTest {
    private static final ColumnReference<Long> ID = employee.column("id", Long.class);
    private static final ColumnReference<String> NAME = employee.column("name", String.class);

    private final Database database;
    private final SessionFactory sessions;

    InheritanceTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Staff.TABLES);
    }

    @BeforeEach
    void fill() {
        sessions.begin(session -> {
            Company acme = new Company("acme");
            Manager ann = new Manager("ann", 3);
            Engineer bob = new Engineer("bob", "Java");
            Architect cyd = new Architect("cyd", "SQL", "gothic");
            acme.employees.addAll(List.of(ann, bob, cyd));
            bob.boss = dev.azoth.orm.Lazy.of(ann);
            cyd.boss = dev.azoth.orm.Lazy.of(ann);
            cyd.notes = dev.azoth.orm.Lazy.of("slow");
            bob.clients.add(acme);
            session.add(acme);
            session.add(new CardPayment("c1", "10.50", "1234", acme));
            session.add(new CashPayment("k1", "3", 7));
        });
    }

    @AfterEach
    void empty() {
        sessions.begin(session -> {
            session.execute(select(payment)).all().forEach(session::delete);
            session.execute(select(engineer)).all().forEach(session::delete);
            session.flush();
            session.execute(select(manager)).all().forEach(session::delete);
            session.execute(select(company)).all().forEach(session::delete);
        });
        try (Connection connection = database.engine().connect()) {
            for (var table : Staff.TABLES.tables()) {
                assertThat(connection.execute(select(count()).from(table)).one())
                        .as("rows left in %s", table)
                        .isZero();
            }
        }
    }

    @Test
    void aQueryOfAllGivesEachAsItsClass() {
        try (Session session = sessions.open()) {
            List<Employee> all = session.execute(select(employee).orderBy(NAME)).all();
            assertThat(all)
                    .extracting(each -> each.getClass().getSimpleName())
                    .containsExactly("Manager", "Engineer", "Architect");
            assertThat(((Manager) all.get(0)).rank).isEqualTo(3);
            assertThat(((Engineer) all.get(1)).language).isEqualTo("Java");
            Architect cyd = (Architect) all.get(2);
            assertThat(cyd.style).isEqualTo("gothic");
            assertThat(cyd.notes.get()).isEqualTo("slow");
            assertThat(cyd.boss.get()).isSameAs(all.get(0));
            assertThat(Objects.requireNonNull(all.get(1).company).name).isEqualTo("acme");

            List<Payment> payments = session.execute(select(payment).orderBy(payment.column("number", String.class)))
                    .all();
            assertThat(payments).hasSize(2);
            assertThat(Objects.requireNonNull(((CardPayment) payments.get(0)).issuer).name)
                    .isEqualTo("acme");
            assertThat(((CashPayment) payments.get(1)).coins).isEqualTo(7);
        }
    }

    @Test
    void aQueryOfSomeGivesThemAndThoseThatExtendThem() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(engineer).orderBy(engineer.column("name", String.class)))
                            .all())
                    .extracting(each -> each.name)
                    .containsExactly("bob", "cyd");
            assertThat(session.execute(select(manager)
                                    .where(manager.column("rank", Integer.class).gt(2)))
                            .all())
                    .hasSize(1);
            assertThat(session.execute(select(cardPayment)).all()).hasSize(1);
            assertThat(session.execute(select(employee.column("name", String.class), count())
                                    .groupBy(NAME)
                                    .orderBy(NAME))
                            .all())
                    .hasSize(3);
        }
    }

    @Test
    void anotherNameServesTwoOfThem() {
        EntityPath<Engineer> other = engineer.as("other");
        try (Session session = sessions.open()) {
            List<Engineer> found = session.execute(select(engineer)
                            .from(engineer)
                            .join(other, other.column("id", Long.class).gt(engineer.column("id", Long.class)))
                            .where(other.column("language", String.class).eq("SQL")))
                    .all();
            assertThat(found).extracting(each -> each.name).containsExactly("bob");
        }
    }

    @Test
    void anObjectIsFoundByItsKeyAsWhatItIs() {
        Long boss = database.engine()
                .transaction(c -> c.execute(select(ID).where(NAME.eq("ann"))).one());
        try (Session session = sessions.open()) {
            assertThat(session.get(Employee.class, boss)).get().isInstanceOf(Manager.class);
            assertThat(session.get(Manager.class, boss)).isPresent();
            assertThat(session.get(Engineer.class, boss)).isEmpty();
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Engineer.class, boss)).isEmpty();
            assertThat(session.get(Employee.class, boss)).isPresent();
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(CardPayment.class, "k1")).isEmpty();
            assertThat(session.get(Payment.class, "k1")).get().isInstanceOf(CashPayment.class);
        }
    }

    @Test
    void relationshipsOfWhatExtendsAreLoadedToo() {
        try (Session session = sessions.open()) {
            List<Company> companies = session.execute(select(company)
                            .options(selectinload(company.toMany("employees", Employee.class))
                                    .selectinload(employee.toOne("company", Company.class))))
                    .all();
            assertThat(companies.get(0).employees).hasSize(3);
            Manager ann = (Manager) companies.get(0).employees.get(0);
            assertThat(ann.reports).extracting(each -> each.name).containsExactly("bob", "cyd");
        }
        try (Session session = sessions.open()) {
            List<Employee> all = session.execute(select(employee)
                            .options(
                                    selectinload(manager.toMany("reports", Engineer.class)),
                                    joinedload(engineer.toOne("boss", Manager.class)))
                            .orderBy(NAME))
                    .all();
            database.statements().during(() -> {
                assertThat(((Manager) all.get(0)).reports).hasSize(2);
                assertThat(((Engineer) all.get(2)).boss.get()).isSameAs(all.get(0));
            });
            assertThat(((Engineer) all.get(1)).clients).hasSize(1);
        }
        try (Session session = sessions.open()) {
            Company acme = session.execute(
                            select(company).options(joinedload(company.toMany("employees", Employee.class))))
                    .one();
            assertThat(acme.employees)
                    .extracting(each -> each.getClass().getSimpleName())
                    .containsExactly("Manager", "Engineer", "Architect");
        }
    }

    @Test
    void changesGoToTheTablesThatHaveThem() {
        sessions.begin(session -> {
            Architect cyd = session.execute(select(Staff.engineer)
                            .where(engineer.column("name", String.class).eq("cyd")))
                    .map(Architect.class::cast)
                    .one();
            cyd.style = "modern";
            List<String> sent = database.statements().during(session::flush);
            assertThat(sent).hasSize(2).anySatisfy(sql -> assertThat(sql).contains("UPDATE architect"));
            assertThat(cyd.version).isEqualTo(1);
            cyd.language = "Java";
            cyd.name = "cyd b";
            session.flush();
            assertThat(cyd.version).isEqualTo(2);
        });
        try (Session session = sessions.open()) {
            Engineer cyd = session.execute(select(engineer)
                            .where(engineer.column("name", String.class).eq("cyd b")))
                    .one();
            assertThat(((Architect) cyd).style).isEqualTo("modern");
            assertThat(cyd.language).isEqualTo("Java");
        }
    }

    @Test
    void anOlderStateIsRefusedWhicheverTableChanged() {
        Engineer detached;
        try (Session session = sessions.open()) {
            detached = session.execute(select(engineer)
                            .where(engineer.column("language", String.class).eq("SQL")))
                    .one();
        }
        Long id = Objects.requireNonNull(detached.id);
        sessions.begin(session -> session.get(Engineer.class, id).orElseThrow().language = "C");
        detached.name = "late";
        assertThatThrownBy(() -> sessions.begin(session -> session.merge(detached)))
                .isInstanceOf(StaleDataException.class);
    }

    @Test
    void aRowOfAnotherClassMayTakeTheSameKey() {
        sessions.begin(session -> {
            session.delete(session.get(Payment.class, "k1").orElseThrow());
            session.add(new CardPayment(
                    "k1", "4", "99", session.execute(select(company)).one()));
        });
        try (Session session = sessions.open()) {
            assertThat(session.get(Payment.class, "k1")).get().isInstanceOf(CardPayment.class);
            assertThatThrownBy(() -> {
                        session.add(new CashPayment("c1", "1", 1));
                        session.get(Payment.class, "c1");
                        session.flush();
                    })
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void aStateOutsideIsMerged() {
        Engineer detached;
        try (Session session = sessions.open()) {
            detached = session.execute(select(engineer)
                            .where(engineer.column("name", String.class).eq("bob")))
                    .one();
        }
        detached.language = "Kotlin";
        sessions.begin(session -> session.merge(detached));
        try (Session session = sessions.open()) {
            assertThat(session.get(Employee.class, Objects.requireNonNull(detached.id))
                            .map(Engineer.class::cast)
                            .orElseThrow()
                            .language)
                    .isEqualTo("Kotlin");
        }
    }

    @Test
    void aRowOfNoKnownClassIsAnErrorThatNamesIt() {
        database.engine()
                .begin(connection -> connection.execute(Sql.update(payment.table())
                        .set(payment.table().column("dtype", String.class), "cheque")
                        .where(payment.table().column("number", String.class).eq("k1"))));
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(select(payment)).all())
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("a row of payment has \"cheque\" in its column dtype, which is no Payment")
                    .hasMessageContaining("[CardPayment, cash]");
        }
        database.engine()
                .begin(connection -> connection.execute(Sql.delete(payment.table())
                        .where(payment.table().column("number", String.class).eq("k1"))));
    }
}
