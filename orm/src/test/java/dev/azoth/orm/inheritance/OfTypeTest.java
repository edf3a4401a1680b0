package dev.azoth.orm.inheritance;

import static dev.azoth.orm.Loading.containsEager;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.orm.inheritance.Staff.company;
import static dev.azoth.orm.inheritance.Staff.employee;
import static dev.azoth.orm.inheritance.Staff.engineer;
import static dev.azoth.orm.inheritance.Staff.manager;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.ToOne;
import dev.azoth.orm.inheritance.Staff.Architect;
import dev.azoth.orm.inheritance.Staff.Company;
import dev.azoth.orm.inheritance.Staff.Employee;
import dev.azoth.orm.inheritance.Staff.Engineer;
import dev.azoth.orm.inheritance.Staff.Manager;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relationships that lead to entities which others extend, in joins, conditions and options. */
@EveryDatabase
class OfTypeTest {
    private static final ToMany<Company, Employee> EMPLOYEES = company.toMany("employees", Employee.class);
    private static final ToMany<Manager, Engineer> REPORTS = manager.toMany("reports", Engineer.class);
    private static final ToOne<Engineer, Manager> BOSS = engineer.toOne("boss", Manager.class);
    private static final ToOne<Employee, Company> EMPLOYER = employee.toOne("company", Company.class);
    private static final ColumnReference<String> NAME = employee.column("name", String.class);
    private static final ColumnReference<String> LANGUAGE = engineer.column("language", String.class);
    private static final ColumnReference<Integer> RANK = manager.column("rank", Integer.class);

    private final SessionFactory sessions;

    OfTypeTest(Database database) {
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void fill(Database database) {
        database.engine().createAll(Staff.TABLES);
        SessionFactory.create(database.engine()).begin(session -> {
            Company acme = new Company("acme");
            Company none = new Company("none");
            Manager ann = new Manager("ann", 3);
            Engineer bob = new Engineer("bob", "Java");
            Architect cyd = new Architect("cyd", "SQL", "gothic");
            acme.employees.addAll(List.of(ann, bob, cyd));
            bob.boss = dev.azoth.orm.Lazy.of(ann);
            cyd.boss = dev.azoth.orm.Lazy.of(ann);
            session.addAll(acme, none);
        });
    }

    @Test
    void someClassIsJoined() {
        try (Session session = sessions.open()) {
            List<Row> rows = session.execute(select(company, engineer)
                            .from(company)
                            .join(engineer, EMPLOYEES.ofType(engineer).on(engineer))
                            .where(LANGUAGE.ne(""))
                            .orderBy(LANGUAGE))
                    .all();

            assertThat(rows).extracting(row -> row.get(engineer).name).containsExactly("bob", "cyd");
            assertThat(rows.get(1).get(engineer)).isInstanceOf(Architect.class);
        }
    }

    @Test
    void someClassMeetsConditions() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(company)
                                    .where(EMPLOYEES.ofType(engineer).any(engineer, LANGUAGE.eq("SQL"))))
                            .all())
                    .hasSize(1);
            assertThat(session.execute(select(company)
                                    .where(EMPLOYEES.ofType(manager).any(manager, RANK.gt(3))))
                            .all())
                    .isEmpty();
            assertThat(session.execute(select(company).where(EMPLOYEES.isEmpty()))
                            .one()
                            .name)
                    .isEqualTo("none");
            EntityPath<Manager> boss = manager.as("b");
            assertThat(session.execute(select(engineer)
                                    .where(BOSS.has(
                                            boss,
                                            boss.column("name", String.class).eq("ann")))
                                    .orderBy(engineer.column("name", String.class)))
                            .all())
                    .extracting(each -> each.name)
                    .containsExactly("bob", "cyd");
        }
    }

    @Test
    void objectsOfAnyClassAreLookedFor() {
        try (Session session = sessions.open()) {
            Employee cyd =
                    session.execute(select(employee).where(NAME.eq("cyd"))).one();
            Manager ann = session.execute(select(manager)).one();

            assertThat(session.execute(select(company).where(EMPLOYEES.contains(cyd)))
                            .one()
                            .name)
                    .isEqualTo("acme");
            assertThat(session.execute(select(manager).where(REPORTS.contains((Engineer) cyd)))
                            .one())
                    .isSameAs(ann);
            assertThat(session.execute(select(engineer).where(BOSS.eq(ann))).all())
                    .hasSize(2);
            assertThat(session.execute(select(company).where(EMPLOYER.withParent(cyd)))
                            .one()
                            .name)
                    .isEqualTo("acme");
            assertThat(session.execute(select(engineer).where(REPORTS.withParent(ann)))
                            .all())
                    .hasSize(2);
        }
    }

    @Test
    void optionsGoOnFromSomeClass() {
        for (var option : List.of(
                selectinload(EMPLOYEES.ofType(manager)).selectinload(REPORTS),
                joinedload(EMPLOYEES.ofType(manager)).selectinload(REPORTS),
                joinedload(EMPLOYEES.ofType(manager)).joinedload(REPORTS),
                subqueryload(EMPLOYEES.ofType(manager)).subqueryload(REPORTS))) {
            Company acme;
            try (Session session = sessions.open()) {
                acme = session.execute(select(company)
                                .where(company.column("name", String.class).eq("acme"))
                                .options(option))
                        .one();
            }
            assertThat(acme.employees).as("%s", option).hasSize(3);
            assertThat(((Manager) acme.employees.get(0)).reports)
                    .extracting(each -> each.name)
                    .containsExactly("bob", "cyd");
        }
    }

    @Test
    void conditionsOfOptionsAreOfAnyClass() {
        for (var option : List.of(selectinload(EMPLOYEES), joinedload(EMPLOYEES), subqueryload(EMPLOYEES))) {
            try (Session session = sessions.open()) {
                Company acme = session.execute(select(company)
                                .where(company.column("name", String.class).eq("acme"))
                                .options(option.where(NAME.ne("bob"))))
                        .one();
                assertThat(acme.employees)
                        .as("%s", option)
                        .extracting(each -> each.name)
                        .containsExactly("ann", "cyd");
            }
        }
    }

    @Test
    void joinOfSomeClassFillsTheCollection() {
        try (Session session = sessions.open()) {
            EntityPath<Engineer> e = engineer.as("e");
            Company acme = session.execute(select(company)
                            .from(company)
                            .join(e, EMPLOYEES.ofType(engineer).on(e))
                            .orderBy(e.column("name", String.class))
                            .options(containsEager(EMPLOYEES, e)))
                    .one();

            assertThat(acme.employees).extracting(each -> each.name).containsExactly("bob", "cyd");
        }
    }
}
