package dev.azoth.orm.engines;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.engines.Office.by;
import static dev.azoth.orm.engines.Office.clerk;
import static dev.azoth.orm.engines.Office.clerkId;
import static dev.azoth.orm.engines.Office.clerkName;
import static dev.azoth.orm.engines.Office.entry;
import static dev.azoth.orm.engines.Office.entryId;
import static dev.azoth.orm.engines.Office.what;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Engine;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.PartialCommitException;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.engines.Office.Clerk;
import dev.azoth.orm.engines.Office.Entry;
import dev.azoth.orm.engines.Office.Journal;
import dev.azoth.orm.engines.Office.Letter;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.Requires;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities of one program in two databases, by their classes. */
@EveryDatabase
class SeveralEnginesTest {
    private final Database people;
    private final Database journal;
    private final SessionFactory sessions;

    SeveralEnginesTest(Database database) {
        people = database;
        journal = MoreDatabases.like(database);
        sessions = SessionFactory.create(
                people.engine(),
                options ->
                        options.entities(Clerk.class, Letter.class, Entry.class).bind(Journal.class, journal.engine()));
    }

    @BeforeEach
    void create() {
        people.engine().dropAll(Office.TABLES);
        people.engine().createAll(Office.TABLES);
        journal.engine().createAll(Office.journal());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private Entry saved(String name) {
        Entry saved = new Entry("hired " + name);
        saved.clerk = Lazy.of(new Clerk(name));
        saved.words.add("well");
        sessions.begin(session -> session.add(saved));
        return saved;
    }

    @Test
    void aFlushWritesEachObjectToItsDatabaseAndThoseThatLeadToOthersAfterThem() {
        Entry saved = saved("ann");

        assertThat(people.all(select(clerkName).from(clerk))).containsExactly("ann");
        assertThat(journal.all(select(what).from(entry))).containsExactly("hired ann");
        assertThat(journal.all(text("SELECT words FROM entry_words").withOnly("words", TEXT)))
                .containsExactly("well");
        try (Session session = sessions.open()) {
            Entry found = session.get(Entry.class, saved.id).orElseThrow();
            assertThat(found.clerk.get().name).isEqualTo("ann");
            assertThat(found.words).containsExactly("well");
        }
    }

    @Test
    void relationshipsBetweenThemAreLoadedByAStatementForEach() {
        saved("ann");
        saved("bob");
        people.statements().clear();
        journal.statements().clear();
        try (Session session = sessions.open()) {
            List<Entry> all = session.execute(
                            select(entry).orderBy(entryId.asc()).options(selectinload(by)))
                    .all();
            assertThat(all).extracting(each -> each.clerk.get().name).containsExactly("ann", "bob");
        }
        assertThat(people.statements().count()).isEqualTo(1);
        assertThat(journal.statements().count()).isEqualTo(1);
    }

    @Test
    void oneStatementThatWouldReachBothIsRefusedWithTheWayOut() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(select(entry).options(joinedload(by))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("one statement cannot reach two databases: clerk is in " + people.engine()
                            + ", entry is in " + journal.engine()
                            + "; load what they have in common by selectinload, or run a statement on each");
            assertThatThrownBy(() -> session.execute(select(entryId)
                            .from(entry)
                            .where(select(clerkId).from(clerk).exists())))
                    .hasMessageContaining("one statement cannot reach two databases");
            assertThatThrownBy(() -> session.execute(
                            delete(entry).where(what.in(select(clerkName).from(clerk)))))
                    .hasMessageContaining("one statement cannot reach two databases");
            assertThat(session.execute(select(entry)).all()).isEmpty();
        }
    }

