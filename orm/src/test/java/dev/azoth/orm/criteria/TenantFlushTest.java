package dev.azoth.orm.criteria;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.criteria.Bureau.Folder;
import dev.azoth.orm.criteria.Bureau.Letter;
import dev.azoth.orm.criteria.Bureau.Printer;
import dev.azoth.orm.criteria.Bureau.Ticket;
import dev.azoth.orm.loading.Sent;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import org.junit.jupiter.api.Test;

/** What a flush writes it finds by keys, and by the tenant too: a key that came from elsewhere, or a row that changed hands meanwhile, does not lead to another tenant's row. */
@EveryDatabase
class TenantFlushTest {
    /** The table of a class that extends another has no tenant of its own. */
    private static final String OF_THE_TENANT = " AND EXISTS (SELECT bureau_machine.id FROM bureau_machine"
            + " WHERE bureau_machine.id = bureau_printer.id AND bureau_machine.tenant = ?)";

    private final Database database;
    private final SessionFactory sessions;

    TenantFlushTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Bureau.TABLES);
    }

    private Session of(Object tenant) {
        return sessions.open(options -> options.tenant(tenant));
    }

    private Folder saved(int id) {
        try (Session session = of("acme")) {
            Folder folder = new Folder(id, "f" + id);
            folder.letters.add(new Letter(id, folder));
            Printer printer = new Printer(id, 1);
            session.addAll(folder, printer);
            session.commit();
            return folder;
        }
    }

    /** The row becomes another tenant's, by somebody who sees all of them. */
    private void handOver(int id) {
        try (Session session = sessions.open(options -> options.allTenants())) {
            session.connection()
                    .execute(update(Bureau.folder.table())
                            .set(Bureau.folder.column("tenant", String.class), "other")
                            .where(Bureau.folder.column("id", Integer.class).eq(id)));
            session.commit();
        }
    }

    @Test
    void updatesAndDeletesHaveTheTenantInTheirConditions() {
        Folder saved = saved(1);
        try (Session session = of("acme")) {
            Folder folder = session.getOne(Folder.class, saved.id);
            Printer printer = session.getOne(Printer.class, 1);
            folder.name = "renamed";
            printer.pages = 2;
            Sent.during(database, session::flush)
                    .was(
                            "UPDATE bureau_folder SET name = ?, version = ? WHERE bureau_folder.id = ?"
                                    + " AND bureau_folder.version = ? AND bureau_folder.tenant = ?",
                            "UPDATE bureau_printer SET pages = ? WHERE bureau_printer.id = ?" + OF_THE_TENANT);
            folder.letters.get(0).folder = Lazy.empty();
            session.delete(folder.letters.remove(0));
            Sent.during(database, session::flush)
                    .was("UPDATE bureau_letter SET gone = ? WHERE bureau_letter.id = ? AND bureau_letter.tenant = ?");
            session.delete(printer);
            Sent.during(database, session::flush)
                    .was(
                            "DELETE FROM bureau_printer WHERE bureau_printer.id = ?" + OF_THE_TENANT,
                            "DELETE FROM bureau_machine WHERE bureau_machine.id = ? AND bureau_machine.tenant = ?");
            session.rollback();
        }
    }

    @Test
    void aRowThatChangedHandsIsNotWritten() {
        Folder saved = saved(2);
        try (Session session = of("acme")) {
            Folder folder = session.getOne(Folder.class, saved.id);
            session.commit();
            handOver(folder.id);
            folder.name = "mine";
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("Folder#2 could not be updated");
            session.rollback();
            session.delete(folder);
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
        try (Session session = of("other")) {
            assertThat(session.getOne(Folder.class, saved.id).name).isEqualTo("f2");
        }
    }

    @Test
    void noTableOfARowThatIsAnotherTenantsIsWritten() {
        saved(4);
        Printer detached;
        try (Session session = of("acme")) {
            detached = session.getOne(Printer.class, 4);
        }
        try (Session session = of("other")) {
            detached.tenant = "other"; // as somebody says who sent it
            Printer taken = session.mergeLoaded(detached);
            taken.pages = 99;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("Machine#4 could not be updated");
            session.rollback();
            session.delete(taken);
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
        try (Session session = of("acme")) {
            assertThat(session.getOne(Printer.class, 4).pages).isEqualTo(1);
        }
    }

    @Test
    void whoSeesAllTenantsWritesRowsOfAll() {
        Folder saved = saved(3);
        try (Session session = sessions.open(options -> options.allTenants())) {
            Folder folder = session.getOne(Folder.class, saved.id);
            folder.name = "by all";
            Sent.during(database, session::flush)
                    .was(
                            "UPDATE bureau_folder SET name = ?, version = ? WHERE bureau_folder.id = ? AND bureau_folder.version = ?");
            session.rollback();
        }
    }

    @Test
    void aTenantOfTheKeyStandsThereOnce() {
        try (Session session = of(7L)) {
            session.add(new Ticket(1, "text"));
            session.flush();
            Ticket ticket = session.execute(select(Entities.path(Ticket.class))).one();
            ticket.text = "changed";
            Sent.during(database, session::flush)
                    .was(
                            "UPDATE bureau_ticket SET text = ? WHERE bureau_ticket.tenant = ? AND bureau_ticket.number = ?");
            session.rollback();
        }
    }
}
