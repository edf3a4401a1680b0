package dev.azoth.orm.relationship;

import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.WriteOnlyCollection;
import dev.azoth.orm.relationship.Ledger.Auditor;
import dev.azoth.orm.relationship.Ledger.Posting;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Collections that are too large to be loaded are not, whatever is done to them. */
@EveryDatabase
class WriteOnlyCollectionTest {
    private static final EntityPath<Ledger> LEDGER = Entities.path(Ledger.class);
    private static final EntityPath<Posting> POSTING = Entities.path(Posting.class);

    private final Database database;
    private final SessionFactory sessions;

    WriteOnlyCollectionTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Ledger.TABLES);
    }

    private Ledger saved(String name, int... amounts) {
        Ledger ledger = new Ledger(name);
        for (int each : amounts) {
            ledger.postings.add(new Posting(each));
        }
        sessions.begin(session -> session.add(ledger));
        return ledger;
    }

    private static Ledger own(Session session, Ledger ledger) {
        return session.get(Ledger.class, ledger.id).orElseThrow();
    }

    private List<Integer> amounts(Ledger ledger) {
        return sessions.transaction(session -> amounts(session, own(session, ledger)));
    }

    private static List<Integer> amounts(Session session, Ledger ledger) {
        return session
                .execute(ledger.postings
                        .select()
                        .orderBy(POSTING.column("amount", Integer.class).asc()))
                .stream()
                .map(each -> each.amount)
                .toList();
    }

    @Test
    void whatANewOwnerHasIsWrittenWithIt() {
        Ledger ledger = saved("new", 1, 2, 3);
        assertThat(amounts(ledger)).containsExactly(1, 2, 3);
    }

    @Test
    void addingIsOneInsertAndReadsNothing() {
        Ledger ledger = saved("adding", 1);
        try (Session session = sessions.open()) {
            Ledger own = own(session, ledger);
            Posting added = new Posting(2);
            own.postings.addAll(List.of(added, new Posting(3)));
            assertThat(database.statements().during(session::flush))
                    .singleElement()
                    .asString()
                    .contains("INSERT INTO");
            assertThat(added.ledger.get()).isSameAs(own);
            assertThat(database.statements().during(session::flush)).isEmpty();
            session.commit();
        }
        assertThat(amounts(ledger)).containsExactly(1, 2, 3);
    }

    @Test
    void theSameCollectionGoesOnAfterTheOwnerIsWritten() {
        Ledger ledger = new Ledger("goes on");
        WriteOnlyCollection<Posting> postings = ledger.postings;
        try (Session session = sessions.open()) {
            session.add(ledger);
            postings.add(new Posting(1));
            session.flush();
            postings.add(new Posting(2));
            assertThat(amounts(session, ledger)).containsExactly(1, 2);
            session.commit();
        }
        assertThat(amounts(ledger)).containsExactly(1, 2);
    }

    @Test
    void removingDeletesOrphansWithoutReadingTheOthers() {
        Ledger ledger = saved("removing", 1, 2);
        Ledger other = saved("not removing", 3);
        try (Session session = sessions.open()) {
            Ledger own = own(session, ledger);
            List<Posting> all = session.execute(own.postings.select()).all();
            Posting elsewhere =
                    session.execute(own(session, other).postings.select()).one();
            own.postings.remove(all.get(0));
            own.postings.remove(elsewhere); // which is not in it
            session.commit();
            assertThat(session.state(elsewhere)).isEqualTo(EntityState.PERSISTENT);
        }
        assertThat(amounts(ledger)).hasSize(1);
        assertThat(amounts(other)).containsExactly(3);
    }

    @Test
    void queriesAreRestrictedFurther() {
        Ledger ledger = saved("queries", 1, 2, 3, 4);
        saved("other queries", 5);
        sessions.begin(session -> {
            Ledger own = own(session, ledger);
            assertThat(session
                            .execute(own.postings
                                    .select()
                                    .where(POSTING.column("amount", Integer.class)
                                            .gt(1))
                                    .orderBy(POSTING.column("amount", Integer.class)
                                            .desc())
                                    .limit(2))
                            .stream()
                            .map(each -> each.amount))
                    .containsExactly(4, 3);
        });
    }

    @Test
    void statementsChangeThoseOfTheOwner() {
        Ledger ledger = saved("statements", 1, 2);
        Ledger other = saved("other statements", 10);
        sessions.begin(session -> {
            Ledger own = own(session, ledger);
            session.execute(own.postings
                    .update()
                    .set(
                            POSTING.column("amount", Integer.class),
                            POSTING.column("amount", Integer.class).plus(100)));
            session.execute(own.postings
                    .delete()
                    .where(POSTING.column("amount", Integer.class).gt(101)));
        });
        assertThat(amounts(ledger)).containsExactly(101);
        assertThat(amounts(other)).containsExactly(10);
    }

    @Test
    void relationshipsOfItStandInQueries() {
        Ledger ledger = saved("any", 77);
        sessions.begin(session -> {
            EntityPath<Posting> posting = POSTING.as("p");
            assertThat(session.execute(select(LEDGER)
                                    .where(LEDGER.toMany("postings", Posting.class)
                                            .any(
                                                    posting,
                                                    posting.column("amount", Integer.class)
                                                            .eq(77))))
                            .all())
                    .singleElement()
                    .satisfies(each -> assertThat(each.id).isEqualTo(ledger.id));
            assertThatThrownBy(() -> session.execute(
                            select(LEDGER).options(selectinload(LEDGER.toMany("postings", Posting.class)))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageEndingWith("Ledger.postings is write-only and never loaded: query it by its select()");
        });
    }

    @Test
    void deletingTheOwnerLeavesItsPartsToTheDatabase() {
        Ledger ledger = saved("deleting", 1, 2);
        sessions.begin(session -> {
            session.delete(own(session, ledger));
            assertThat(database.statements().during(session::flush))
                    .hasSize(2) // the pairs, and the row
                    .allSatisfy(each -> assertThat(each).startsWith("DELETE"));
        });
    }

    @Test
    void pairsAreWrittenFromBothSides() {
        Ledger ledger = saved("pairs");
        Auditor auditor = new Auditor("Ada \uD83E\uDD84");
        sessions.begin(session -> session.add(auditor));
        try (Session session = sessions.open()) {
            Ledger own = own(session, ledger);
            Auditor ada = session.get(Auditor.class, auditor.id).orElseThrow();
            own.auditors.add(ada);
            own.auditors.add(new Auditor("Bob"));
            session.flush();
            own.auditors.add(ada); // is there
            session.flush();
            assertThat(session.execute(own.auditors.select()).all()).hasSize(2);
            assertThat(session.execute(ada.ledgers.select()).all()).containsExactly(own);
            ada.ledgers.remove(own);
            session.commit();
        }
        sessions.begin(session -> assertThat(
                        session.execute(own(session, ledger).auditors.select()).all())
                .extracting(each -> each.name)
                .containsExactly("Bob"));
    }

    @Test
    void rollbackForgetsWhatWasAdded() {
        Ledger ledger = saved("rollback", 1);
        Ledger fresh = new Ledger("rolled back");
        fresh.postings.add(new Posting(7));
        try (Session session = sessions.open()) {
            Ledger own = own(session, ledger);
            own.postings.add(new Posting(2));
            session.add(fresh);
            session.flush();
            own.postings.add(new Posting(3));
            session.rollback();
            session.add(fresh); // as it was
            session.commit();
        }
        assertThat(amounts(ledger)).containsExactly(1);
        assertThat(amounts(fresh)).containsExactly(7);
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aSavepointKeepsWhatWasAddedBefore() {
        Ledger ledger = saved("savepoint");
        try (Session session = sessions.open()) {
            Ledger own = own(session, ledger);
            own.postings.add(new Posting(1));
            SessionSavepoint savepoint = session.beginNested();
            own.postings.add(new Posting(2));
            session.flush();
            savepoint.rollback();
            own.postings.add(new Posting(3));
            session.commit();
        }
        assertThat(amounts(ledger)).containsExactly(1, 3);
    }

    @Test
    void aRefusedFlushIsUndone() {
        saved("taken");
        Ledger ledger = saved("refused", 1);
        try (Session session = sessions.open()) {
            Ledger own = own(session, ledger);
            own.postings.add(new Posting(2));
            own.name = "taken";
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            session.rollback();
            own.postings.add(new Posting(3));
            session.commit();
        }
        assertThat(amounts(ledger)).containsExactly(1, 3);
    }

    @Test
    void mergeAndRefreshReadNothingOfIt() {
        Ledger ledger = saved("merge", 1);
        Ledger given = new Ledger("merged");
        given.id = ledger.id;
        given.postings.add(new Posting(2));
        try (Session session = sessions.open()) {
            Ledger own = session.merge(given);
            session.flush();
            session.refresh(own);
            session.commit();
        }
        assertThat(amounts(ledger)).containsExactly(1, 2);
    }

    @Test
    void adoptedObjectsHaveOneOfTheirOwn() {
        Ledger ledger = saved("adopted", 1);
        Ledger elsewhere = sessions.transaction(session -> own(session, ledger));
        try (Session session = sessions.open()) {
            Ledger adopted = session.mergeLoaded(elsewhere);
            adopted.postings.add(new Posting(2));
            session.commit();
            assertThat(amounts(session, adopted)).containsExactly(1, 2);
        }
    }

    @Test
    void whatIsMadeTransientHasANewOne() {
        Ledger ledger = saved("made transient", 1);
        try (Session session = sessions.open()) {
            Ledger copy = own(session, ledger);
            session.makeTransient(copy);
            copy.id = null;
            copy.name = "made transient, copy";
            copy.postings.add(new Posting(5));
            session.add(copy);
            session.commit();
            assertThat(amounts(copy)).containsExactly(5);
        }
        assertThat(amounts(ledger)).containsExactly(1);
    }

    @Test
    void itCannotBeReplaced() {
        Ledger ledger = saved("replaced");
        try (Session session = sessions.open()) {
            own(session, ledger).postings = WriteOnlyCollection.create();
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "Ledger.postings is write-only and never loaded: add and remove objects, or change them by its update() and"
                                    + " delete()");
        }
    }

    @Test
    void aNewOwnerHasNothingToAsk() {
        assertThatThrownBy(() -> new Ledger("new").postings.select())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "a collection of an object that was not flushed yet has nothing in the database: session.add(…) and flush it first");
    }
}
