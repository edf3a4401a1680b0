package dev.azoth.orm.inheritance;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.orm.Loading.selectinPolymorphic;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.inheritance.Staff.company;
import static dev.azoth.orm.inheritance.Staff.employee;
import static dev.azoth.orm.inheritance.Staff.engineer;
import static dev.azoth.orm.inheritance.Staff.manager;
import static dev.azoth.orm.inheritance.Staff.payment;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.inheritance.Staff.Architect;
import dev.azoth.orm.inheritance.Staff.Company;
import dev.azoth.orm.inheritance.Staff.Employee;
import dev.azoth.orm.inheritance.Staff.Engineer;
import dev.azoth.orm.inheritance.Staff.Manager;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What classes add is loaded by a query for each, and not by a join of all tables. */
@EveryDatabase
class SelectinPolymorphicTest {
    private static final ColumnReference<String> NAME = employee.column("name", String.class);

    private final Database database;
    private final SessionFactory sessions;

    SelectinPolymorphicTest(Database database) {
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
            Architect cyd = new Architect("cyd 🏛", "SQL", "gothic");
            acme.employees.addAll(List.of(ann, bob, cyd));
            session.add(acme);
        });
    }

    @AfterEach
    void empty() {
        sessions.begin(session -> {
            session.execute(select(employee)).all().forEach(session::delete);
            session.flush();
            session.execute(select(company)).all().forEach(session::delete);
        });
    }

    @Test
    void thereIsAStatementForTheRowsAndOneForEachClass() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                List<Employee> all = session.execute(select(employee)
                                .orderBy(NAME.desc())
                                .options(selectinPolymorphic(employee), readOnly()))
                        .all();
                assertThat(all)
                        .extracting(each -> each.getClass().getSimpleName())
                        .containsExactly("Architect", "Engineer", "Manager");
                assertThat(((Architect) all.get(0)).style).isEqualTo("gothic");
                assertThat(((Engineer) all.get(1)).language).isEqualTo("Java");
                assertThat(((Manager) all.get(2)).rank).isEqualTo(3);
            });
            assertThat(sent.get(0)).doesNotContain("JOIN").contains("ORDER BY");
            assertThat(sent.stream().filter(each -> each.contains("employee") && !each.contains("FROM company")))
                    .hasSize(4);
        }
    }

    @Test
    void classesThatNoRowIsOfAreNotAskedFor() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                List<Employee> some = session.execute(select(employee)
                                .where(NAME.eq("ann"))
                                .options(
                                        selectinPolymorphic(employee),
                                        selectinload(employee.toOne("company", Company.class))))
                        .all();
                assertThat(some).singleElement().isInstanceOf(Manager.class);
                assertThat(Objects.requireNonNull(some.get(0).company).name).isEqualTo("acme");
            });
            assertThat(sent).hasSize(3);
            assertThat(session.execute(select(employee).limit(1).orderBy(NAME).options(selectinPolymorphic(employee)))
                            .one())
                    .isSameAs(session.execute(select(manager)).one());
            assertThat(session.execute(select(employee).where(NAME.eq("nobody")).options(selectinPolymorphic(employee)))
                            .all())
                    .isEmpty();
        }
    }

    @Test
    void conditionsMayBeOfWhatIsJoinedAndOptionsOfClassesBelow() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(employee)
                                    .join(
                                            company,
                                            employee.toOne("company", Company.class)
                                                    .on(company))
                                    .where(company.column("name", String.class).eq("acme"))
                                    .options(
                                            selectinPolymorphic(employee),
                                            joinedload(engineer.toMany("clients", Company.class))))
                            .all())
                    .hasSize(3);
        }
        try (Session session = sessions.open(options -> options.criteria(employee, NAME.ne("bob")))) {
            assertThat(session.execute(select(employee).options(selectinPolymorphic(employee)))
                            .all())
                    .hasSize(2);
        }
    }

    @Test
    void itIsRefusedWhereItCannotBeFollowed() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(select(engineer).options(selectinPolymorphic(engineer))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "selectinPolymorphic(Engineer) is for the first of entities that extend each other, each in a table of its own: Engineer is not that");
            assertThatThrownBy(() -> session.execute(select(payment).options(selectinPolymorphic(payment))))
                    .hasMessageContaining("Payment is not that");
            assertThatThrownBy(() -> session.execute(select(employee, NAME).options(selectinPolymorphic(employee))))
                    .hasMessage(
                            "selectinPolymorphic(Employee): the query must select Employee alone, under its own name, and without a lock; leave it out, and"
                                    + " the tables are joined");
        }
    }
}
