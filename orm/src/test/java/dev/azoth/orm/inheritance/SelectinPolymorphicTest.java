package dev.azoth.orm.inheritance;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.populateExisting;
import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.orm.Loading.selectinPolymorphic;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.undefer;
import static dev.azoth.orm.inheritance.Staff.company;
import static dev.azoth.orm.inheritance.Staff.employee;
import static dev.azoth.orm.inheritance.Staff.engineer;
import static dev.azoth.orm.inheritance.Staff.manager;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.inheritance.Staff.Architect;
import dev.azoth.orm.inheritance.Staff.Company;
import dev.azoth.orm.inheritance.Staff.Employee;
import dev.azoth.orm.inheritance.Staff.Engineer;
import dev.azoth.orm.inheritance.Staff.Manager;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
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
    void anyClassMayBeNamedAndItsOwnTablesAreJoined() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                List<Engineer> all = session.execute(select(engineer)
                                .orderBy(engineer.column("language", String.class))
                                .options(selectinPolymorphic(engineer)))
                        .all();
                assertThat(all).extracting(each -> each.language).containsExactly("Java", "SQL");
                assertThat(((Architect) all.get(1)).style).isEqualTo("gothic");
                assertThat(all.get(1).notes.isLoaded()).isFalse();
            });
            assertThat(sent.get(0)).contains("JOIN engineer").doesNotContain("architect");
            assertThat(sent.get(1)).contains("architect");
            assertThat(sent).hasSize(3); // and the company
        }
        try (Session session = sessions.open()) {
            List<String> sent = database.statements()
                    .during(() -> session.execute(select(employee).options(selectinPolymorphic(engineer)))
                            .all());
            assertThat(sent.get(0)).contains("manager", "engineer").doesNotContain("architect");
        }
    }

    @Test
    void tablesThatAConditionNamesAreJoined() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                List<Employee> some = session.execute(select(employee)
                                .where(((NamedFrom) employee.fromItem())
                                        .get(
                                                "language",
                                                engineer.column("language", String.class)
                                                        .type())
                                        .eq("SQL"))
                                .options(selectinPolymorphic(employee)))
                        .all();
                assertThat(some)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Architect.class, each -> assertThat(each.style).isEqualTo("gothic"));
            });
            assertThat(sent.get(0)).contains("engineer").doesNotContain("manager", "architect");
        }
    }

    @Test
    void rowsThatRepeatAreLikeThoseOfThePlainQuery() {
        EntityPath<Employee> other = employee.as("other");
        Select<Row> pairs = select(employee, other, NAME)
                .from(employee)
                .join(other, NAME.ne(other.column("name", String.class)))
                .orderBy(NAME, other.column("name", String.class));
        try (Session session = sessions.open();
                Session plain = sessions.open()) {
            List<Row> found = session.execute(pairs.options(selectinPolymorphic(employee)))
                    .all();
            assertThat(found)
                    .hasSize(6)
                    .extracting(each ->
                            each.get(employee).name + each.get(other).getClass().getSimpleName())
                    .isEqualTo(plain.execute(pairs).all().stream()
                            .map(each -> each.get(employee).name
                                    + each.get(other).getClass().getSimpleName())
                            .toList());
            assertThat(found.get(0).get(employee))
                    .isSameAs(found.get(1).get(employee))
                    .isInstanceOfSatisfying(
                            Manager.class, each -> assertThat(each.rank).isEqualTo(3));
        }
    }

    @Test
    void theObjectsOfARelationshipAreReadSoToo() {
        for (boolean joined : List.of(false, true)) {
            try (Session session = sessions.open()) {
                ToMany<Company, Employee> employees = company.toMany("employees", Employee.class);
                List<String> sent = database.statements().during(() -> {
                    Company acme = session.execute(select(company)
                                    .options((joined ? joinedload(employees) : selectinload(employees))
                                            .selectinPolymorphic(employee)))
                            .one();
                    assertThat(acme.employees).extracting(each -> each.name).containsExactly("ann", "bob", "cyd 🏛");
                    assertThat(((Manager) acme.employees.get(0)).rank).isEqualTo(3);
                    assertThat(((Architect) acme.employees.get(2)).style).isEqualTo("gothic");
                });
                // the rows, those of the relationship, one for each class, and what engineers and managers lead to
                assertThat(sent.stream().filter(each -> each.contains("JOIN manager")))
                        .hasSize(1);
                assertThat(sent.get(joined ? 0 : 1)).contains("employee").doesNotContain("manager", "engineer");
                assertThat(sent).hasSize((joined ? 1 : 2) + 3);
            }
        }
    }

    @Test
    void whatAClassBelowLeadsToIsLoadedAndWhatIsLateStaysSo() {
        sessions.begin(session -> {
            Manager ann = session.execute(select(manager)).one();
            session.execute(select(engineer)).all().forEach(each -> {
                each.boss = Lazy.of(ann);
                each.notes = Lazy.of("of " + each.name);
            });
        });
        try (Session session = sessions.open()) {
            List<Employee> all = session.execute(select(employee)
                            .orderBy(NAME)
                            .options(
                                    selectinPolymorphic(employee),
                                    joinedload(engineer.toOne("boss", Manager.class)),
                                    undefer(engineer, engineer.column("notes", String.class))))
                    .all();
            database.statements().expect(0, () -> {
                Engineer bob = (Engineer) all.get(1);
                assertThat(bob.boss.get()).isSameAs(all.get(0));
                assertThat(bob.notes.get()).isEqualTo("of bob");
            });
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    void changesOfWhatWasReadSoAreWrittenAndUndone() {
        try (Session session = sessions.open()) {
            Architect cyd = (Architect)
                    session.execute(select(employee).where(NAME.like("cyd%")).options(selectinPolymorphic(employee)))
                            .one();
            assertThat(session.pending()).isEmpty();
            cyd.style = null;
            session.flush();
            session.rollback();
            assertThat(cyd.style).isEqualTo("gothic");
            cyd.style = "baroque";
            session.commit();
            Table architects = Entities.path(Architect.class).table();
            session.connection().execute(update(architects).set(architects.column("style", String.class), "none"));
            session.execute(select(employee).options(selectinPolymorphic(employee), populateExisting()))
                    .all();
            assertThat(cyd.style).isEqualTo("none");
        }
    }

    @Test
    void partitionsHaveWholeObjects() {
        List<String> seen = new ArrayList<>();
        try (Session session = sessions.open()) {
            for (List<Employee> some : session.partitions(select(employee).options(selectinPolymorphic(employee)), 2)) {
                some.forEach(each -> seen.add(each instanceof Engineer it ? it.language : "" + ((Manager) each).rank));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder("3", "Java", "SQL");
    }

    @Test
    void aRowThatIsGonePartlyIsAnErrorAndNoHalfObject() {
        try (Session session = sessions.open()) {
            session.connection()
                    .execute(delete(engineer.table())
                            .where(engineer.table()
                                    .column("language", String.class)
                                    .eq("Java")));
            assertThatThrownBy(() -> session.execute(select(employee).options(selectinPolymorphic(employee))))
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageMatching(
                            "Employee#\\d+ was there when the rows of all classes were read, and gone when those of its own were: somebody deleted it"
                                    + " meanwhile. Run the query again, or leave selectinPolymorphic out, which reads all in one statement");
        }
    }

    @Test
    void itIsRefusedOfWhatNothingExtends() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(select(company).options(selectinPolymorphic(company))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "selectinPolymorphic(Company) is for entities that extend each other; what is read there is Company, which extends nothing and is not extended");
            assertThatThrownBy(() -> session.execute(select(company)
                            .options(selectinload(company.toMany("employees", Employee.class))
                                    .selectinPolymorphic(employee)
                                    .selectinload(employee.toOne("company", Company.class))
                                    .selectinPolymorphic(company))))
                    .hasMessageContaining("what is read there is Company");
            assertThatThrownBy(() -> session.execute(select(company).options(selectinPolymorphic(employee))))
                    .hasMessageContaining("begins at Employee, which the query does not select");
        }
    }
}
