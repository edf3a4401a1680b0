package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.StatementBudget;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Answers the complaint that it takes an add-on to find out that a page costs five hundred queries: a session may be told how many statements it may send, and says at
 * which line there is one more.
 */
@EveryDatabase
class StatementBudgetTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);
    private static final ColumnReference<String> NAME = TEAM.column("name", String.class);

    private final Database database;
    private final SessionFactory sessions;

    StatementBudgetTest(Database database) {
        this.database = database;
        sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
        Workshop.sessions(database).begin(session -> {
            for (int i = 0; i < 5; i++) {
                session.add(new Team("budget " + i, new Member("first"), new Member("second")));
            }
        });
    }

    private Session open(StatementBudget budget) {
        return sessions.open(options -> options.statementBudget(budget));
    }

    private static int members(List<Team> teams) {
        int sum = 0;
        for (Team each : teams) {
            sum += each.members.size();
        }
        return sum;
    }

    @Test
    void oneStatementTooManyNamesItsLineAndWhatWasSent() {
        try (Session session = open(StatementBudget.failAbove(3))) {
            session.execute(select(count()).from(TEAM)).one();
            List<String> sent = database.statements()
                    .during(() -> assertThatThrownBy(() -> one(session))
                            .isInstanceOf(InvalidRequestException.class)
                            .extracting(thrown -> thrown.getMessage()
                                    .replaceAll("SELECT team.*", "SELECT team …")
                                    .replaceAll("java:\\d+", "java:1"))
                            .isEqualTo("""
                                    This session has spent its budget of statements (3), and here comes another.
                                      sent     2 x SELECT team …
                                               1 x SELECT count(*) FROM team
                                      next     SELECT team …
                                      at       StatementBudgetTest.one (StatementBudgetTest.java:1)
                                      instead  load what belongs together with one query, by selectinload or in(…), and change many rows by one statement
                                      or       allow more than 3; see docs/orm/loading.md#budget"""));
            assertThat(sent).hasSize(2); // the next one was not sent
        }
        try (Session session = open(StatementBudget.failAbove(1))) {
            assertThat(session.execute(select(TEAM).where(NAME.in("budget 0", "budget 1", "budget 2")))
                            .all())
                    .hasSize(3);
        }
    }

    /** A query for each, instead of one for all. */
    private static void one(Session session) {
        for (int i = 0; i < 4; i++) {
            session.lookup(TEAM).getBy(NAME, "budget " + i);
        }
    }

    @Test
    void theBudgetIsThatOfTheWholeSession() {
        try (Session session = open(StatementBudget.failAbove(2))) {
            session.execute(select(count()).from(TEAM)).one();
            session.commit();
            session.connection()
                    .execute(select(count()).from(TEAM.table()))
                    .one(); // past the session, over its connection
            session.rollback();
            assertThatThrownBy(() -> session.execute(select(count()).from(TEAM)).one())
                    .hasMessageContaining("sent     2 x SELECT");
        }
        try (Session session = open(StatementBudget.failAbove(1))) { // each session has its own
            session.execute(select(count()).from(TEAM)).one();
        }
    }

    @Test
    void rowsThatAreSentTogetherAreOneStatement() {
        try (Session session = open(StatementBudget.failAbove(2))) {
            for (int i = 0; i < 2_000; i++) {
                session.add(new Team("together " + i));
            }
            session.flush();
            session.rollback();
        }
    }

    @Test
    void aFlushThatIsRefusedIsUndoneLikeAnyThatFails() {
        try (Session session = open(StatementBudget.failAbove(1))) {
            Team team = new Team("refused", new Member("refused too"));
            session.add(team);
            assertThatThrownBy(session::flush).hasMessageContaining("INSERT INTO member");
            session.rollback();
            assertThat(team.id).isNull();
        }
        sessions.begin(session ->
                assertThat(session.lookup(TEAM).getBy(NAME, "refused")).isEmpty());
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void savepointsAreFreeAndCanBeUndoneWithoutAnyBudgetLeft() {
        try (Session session = open(StatementBudget.failAbove(2))) {
            Team team = new Team("in a savepoint");
            try (SessionSavepoint savepoint = session.beginNested()) {
                session.add(team);
                session.execute(select(count()).from(TEAM)).one();
                assertThatThrownBy(() ->
                                session.execute(select(count()).from(TEAM)).one())
                        .hasMessageContaining("budget of statements (2)");
                savepoint.rollback();
            }
            try (SessionSavepoint savepoint = session.beginNested()) {
                savepoint.commit();
            }
            assertThat(session.contains(team)).isFalse();
        }
    }

    @Test
    void aWarningStopsNothing() {
        try (Session session = open(StatementBudget.warnAbove(2))) {
            assertThat(members(session.execute(select(TEAM).where(NAME.like("budget%")))
                            .all()))
                    .isEqualTo(10);
        }
    }

    @Test
    void aBudgetOfLessThanNothingIsNone() {
        assertThatThrownBy(() -> StatementBudget.failAbove(-1)).hasMessage("a session cannot send -1 statements");
    }
}
