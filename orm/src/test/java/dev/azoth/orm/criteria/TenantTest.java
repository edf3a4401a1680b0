package dev.azoth.orm.criteria;

import static dev.azoth.orm.criteria.Bureau.folder;
import static dev.azoth.orm.criteria.Bureau.letter;
import static dev.azoth.orm.criteria.Bureau.machine;
import static dev.azoth.orm.criteria.Bureau.ticket;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Loading;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.criteria.Bureau.Folder;
import dev.azoth.orm.criteria.Bureau.Letter;
import dev.azoth.orm.criteria.Bureau.Machine;
import dev.azoth.orm.criteria.Bureau.Printer;
import dev.azoth.orm.criteria.Bureau.Ticket;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of tenants in the same tables: none reads, changes or deletes those of another, by whatever way. */
@EveryDatabase
class TenantTest {
    private static final ColumnReference<Integer> ID = folder.column("id", Integer.class);
    private static final ColumnReference<String> NAME = folder.column("name", String.class);
    private static final ColumnReference<String> TENANT = folder.column("tenant", String.class);
    private static final EntityPath<Printer> PRINTER = Entities.path(Printer.class);

    private final Database database;
    private final SessionFactory sessions;

    TenantTest(Database database) {
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

    private Session ofAll() {
        return sessions.open(options -> options.allTenants());
    }

    @BeforeEach
    void fill() {
        for (int i = 1; i <= 2; i++) {
            try (Session session = of(i == 1 ? "acme" : "o'hara 🍰")) {
                Folder made = new Folder(i, "a");
                made.letters.addAll(List.of(new Letter(10 + i, made), new Letter(20 + i, made)));
                made.tags.add("tag" + i);
                Printer printer = new Printer(i, 100 * i);
                made.machines.add(printer);
                session.addAll(made, printer);
                session.commit();
                assertThat(made.tenant).isEqualTo(i == 1 ? "acme" : "o'hara 🍰");
            }
        }
    }

    @AfterEach
    void empty() {
        try (Session session = sessions.open(options -> options.allTenants().includeDeleted())) {
            session.execute(select(folder)).all().forEach(each -> each.machines.clear());
            session.flush();
            session.execute(select(folder)).all().forEach(each -> each.tags.clear());
            session.flush();
            session.connection().execute(delete(letter.table()));
            session.execute(select(folder)).all().forEach(session::delete);
            session.execute(select(machine)).all().forEach(session::delete);
            session.execute(select(ticket)).all().forEach(session::delete);
            session.commit();
        }
    }

    private Folder foreign() {
        try (Session session = of("o'hara 🍰")) {
            return session.getOne(Folder.class, 2);
        }
    }

    private void nothingOfTheOtherChanged() {
        try (Session session = ofAll()) {
            Folder other = session.getOne(Folder.class, 2);
            assertThat(other.name).isEqualTo("a");
            assertThat(other.tenant).isEqualTo("o'hara 🍰");
            assertThat(other.letters).hasSize(2);
            assertThat(other.tags).containsExactly("tag2");
            assertThat(other.machines).hasSize(1);
        }
    }

    @Test
    void queriesGiveRowsOfTheTenant() {
        try (Session session = of("acme")) {
            assertThat(session.execute(select(folder)).all())
                    .extracting(each -> each.id)
                    .containsExactly(1);
            assertThat(session.execute(select(count()).from(letter)).one()).isEqualTo(2L);
            assertThat(session.execute(select(machine)).all()).hasSize(1);
            assertThat(session.execute(select(PRINTER)).all()).hasSize(1);
            EntityPath<Folder> other = folder.as("other");
            assertThat(session.execute(select(ID).from(folder).join(other, ID.ne(other.column("id", Integer.class))))
                            .all())
                    .isEmpty();
            assertThat(session.execute(select(folder)
                                    .where(ID.in(select(letter.toOne("folder", Folder.class)
                                                    .key(Integer.class))
                                            .from(letter))))
                            .all())
                    .hasSize(1);
            assertThat(session.execute(select(folder).options(Loading.withoutCriteria()))
                            .all())
                    .hasSize(1);
            assertThat(session.execute(select(letter).options(Loading.includeDeleted()))
                            .all())
                    .hasSize(2);
        }
        try (Session session = ofAll()) {
            assertThat(session.execute(select(folder)).all()).hasSize(2);
        }
    }

    @Test
    void keysAndRelationshipsFindRowsOfTheTenant() {
        try (Session session = of("acme")) {
            assertThat(session.get(Folder.class, 2)).isEmpty();
            assertThat(session.getMultiple(Folder.class, List.of(1, 2))).hasSize(1);
            assertThat(session.get(Machine.class, 2)).isEmpty();
            Folder own = session.getOne(Folder.class, 1);
            assertThat(own.letters).hasSize(2);
            assertThat(own.machines).hasSize(1);
            assertThat(database.statements().during(() -> session.getOne(Folder.class, 1)))
                    .isEmpty();
            session.connection()
                    .execute(update(letter.table())
                            .set(letter.toOne("folder", Folder.class).key(Integer.class), 1)
                            .where(letter.column("id", Integer.class).eq(12)));
            session.refresh(own);
            assertThat(own.letters).hasSize(2);
            session.connection()
                    .execute(update(letter.table())
                            .set(letter.toOne("folder", Folder.class).key(Integer.class), 2)
                            .where(letter.column("id", Integer.class).in(11, 12)));
            assertThat(session.execute(select(letter)
                                    .where(letter.column("id", Integer.class).eq(11))
                                    .options(Loading.populateExisting()))
                            .one()
                            .folder
                            .get())
                    .isNull();
        }
    }

    @Test
    void whatIsLazyStaysWithinTheTenant() {
        try (Session session = of("acme")) {
            session.connection()
                    .execute(update(letter.table())
                            .set(letter.toOne("folder", Folder.class).key(Integer.class), 2)
                            .where(letter.column("id", Integer.class).eq(11)));
            Letter strange = session.getOne(Letter.class, 11);
            assertThat(strange.folder.get()).isNull();
        }
    }

    @Test
    void statementsChangeRowsOfTheTenant() {
        try (Session session = of("acme")) {
            Folder held = session.getOne(Folder.class, 1);
            assertThat(database.statements()
                            .during(() ->
                                    session.execute(update(folder).set(folder.column("name", String.class), "b"))))
                    .singleElement()
                    .asString()
                    .contains("tenant = ");
            assertThat(held.name).isEqualTo("b");
            assertThat(session.execute(update(folder).set(NAME, "b")).rowCount())
                    .isEqualTo(1);
            session.execute(update(folder), List.of(Map.of("id", 1, "name", "c")));
            assertThatThrownBy(() -> session.execute(update(folder), List.of(Map.of("id", 2, "name", "c"))))
                    .isInstanceOf(StaleDataException.class);
            session.execute(delete(letter));
            session.execute(update(PRINTER).set(PRINTER.column("pages", Integer.class), 1));
            session.commit();
        }
        try (Session session = ofAll()) {
            assertThat(session.getOne(Printer.class, 2).pages).isEqualTo(200);
            assertThat(session.getOne(Printer.class, 1).pages).isEqualTo(1);
        }
        nothingOfTheOtherChanged();
    }

    @Test
    void insertsGetTheTenant() {
        try (Session session = of("acme")) {
            session.execute(
                    insert(folder),
                    List.of(Map.of("id", 3, "name", "x"), Map.of("id", 4, "name", "y", "tenant", "acme")));
            session.execute(insert(folder).values(ID, 5).values(NAME, "z"));
            session.commit();
            assertThat(session.execute(select(count()).from(folder)).one()).isEqualTo(4L);
            assertThatThrownBy(() -> session.execute(insert(folder), List.of(Map.of("id", 6, "tenant", "other"))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "a row is another tenant's, by Folder.tenant, and cannot be written in this session: leave that out,"
                                    + " which a new row gets of the session");
            assertThatThrownBy(() -> session.execute(
                            insert(folder).values(ID, 7).values(NAME, "z").values(TENANT, "other")))
                    .hasMessageContaining("another tenant's");
            assertThatThrownBy(() -> session.execute(insert(folder)
                            .columns(ID, NAME, TENANT, folder.column("version", Integer.class))
                            .select(select(ID.plus(10), NAME, TENANT, folder.column("version", Integer.class))
                                    .from(folder))))
                    .hasMessageStartingWith("rows of Folder that a query gives may be of any tenant");
            Folder strange = new Folder(8, "s");
            strange.tenant = "other";
            session.add(strange);
            assertThatThrownBy(session::flush).hasMessageStartingWith("Folder#8 is another tenant's, by Folder.tenant");
        }
    }

    @Test
    void anUpsertLeavesRowsOfOthersAlone() {
        try (Session session = of("acme")) {
            session.execute(
                    insert(folder).onConflict(ID).doUpdate(x -> x.setExcluded(NAME)),
                    List.of(Map.of("id", 1, "name", "up"), Map.of("id", 2, "name", "up")));
            session.commit();
            assertThat(session.getOne(Folder.class, 1).name).isEqualTo("up");
            assertThatThrownBy(() -> session.execute(
                            insert(folder).onConflict(ID).doUpdate(x -> x.set(TENANT, "other")),
                            List.of(Map.of("id", 1, "name", "up"))))
                    .hasMessage(
                            "Folder.tenant would change, but a row stays with its tenant: only a session with allTenants() changes that");
        }
        nothingOfTheOtherChanged();
    }

    @Test
    void aRowStaysWithItsTenant() {
        try (Session session = of("acme")) {
            assertThatThrownBy(() -> session.execute(update(folder).set(TENANT, "other")))
                    .hasMessageStartingWith("Folder.tenant would change");
            assertThatThrownBy(() -> session.execute(update(folder), List.of(Map.of("id", 1, "tenant", "other"))))
                    .hasMessageStartingWith("a row is another tenant's");
            Folder own = session.getOne(Folder.class, 1);
            assertThatThrownBy(() -> session.set(own, TENANT, NAME)).isInstanceOf(InvalidRequestException.class);
            own.tenant = "other";
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "Folder#1.tenant was changed from acme to other, but a row stays with its tenant: add a new object in a"
                                    + " session of the other");
        }
    }

    @Test
    void whatIsMergedIsOfTheTenant() {
        Folder foreign = foreign();
        foreign.name = "stolen";
        try (Session session = of("acme")) {
            session.merge(foreign);
            assertThatThrownBy(session::flush).hasMessageStartingWith("Folder#2 is another tenant's");
        }
        try (Session session = of("acme")) {
            foreign.tenant = null; // its key is taken, by a row that is not to be seen
            session.merge(foreign);
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
        }
        try (Session session = of("acme")) {
            assertThatThrownBy(() -> session.mergeLoaded(foreign)).isInstanceOf(InvalidRequestException.class);
            foreign.tenant = "o'hara 🍰";
            assertThatThrownBy(() -> session.mergeLoaded(foreign))
                    .hasMessageStartingWith("Folder#2 is another tenant's");
            assertThatThrownBy(() -> session.delete(foreign)).isInstanceOf(InvalidRequestException.class);
            Letter own = session.getOne(Letter.class, 11);
            own.folder = Lazy.of(foreign);
            assertThatThrownBy(session::flush).isInstanceOf(InvalidRequestException.class);
        }
        nothingOfTheOtherChanged();
    }

    @Test
    void aTenantMayBeOfTheKey() {
        for (long tenant = 1; tenant <= 2; tenant++) {
            try (Session session = of(tenant)) {
                session.add(new Ticket(1, "of " + tenant));
                session.commit();
            }
        }
        try (Session session = of(1L)) {
            assertThat(session.getOne(Ticket.class, 1L, 1).text).isEqualTo("of 1");
            assertThat(session.get(Ticket.class, 2L, 1)).isEmpty();
            assertThat(session.execute(select(ticket)).all()).hasSize(1);
            session.delete(session.getOne(Ticket.class, 1L, 1));
            session.flush();
            Ticket again = new Ticket(1, "again");
            session.rollback();
            session.delete(session.getOne(Ticket.class, 1L, 1));
            session.add(again); // whose row is that of the one deleted
            session.commit();
            assertThat(again.tenant).isEqualTo(1L);
        }
    }

    @Test
    void aRollbackTakesTheTenantBack() {
        Folder made = new Folder(9, "n");
        try (Session session = of("acme")) {
            session.add(made);
            session.flush();
            assertThat(made.tenant).isEqualTo("acme");
            session.rollback();
            assertThat(made.tenant).isNull();
        }
        try (Session session = of("o'hara 🍰")) {
            session.add(made);
            session.commit();
            assertThat(made.tenant).isEqualTo("o'hara 🍰");
        }
    }

    @Test
    void withoutATenantAllIsRefused() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(select(folder)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "rows of Folder belong to tenants, by Folder.tenant, and the session was given none: open it with"
                                    + " sessions.open(options -> options.tenant(…)), or with allTenants() for those of all");
            assertThatThrownBy(() -> session.get(Folder.class, 1)).hasMessageStartingWith("rows of Folder");
            assertThatThrownBy(() -> session.execute(delete(folder))).hasMessageStartingWith("rows of Folder");
            session.add(new Folder(9, "n"));
            assertThatThrownBy(session::flush).hasMessageStartingWith("a new row has no tenant");
        }
        try (Session session = of(5L)) {
            assertThatThrownBy(() -> session.get(Folder.class, 1))
                    .hasMessage("Folder.tenant is of java.lang.String, and the session's tenant of java.lang.Long");
        }
    }

    @Test
    void aFactoryAsksForTheTenantWhenASessionIsOpened() {
        String[] now = {"acme"};
        SessionFactory current = SessionFactory.create(database.engine(), options -> options.tenant(() -> now[0]));
        try (Session session = current.open()) {
            now[0] = "o'hara 🍰";
            assertThat(session.execute(select(ID).from(folder)).all()).containsExactly(1);
        }
        assertThat(current.<List<Integer>>transaction(
                        session -> session.execute(select(ID).from(folder)).all()))
                .containsExactly(2);
    }
}
