package dev.azoth.dialect.postgresql;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.engine.NestedTransaction;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of error, provoked for real. */
@OnDatabase("postgresql")
class PostgresqlErrorTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Integer> id = Column.of("id", Types.INTEGER).primaryKey();
    static final Column<String> name =
            Column.of("name", Types.VARCHAR(5)).notNull().unique();
    static final Column<Integer> boss = Column.of("boss", Types.INTEGER).references(() -> id);
    static final Table worker = Table.of(METADATA, "worker", id, name, boss);

    static {
        worker.check("ck_worker_id", id.gt(0));
    }

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
        db.engine().begin(c -> {
            c.execute(insert(worker).columns(id, name, boss).row(1, "ann", null).row(2, "bob", 1));
            c.execute(text("CREATE TABLE span (r int4range, EXCLUDE USING gist (r WITH &&))"));
            c.execute(text("INSERT INTO span VALUES ('[1,5]')"));
        });
    }

    private static ErrorFields error(Database db, Consumer<Connection> work) {
        return catchThrowableOfType(DatabaseException.class, () -> db.engine().begin(work))
                .error();
    }

    private static ErrorFields error(Database db, String sql) {
        return error(db, c -> c.execute(text(sql)));
    }

    @Test
    void anExclusionIsAConstraint(Database db) {
        assertThat(error(db, "INSERT INTO span VALUES ('[4,9]')").kind()).isEqualTo(ErrorKind.INTEGRITY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO worker VALUES (3, 'too long')    | DATA          | 22001
            SELECT 1 / 0                                 | DATA          | 22012
            SELECT CAST('x' AS integer)                  | DATA          | 22P02
            SELECT CAST(99999999999 AS integer)          | DATA          | 22003
            SELECT CAST('2024-13-01' AS date)            | DATA          | 22008
            SELECT CAST('{' AS jsonb)                    | DATA          | 22P02
            SELEKT 1                                     | PROGRAMMING   | 42601
            SELECT * FROM nothing                        | PROGRAMMING   | 42P01
            SELECT nothing FROM worker                   | PROGRAMMING   | 42703
            SELECT nothing(1)                            | PROGRAMMING   | 42883
            CREATE TABLE worker (id integer)             | PROGRAMMING   | 42P07
            CREATE TABLE nowhere.t (id integer)          | PROGRAMMING   | 3F000
            SELECT (SELECT id FROM worker)               | PROGRAMMING   | 21000
            SELECT lo_get(99)                            | PROGRAMMING   | 42704
            VACUUM                                       | PROGRAMMING   | 25001
            SELECT xmlparse(document '<a/>') = xmlparse(document '<a/>') | PROGRAMMING | 42883
            DO 'BEGIN RAISE EXCEPTION ''no''; END'       | UNKNOWN       | P0001
            """)
    void aStatementIsRefused(String sql, ErrorKind kind, String state, Database db) {
        ErrorFields error = error(db, sql);
        assertThat(error.kind()).as(error.message()).isEqualTo(kind);
        assertThat(error.sqlState()).isEqualTo(state);
    }

    /** HikariCP would take SQLSTATE 0A000 for a broken connection. */
    @Test
    void aFeatureThatTheServerLacksDoesNotEndTheTransaction(Database db) {
        try (Connection connection = db.engine().connect()) {
            connection.execute(text("CREATE TEMPORARY TABLE kept (id integer)"));
            try (NestedTransaction nested = connection.beginNested()) {
                ErrorFields error = catchThrowableOfType(
                                DatabaseException.class,
                                () -> connection.execute(text("CREATE TABLE x (a integer) WITH (oids)")))
                        .error();
                assertThat(error.kind()).isEqualTo(ErrorKind.NOT_SUPPORTED);
                nested.rollback();
            }
            assertThat(connection.execute(text("SELECT * FROM kept")).all()).isEmpty();
        }
    }

    @Test
    void aHintOfTheServerIsInTheMessage(Database db) {
        assertThat(error(db, "SELECT nam FROM worker").message())
                .isEqualTo("column \"nam\" does not exist (Perhaps you meant to reference the column \"worker.name\")");
    }

    @Test
    void aLockThatIsNotWaitedForAndAStatementThatTakesTooLong(Database db) {
        try (Connection holder = db.engine().connect()) {
            holder.execute(text("SELECT * FROM worker FOR UPDATE"));
            assertThat(error(db, "SELECT * FROM worker FOR UPDATE NOWAIT").kind())
                    .isEqualTo(ErrorKind.TIMEOUT);
            assertThat(error(db, c -> {
                                c.execute(text("SET LOCAL lock_timeout = 50"));
                                c.execute(text("UPDATE worker SET boss = NULL"));
                            })
                            .kind())
                    .isEqualTo(ErrorKind.TIMEOUT);
        }
        assertThat(error(db, c -> {
                            c.execute(text("SET LOCAL statement_timeout = 50"));
                            c.execute(text("SELECT pg_sleep(5)"));
                        })
                        .kind())
                .isEqualTo(ErrorKind.TIMEOUT);
    }

    @Test
    void transactionsThatMeet(Database db) throws Exception {
        try (Connection one = db.engine().connect().isolation(IsolationLevel.SERIALIZABLE);
                Connection two = db.engine().connect().isolation(IsolationLevel.SERIALIZABLE)) {
            one.execute(text("SELECT sum(id) FROM worker")).all();
            two.execute(text("SELECT sum(id) FROM worker")).all();
            one.execute(text("INSERT INTO worker VALUES (10, 'one')"));
            two.execute(text("INSERT INTO worker VALUES (11, 'two')"));
            one.commit();
            assertThat(catchThrowableOfType(DatabaseException.class, two::commit)
                            .error()
                            .kind())
                    .isEqualTo(ErrorKind.CONFLICT);
        }
        try (Connection one = db.engine().connect();
                Connection two = db.engine().connect()) {
            one.execute(text("SELECT * FROM worker WHERE id = 1 FOR UPDATE"));
            two.execute(text("SELECT * FROM worker WHERE id = 2 FOR UPDATE"));
            CompletableFuture<ErrorKind> other = CompletableFuture.supplyAsync(() -> deadlock(one, 2));
            assertThat(ErrorKind.CONFLICT).isIn(deadlock(two, 1), other.get());
        }
        db.engine().begin(c -> c.execute(text("DELETE FROM worker WHERE id > 9")));
    }

    private static ErrorKind deadlock(Connection connection, int row) {
        try {
            connection.execute(
                    text("SELECT * FROM worker WHERE id = :id FOR UPDATE").bind("id", row));
            return ErrorKind.UNKNOWN;
        } catch (DatabaseException e) {
            connection.rollback();
            return e.error().kind();
        }
    }

    @Test
    void aTransactionThatTheServerEnds(Database db) {
        assertThat(error(db, c -> {
                            c.execute(text("SET LOCAL idle_in_transaction_session_timeout = 50"));
                            pause();
                            c.execute(text("SELECT 1"));
                        })
                        .kind())
                .isEqualTo(ErrorKind.DISCONNECTED);
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatCannotBeConnectedTo(Database db) {
        String server = db.url().replaceFirst("/[^/]*$", "/");
        assertThat(connecting(server + "no_such_database"))
                .isEqualTo(new ErrorFields(
                        ErrorKind.PROGRAMMING,
                        "database \"no_such_database\" does not exist",
                        "3D000",
                        0,
                        null,
                        null,
                        null));
        ErrorFields closed = connecting("postgresql://127.0.0.1:1/x");
        assertThat(closed.kind()).isEqualTo(ErrorKind.DISCONNECTED);
        assertThat(closed.message())
                .contains("Connection to 127.0.0.1:1 refused")
                .contains("ConnectException");
        ErrorFields unknown = connecting("postgresql://no-such-host.invalid/x");
        assertThat(unknown.kind()).isEqualTo(ErrorKind.DISCONNECTED);
        assertThat(unknown.message()).contains("UnknownHostException: no-such-host.invalid");
    }

    private static ErrorFields connecting(String url) {
        try (Engine engine = Engine.create(url)) {
            return catchThrowableOfType(DatabaseException.class, () -> engine.begin(c -> c.execute(text("SELECT 1"))))
                    .error();
        }
    }

    @Test
    void anExceptionOfAnyOtherSortIsTakenAsItIs() {
        PostgresqlDialect dialect = new PostgresqlDialect();
        assertThat(dialect.error(new SQLException("What?\n"))).isEqualTo(ErrorFields.of(ErrorKind.UNKNOWN, "What?"));
        assertThat(dialect.error(new SQLException("Gone.", "08006"))).satisfies(error -> {
            assertThat(error.kind()).isEqualTo(ErrorKind.DISCONNECTED);
            assertThat(error.message()).isEqualTo("Gone");
        });
        assertThat(dialect.error(new SQLException("a full disk", "53100")).kind())
                .isEqualTo(ErrorKind.OPERATIONAL);
        assertThat(dialect.error(new SQLException("x", "1")).kind()).isEqualTo(ErrorKind.UNKNOWN);
        assertThat(dialect.error(new SQLException(null, null, new IllegalStateException("why")))
                        .message())
                .contains("why");
        for (String state : new String[] {"28P01", "53300", "57014", "XX001", "F0001", "40003", "57P03"}) {
            assertThat(dialect.error(new SQLException("x", state)).kind()).isNotEqualTo(ErrorKind.UNKNOWN);
        }
    }
}
