package dev.azoth.orm.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.history.Office.Contract;
import dev.azoth.orm.history.Office.Draft;
import dev.azoth.orm.history.Office.Line;
import dev.azoth.orm.history.Office.Person;
import dev.azoth.orm.history.Office.Phase;
import dev.azoth.orm.history.Office.Place;
import dev.azoth.orm.history.Revision.Operation;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers the wish to know what a row was, who changed it, and when, without triggers and without a second copy of every class. */
@EveryDatabase
class EntityHistoryTest {
    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");
    private static final ColumnReference<String> TITLE = Office.contract.column("title", String.class);

    private final Database database;
    private final EntityHistory history = Office.history();
    private final SessionFactory sessions;
    private String user = "ann";

    EntityHistoryTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(
                database.engine(),
                options -> options.listener(history)
                        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                        .user(() -> user));
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Office.TABLES);
        database.engine().createAll(Office.history().tables());
    }

    private Contract saved(String title) {
        Contract contract = new Contract(title);
        sessions.begin(session -> session.add(contract));
        return contract;
    }

    private List<Revision> revisions(Object entity) {
        return sessions.transaction(session -> history.revisions(session, entity));
    }

    private List<Operation> operations(Object entity) {
        return revisions(entity).stream().map(Revision::operation).toList();
    }

    @Test
    void eachChangeLeavesARowThatSaysWhatWhoAndWhen() {
        Contract saved = saved("first 😀");
        saved("with a higher key"); // SQLite gives the highest again
        user = "bob";
        sessions.begin(session -> {
            Contract own = session.getOne(Contract.class, saved.id);
            own.title = "second";
            own.amount = new BigDecimal("12.50");
            own.phase = Phase.CLOSED;
            own.place = new Place("Bern", null);
        });
        sessions.begin(session -> session.delete(session.getOne(Contract.class, saved.id)));

        List<Revision> revisions =
                sessions.transaction(session -> history.revisions(session, Contract.class, saved.id));
        assertThat(revisions)
                .extracting(Revision::operation, each -> each.by().orElse(""), Revision::at, each -> each.get(TITLE))
                .containsExactly(
                        tuple(Operation.INSERT, "ann", NOW, "first 😀"),
                        tuple(Operation.UPDATE, "bob", NOW, "second"),
                        tuple(Operation.DELETE, "bob", NOW, "second"));
        assertThat(revisions).extracting(Revision::number).isSorted().doesNotHaveDuplicates();
        Revision changed = revisions.get(1);
        assertThat(changed.get(Office.contract.column("amount", BigDecimal.class)))
                .isEqualByComparingTo("12.5");
        assertThat(changed.get(Office.contract.column("phase", Phase.class))).isEqualTo(Phase.CLOSED);
        assertThat(changed.get(Office.contract.column("place.city", String.class)))
                .isEqualTo("Bern");
        assertThat(changed.get(Office.contract.column("version", Integer.class)))
                .isEqualTo(1);
        assertThat(changed).hasToString("update " + changed.number() + " at 2024-02-29T12:00:00Z by bob");
    }

    @Test
    void aFlushWritesTheHistoryOfAllRowsByOneStatement() {
        try (Session session = sessions.open()) {
            List<Contract> all = IntStream.range(0, 20)
                    .mapToObj(i -> new Contract("many " + i))
                    .toList();
            session.addAll(all);
            assertThat(historyOf(session)).hasSize(1);
            all.forEach(each -> each.title = "changed");
            session.delete(all.get(0));
            assertThat(historyOf(session)).hasSize(1);
            assertThat(historyOf(session)).isEmpty();
            session.commit();
            assertThat(operations(all.get(0))).containsExactly(Operation.INSERT, Operation.DELETE);
            assertThat(operations(all.get(1))).containsExactly(Operation.INSERT, Operation.UPDATE);
        }
    }

    private List<String> historyOf(Session session) {
        return database.statements().during(session::flush).stream()
                .filter(each -> each.contains("contract_history"))
                .toList();
    }

    @Test
    void nobodyMayBeAtWork() {
        SessionFactory anonymous = SessionFactory.create(database.engine(), options -> options.listener(history));
        Contract contract = new Contract("by nobody");
        anonymous.begin(session -> session.add(contract));
        assertThat(revisions(contract)).singleElement().satisfies(each -> {
            assertThat(each.by()).isEmpty();
            assertThat(each.at()).isAfter(NOW);
        });
    }

    @Test
    void whatIsUndoneLeavesNothing() {
        Contract contract = saved("undone");
        try (Session session = sessions.open()) {
            session.getOne(Contract.class, contract.id).title = "never";
            session.flush();
            session.rollback();
        }
        assertThat(operations(contract)).containsExactly(Operation.INSERT);
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void whatASavepointUndoesLeavesNothing() {
        Contract contract = saved("savepoint");
        sessions.begin(session -> {
            Contract own = session.getOne(Contract.class, contract.id);
            try (SessionSavepoint savepoint = session.beginNested()) {
                own.title = "never";
                session.flush();
                savepoint.rollback();
            }
            own.title = "kept";
        });
        assertThat(revisions(contract)).extracting(each -> each.get(TITLE)).containsExactly("savepoint", "kept");
    }

    @Test
    void rowsThatLeadToEachOtherAreInsertedOnce() {
        Contract one = new Contract("one");
        Contract other = new Contract("other");
        one.partner = other;
        other.partner = one;
        sessions.begin(session -> session.add(one));
        assertThat(operations(one)).containsExactly(Operation.INSERT);
        assertThat(revisions(other)
                        .get(0)
                        .get(Office.contract.toOne("partner", Contract.class).key(Long.class)))
                .isEqualTo(one.id);
    }

    @Test
    void foreignKeysAreToldAndLazyColumnsAreNotLoaded() {
        Person person = new Person();
        person.name = "signer";
        Contract contract = new Contract("signed");
        contract.signer = person;
        contract.text = Lazy.of("long");
        sessions.begin(session -> session.addAll(person, contract));
        try (Session session = sessions.open()) {
            Contract own = session.getOne(Contract.class, contract.id);
            own.title = "signed again";
            session.commit();
            assertThat(own.text.isLoaded()).isFalse();
        }
        assertThat(revisions(contract))
                .extracting(each -> each.get(
                        Office.contract.toOne("signer", Office.Party.class).key(Long.class)))
                .containsExactly(person.id, person.id);
        assertThat(history.table(Contract.class).hasColumn("text")).isFalse();
    }

    @Test
    void valuesInOtherTablesAreToldByTheVersionAlone() {
        Contract contract = saved("tagged");
        sessions.begin(
                session -> session.getOne(Contract.class, contract.id).tags.add("a"));
        assertThat(operations(contract)).containsExactly(Operation.INSERT, Operation.UPDATE);
    }

    @Test
    void keysOfSeveralColumnsAndReservedWordsAreQuoted() {
        Line line = new Line();
        line.order = 7;
        line.number = "a";
        line.group = "by";
        sessions.begin(session -> session.add(line));
        sessions.begin(session -> session.getOne(Line.class, 7, "a").group = "having");
        List<Revision> revisions = sessions.transaction(session -> history.revisions(session, Line.class, 7, "a"));
        assertThat(revisions).extracting(each -> each.row().get("group")).containsExactly("by", "having");
    }

    @Test
    void markingAsDeletedIsADeletion() {
        Draft draft = new Draft();
        draft.id = 1;
        sessions.begin(session -> session.add(draft));
        sessions.begin(session -> session.delete(session.getOne(Draft.class, 1)));
        assertThat(operations(draft)).containsExactly(Operation.INSERT, Operation.DELETE);
    }

    @Test
    void aStatementThatWouldLeaveNoTraceIsRefused() {
        Contract contract = saved("by statement");
        try (Session session = sessions.open()) {
            var update = Sql.update(Office.contract).set(TITLE, "no trace").where(TITLE.eq("by statement"));
            assertThatThrownBy(() -> session.execute(update))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "a statement that changes rows of contract would leave no trace in contract_history: change"
                                    + " objects and flush them, or run it on session.connection(), without a trace");
            assertThatThrownBy(() -> session.execute(Sql.delete(Office.contract)))
                    .hasMessageContaining("no trace in contract_history");
            assertThatThrownBy(() -> session.execute(Sql.insert(Office.person), List.of()))
                    .hasMessageContaining("no trace in party_history");
        }
        try (Session session = sessions.open()) {
            session.connection()
                    .execute(Sql.update(Office.contract.table())
                            .set(TITLE, "no trace")
                            .where(TITLE.eq("by statement")));
            session.commit();
        }
        assertThat(operations(contract)).containsExactly(Operation.INSERT);
    }

    @Test
    void whoseHistoryIsNotKeptIsToldByName() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> EntityHistory.of(Contract.class).revisions(session, Draft.class, 1))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("no history of Draft is kept: name it in EntityHistory.of(Draft.class, …)");
            assertThatThrownBy(() -> history.revisions(session, new Contract("new")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("a Contract without a key has no history");
        }
    }

    /** What was written stands in the transaction when its history cannot be written: it must not be committed without. */
    @Test
    void whereTheHistoryCannotBeWrittenNothingIsCommitted() {
        user = "x".repeat(300); // longer than the column
        Contract contract = new Contract("not without its history");
        if (List.of("sqlite", "duckdb").contains(database.name())) {
            return; // they do not mind
        }
        try (Session session = sessions.open()) {
            session.add(contract);
            assertThatThrownBy(session::commit).isInstanceOf(dev.azoth.DatabaseException.class);
            assertThatThrownBy(session::commit).hasMessageContaining("call rollback()");
        }
        try (Session session = sessions.open()) {
            assertThat(session.execute(Sql.select(Office.contract).where(TITLE.eq("not without its history")))
                            .all())
                    .isEmpty();
        }
    }
}
