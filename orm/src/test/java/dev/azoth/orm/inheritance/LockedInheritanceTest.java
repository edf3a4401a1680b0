package dev.azoth.orm.inheritance;

import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.inheritance.Staff.cardPayment;
import static dev.azoth.orm.inheritance.Staff.company;
import static dev.azoth.orm.inheritance.Staff.employee;
import static dev.azoth.orm.inheritance.Staff.engineer;
import static dev.azoth.orm.inheritance.Staff.manager;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Connection;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.inheritance.Staff.CardPayment;
import dev.azoth.orm.inheritance.Staff.CashPayment;
import dev.azoth.orm.inheritance.Staff.Company;
import dev.azoth.orm.inheritance.Staff.Employee;
import dev.azoth.orm.inheritance.Staff.Engineer;
import dev.azoth.orm.inheritance.Staff.Manager;
import dev.azoth.schema.Table;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Locks of entities that are read from several tables, or from some rows of one: they reach the rows of the tables. */
@OnDatabase({"postgresql", "mysql", "mariadb", "h2"})
class LockedInheritanceTest {
    private final Database database;
    private final SessionFactory sessions;

    LockedInheritanceTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void fill(Database database) {
        database.engine().createAll(Staff.TABLES);
        SessionFactory.create(database.engine()).begin(session -> {
            Company acme = new Company("acme");
            Manager ann = new Manager("ann", 3);
            Engineer bob = new Engineer("bob", "Java");
            acme.employees.addAll(List.of(ann, bob));
            bob.boss = dev.azoth.orm.Lazy.of(ann);
            session.addAll(acme, new CardPayment("c1", "10.50", "1234", acme), new CashPayment("k1", "3", 7));
        });
    }

    /** Whether a row of a table can be locked by somebody else; MySQL and MariaDB lock what they look at, too. */
    private void assertLocked(Table table, Object key, boolean locked) {
        if (!locked && List.of("mysql", "mariadb").contains(database.name())) {
            return;
        }
        try (Connection other = database.engine().connect()) {
            Select<Row> row = select(table.primaryKey())
                    .from(table)
                    .where(equal(table, key))
                    .forUpdate(Lock::nowait);
            if (locked) {
                assertThatThrownBy(() -> other.execute(row).all())
                        .as("%s#%s is locked", table, key)
                        .isInstanceOf(DatabaseException.class);
            } else {
                assertThat(other.execute(row).all()).hasSize(1);
            }
        }
    }

    @SuppressWarnings("unchecked") // the key is of the column's class
    private static <T> dev.azoth.sql.Condition equal(Table table, Object key) {
        return ((dev.azoth.schema.Column<T>) table.primaryKey().get(0)).eq((T) key);
    }

    @Test
    void rowsOfAnEntityAndOfThatWhichItExtendsAreLocked() {
        try (Session session = sessions.open()) {
            Manager ann = session.execute(select(manager).forUpdate()).one();

            assertThat(ann.rank).isEqualTo(3);
            assertLocked(employee.table(), ann.id, true);
            assertLocked(manager.table(), ann.id, true);
        }
    }

    @Test
    void whatIsLookedUpWithALockIsLocked() {
        Long id = SessionFactory.create(database.engine())
                .transaction(session -> session.execute(select(manager)).one().id);
        try (Session session = sessions.open()) {
            Manager ann = session.lookup(manager, o -> o.forUpdate()).getOne(id);

            assertThat(ann.rank).isEqualTo(3);
            assertLocked(employee.table(), ann.id, true);
            assertLocked(manager.table(), ann.id, true);
        }
    }

    @Test
    void entitiesOfAnyClassAreLocked() {
        try (Session session = sessions.open()) {
            EntityPath<Employee> e = employee.as("e");
            Employee ann = session.execute(select(e)
                            .where(e.column("name", String.class).eq("ann"))
                            .options(selectinload(manager.toMany("reports", Engineer.class)))
                            .forUpdate(Lock::nowait))
                    .one();
            Engineer bob = ((Manager) ann).reports.get(0);

            assertThat(bob.language).isEqualTo("Java");
            assertLocked(employee.table(), ann.id, true);
            assertLocked(employee.table(), bob.id, false);
        }
    }

    @Test
    void lockIsOneOfSomeOfTheEntities() {
        if (database.name().equals("mariadb")) {
            return; // has no lock of some of the tables
        }
        try (Session session = sessions.open()) {
            Row row = session.execute(select(engineer, company)
                            .from(engineer)
                            .join(
                                    company,
                                    engineer.toOne("company", Company.class).on(company))
                            .forUpdate(lock -> lock.of(engineer)))
                    .one();

            assertLocked(employee.table(), row.get(engineer).id, true);
            assertLocked(engineer.table(), row.get(engineer).id, true);
            if (!database.name().equals("h2")) {
                assertLocked(company.table(), row.get(company).id, false);
            }
        }
    }

    @Test
    void rowsOfOneTableAreLocked() {
        try (Session session = sessions.open()) {
            CardPayment card = session.execute(select(cardPayment).forUpdate()).one();

            assertThat(card.card).isEqualTo("1234");
            assertLocked(cardPayment.table(), "c1", true);
            assertLocked(cardPayment.table(), "k1", false);
        }
    }
}