    @Test
    void changesByStatementGoWhereTheirEntityIs() {
        saved("ann");
        try (Session session = sessions.open()) {
            Entry held = session.execute(select(entry)).one();
            session.execute(update(entry).set(what, "fired").where(entryId.eq(held.id)));
            assertThat(held.what).isEqualTo("fired");
            List<Entry> more = session.execute(
                            insert(entry).returning(entry), List.of(Map.of("what", "a"), Map.of("what", "b")))
                    .all();
            assertThat(more).extracting(each -> each.what).containsExactly("a", "b");
            session.execute(update(entry), List.of(Map.of("id", more.get(0).id, "what", "c")));
            session.execute(delete(entry).where(entryId.eq(more.get(1).id)));
            session.commit();
        }
        assertThat(journal.all(select(what).from(entry).orderBy(entryId.asc()))).containsExactly("fired", "c");
    }

    @Test
    void connectionsAndTablesOfAnEngineAreAskedForByEntityAndTable() {
        SessionFactory more = SessionFactory.create(
                people.engine(),
                options -> options.bind(Entry.class, journal.engine())
                        .bind(Office.journal().table("entry_words").orElseThrow(), journal.engine()));
        try (Session session = more.open()) {
            assertThat(session.connection().engine()).isSameAs(people.engine());
            assertThat(session.connection(Entry.class).engine()).isSameAs(journal.engine());
            assertThat(session.connection(Clerk.class)).isSameAs(session.connection());
        }
    }

    @Test
    void rollbackUndoesBothAndTheObjects() {
        Entry saved = saved("ann");
        try (Session session = sessions.open()) {
            Entry held = session.get(Entry.class, saved.id).orElseThrow();
            held.what = "changed";
            held.clerk.get().name = "changed";
            session.flush();
            session.rollback();
            assertThat(held.what).isEqualTo("hired ann");
            assertThat(held.clerk.get().name).isEqualTo("ann");
            session.commit();
        }
        assertThat(people.all(select(clerkName).from(clerk))).containsExactly("ann");
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aSavepointIsSetInADatabaseThatIsUsedLaterToo() {
        try (Session session = sessions.open()) {
            session.add(new Clerk("ann"));
            try (SessionSavepoint outer = session.beginNested()) {
                try (SessionSavepoint inner = session.beginNested()) {
                    session.add(new Entry("kept with the inner one"));
                    inner.commit();
                }
                session.add(new Entry("too"));
                session.flush();
                outer.rollback();
            }
            session.add(new Entry("after"));
            session.commit();
        }
        assertThat(journal.all(select(what).from(entry))).containsExactly("after");
        assertThat(people.all(select(clerkName).from(clerk))).containsExactly("ann");
    }

    @Test
    void aFailedFlushOfOneIsUndoneInBoth() {
        saved("ann");
        try (Session session = sessions.open()) {
            session.add(new Entry("before"));
            session.flush();
            session.add(new Clerk("ann"));
            assertThatThrownBy(session::commit).isInstanceOf(IntegrityException.class);
            session.rollback();
        }
        assertThat(journal.all(select(what).from(entry))).containsExactly("hired ann");
    }

    /** Databases commit one after the other, and a program must be told when one of them refuses after others did not. */
    @Test
    void whenTheSecondRefusesToCommitTheErrorSaysWhatIsKept() throws SQLException {
        Engine other = journal.engine();
        try (Session session = sessions.open()) {
            session.add(new Clerk("ann"));
            session.add(new Entry("hired"));
            session.flush();
            session.connection(Entry.class).unwrap().close();
            assertThatThrownBy(session::commit)
                    .isInstanceOfSatisfying(PartialCommitException.class, e -> {
                        assertThat(e.committed()).containsExactly(people.engine());
                        assertThat(e.undone()).containsExactly(other);
                        assertThat(e.getCause()).isInstanceOf(DatabaseException.class);
                    })
                    .hasMessage("the transaction was kept in part: [" + people.engine() + "] committed, then " + other
                            + " refused (its exception is the cause); close the session, and bring the databases in step by"
                            + " what your program knows");
            session.rollback();
            assertThatThrownBy(() -> session.execute(select(clerk)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("a transaction of this session was kept in part")
                    .hasCauseInstanceOf(PartialCommitException.class);
        }
        assertThat(people.all(select(clerkName).from(clerk))).containsExactly("ann");
        assertThat(journal.all(select(what).from(entry))).isEmpty();
    }
}
