package dev.azoth.orm.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.WriteOnlyCollection;
import dev.azoth.orm.relationship.Ledger.Auditor;
import dev.azoth.orm.relationship.Ledger.Posting;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Rows that belong to an object are inserted by statements, past the unit of work. */
@EveryDatabase
class WriteOnlyInsertTest {
    private static final EntityPath<Ledger> LEDGER = Entities.path(Ledger.class);
    private static final EntityPath<Posting> POSTING = Entities.path(Posting.class);

    private final Database database;
    private final SessionFactory sessions;

    WriteOnlyInsertTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Ledger.TABLES);
    }

    record Amount(int amount) {}

    private Ledger saved(String name) {
        Ledger ledger = new Ledger(name);
        sessions.begin(session -> session.add(ledger));
        return ledger;
    }

    private static Ledger own(Session session, Ledger ledger) {
        return session.get(Ledger.class, ledger.id).orElseThrow();
    }

    @Test
    void rowsOfEveryFormBelongToTheOwnerAndAreGivenAsObjects() {
        Ledger ledger = saved("rows");
        try (Session session = sessions.open()) {
            Ledger own = own(session, ledger);
            List<Posting> made = new ArrayList<>();
            List<String> sent = database.statements()
                    .during(() -> made.addAll(session.execute(
                                    own.postings.insert().returning(POSTING),
                                    List.of(Map.of("amount", 3), new Amount(1), new Posting(2)))
                            .all()));
            assertThat(made).extracting(each -> each.amount).containsExactly(3, 1, 2);
            assertThat(made).allSatisfy(each -> {
                assertThat(each.ledger.get()).isSameAs(own);
                assertThat(session.state(each)).isEqualTo(EntityState.PERSISTENT);
            });
            assertThat(sent).filteredOn(each -> each.contains("INSERT INTO")).hasSize(1);
            assertThat(database.statements().during(session::flush)).isEmpty();
            session.commit();
        }
        sessions.begin(session -> assertThat(
                        session.execute(own(session, ledger).postings.select()).all())
                .hasSize(3));
    }

    @Test
    void aRowMayBeInTheStatement() {
        Ledger ledger = saved("one row");
        sessions.begin(session -> {
            Ledger own = own(session, ledger);
            session.execute(own.postings.insert().values(POSTING.column("amount", Integer.class), 9));
            assertThat(session.execute(own.postings.select()).one().amount).isEqualTo(9);
        });
    }

    @Test
    void aRollbackTakesTheObjectsAway() {
        Ledger ledger = saved("rolled back rows");
        try (Session session = sessions.open()) {
            Ledger own = own(session, ledger);
            Posting made = session.execute(own.postings.insert().returning(POSTING), List.of(Map.of("amount", 3)))
                    .one();
            session.rollback();
            assertThat(session.contains(made)).isFalse();
            assertThat(session.execute(own.postings.select()).all()).isEmpty();
        }
    }

    @Test
    void aRowOfAnotherOwnerIsRefused() {
        Ledger ledger = saved("owner");
        Ledger other = saved("other owner");
        sessions.begin(session -> {
            Ledger own = own(session, ledger);
            Posting posting = new Posting(1);
            posting.ledger = Lazy.of(own(session, other));
            assertThatThrownBy(() -> session.execute(own.postings.insert(), List.of(Map.of("amount", 2), posting)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("row 1 of Posting has another value for ledger_id than the insert itself: leave it out"
                            + " there");
        });
    }

    @Test
    void pairsAreInsertedFromBothSides() {
        Ledger ledger = saved("pairs by statement");
        List<Auditor> auditors = List.of(new Auditor("Ann"), new Auditor("Ben"), new Auditor("Cid \uD83E\uDD89"));
        sessions.begin(session -> session.addAll(auditors));
        sessions.begin(session -> {
            Ledger own = own(session, ledger);
            Auditor cid = session.get(Auditor.class, auditors.get(2).id).orElseThrow();
            assertThat(database.statements()
                            .during(() -> session.execute(
                                    own.auditors.insert(),
                                    auditors.subList(0, 2).stream()
                                            .map(each -> Map.of("auditor_id", each.id))
                                            .toList())))
                    .hasSize(1);
            session.execute(cid.ledgers.insert(), List.of(Map.of("ledger_id", own.id)));
            assertThat(session.execute(own.auditors.select()).all())
                    .extracting(each -> each.name)
                    .containsExactlyInAnyOrder("Ann", "Ben", "Cid \uD83E\uDD89");
        });
        assertThatThrownBy(() -> sessions.begin(session -> session.execute(
                        own(session, ledger).auditors.insert(), List.of(Map.of("auditor_id", auditors.get(0).id)))))
                .isInstanceOf(IntegrityException.class);
    }

    @Test
    void aNewOwnerHasNoRowToBelongTo() {
        assertThatThrownBy(() -> new Ledger("new").postings.insert())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "a collection of an object that was not flushed yet has nothing in the database: session.add(…) and flush it first");
    }

    /** A bug: what waits was a list, which was searched for each object that was taken out. */
    @Test
    void muchComesAndGoesInLinearTime() {
        Ledger ledger = saved("much");
        sessions.begin(session -> {
            WriteOnlyCollection<Posting> postings = own(session, ledger).postings;
            List<Posting> many = new ArrayList<>();
            for (int i = 0; i < 200_000; i++) {
                many.add(new Posting(i));
            }
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                postings.addAll(many);
                many.forEach(postings::remove);
                postings.addAll(many);
            });
            session.rollback();
        });
    }

    @Test
    void whatIsAddedTwiceIsThereOnce() {
        Ledger ledger = saved("twice");
        sessions.begin(session -> {
            Ledger own = own(session, ledger);
            Auditor auditor = new Auditor("Dan");
            own.auditors.addAll(List.of(auditor, auditor));
            session.flush();
            assertThat(session.execute(own.auditors.select()).all()).containsExactly(auditor);
            assertThat(session.execute(dev.azoth.sql.Sql.select(LEDGER)
                                    .where(LEDGER.toMany("auditors", Auditor.class)
                                            .contains(auditor)))
                            .all())
                    .containsExactly(own);
        });
    }
}
