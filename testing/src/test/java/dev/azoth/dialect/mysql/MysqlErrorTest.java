package dev.azoth.dialect.mysql;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.azoth.AzothException;
import dev.azoth.DatabaseException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of error, provoked for real. */
@OnDatabase({"mysql", "mariadb"})
class MysqlErrorTest {
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
        db.engine()
                .begin(c -> c.execute(insert(worker)
                        .columns(id, name, boss)
                        .row(1, "ann", null)
                        .row(2, "bob", 1)));
    }

    private static ErrorFields error(Database db, Consumer<Connection> work) {
        return catchThrowableOfType(DatabaseException.class, () -> db.engine().begin(work))
                .error();
    }

    private static ErrorFields error(Database db, String sql) {
        return error(db, c -> c.execute(text(sql)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO worker VALUES (3, 'too long', NULL) | DATA          | 1406
            INSERT INTO worker VALUES (9999999999, 'x', NULL) | DATA        | 1264
            INSERT INTO worker VALUES ('x', 'x', NULL)      | DATA          | 1366
            UPDATE worker SET boss = 1 / 0                  | DATA          | 1365
            INSERT INTO worker VALUES (9223372036854775807 + 1, 'x', NULL) | DATA | 1690
            UPDATE worker SET boss = 1 WHERE name = CAST('2024-13-01' AS date) | DATA | 1292
            SELEKT 1                                        | PROGRAMMING   | 1064
            SELECT * FROM missing                           | PROGRAMMING   | 1146
            SELECT missing FROM worker                      | PROGRAMMING   | 1054
            SELECT missing(1)                               | PROGRAMMING   | 1305
            CREATE TABLE worker (id integer)                | PROGRAMMING   | 1050
            CREATE TABLE nowhere.t (id integer)             | PROGRAMMING   | 1049
            SELECT (SELECT id FROM worker)                  | PROGRAMMING   | 1242
            DROP TABLE missing                              | PROGRAMMING   | 1051
            CREATE TABLE t (a LONGTEXT, PRIMARY KEY (a))    | PROGRAMMING   | 1170
            CREATE TABLE t (a INT REFERENCES missing, FOREIGN KEY (a) REFERENCES missing (id)) | PROGRAMMING |
            """)
    void aStatementIsRefused(String sql, ErrorKind kind, Integer code, Database db) {
        ErrorFields error = error(db, sql);
        assertThat(error.kind()).as(error.toString()).isEqualTo(kind);
        if (code != null) {
            assertThat(error.vendorCode()).isEqualTo(code);
        }
    }

    @Test
    void aLockThatIsWaitedForTooLongAndAStatementThatTakesTooLong(Database db) {
        try (Connection holder = db.engine().connect()) {
            holder.execute(text("SELECT * FROM worker FOR UPDATE"));
            assertThat(error(db, "SELECT * FROM worker FOR UPDATE NOWAIT").kind())
                    .isEqualTo(ErrorKind.TIMEOUT);
            assertThat(error(db, c -> {
                                c.execute(text("SET SESSION innodb_lock_wait_timeout = 1"));
                                c.execute(text("UPDATE worker SET boss = NULL"));
                            })
                            .kind())
                    .isEqualTo(ErrorKind.TIMEOUT);
        }
        String slow = db.name().equals("mysql")
                ? "SELECT /*+ MAX_EXECUTION_TIME(50) */ count(*) FROM worker WHERE sleep(5) = 0"
                : "SET STATEMENT max_statement_time = 0.05 FOR SELECT sleep(5)";
        assertThat(error(db, c -> c.execute(text(slow)).all()).kind()).isEqualTo(ErrorKind.TIMEOUT);
    }

    @Test
    void transactionsThatMeet(Database db) throws Exception {
        try (Connection one = db.engine().connect();
                Connection two = db.engine().connect()) {
            one.execute(text("SELECT * FROM worker WHERE id = 1 FOR UPDATE"));
            two.execute(text("SELECT * FROM worker WHERE id = 2 FOR UPDATE"));
            CompletableFuture<ErrorKind> other = CompletableFuture.supplyAsync(() -> deadlock(one, 2));
            assertThat(ErrorKind.CONFLICT).isIn(deadlock(two, 1), other.get());
        }
        if (db.name().equals("mariadb") && db.engine().server().atLeast(11, 6)) {
            try (Connection late = db.engine().connect()) {
                late.execute(text("SELECT * FROM worker")).all();
                db.engine().begin(c -> c.execute(text("UPDATE worker SET boss = NULL WHERE id = 2")));
                assertThat(catchThrowableOfType(
                                        DatabaseException.class,
                                        () -> late.execute(text("UPDATE worker SET boss = 1 WHERE id = 2")))
                                .error())
                        .satisfies(error -> {
                            assertThat(error.kind()).isEqualTo(ErrorKind.CONFLICT);
                            assertThat(error.vendorCode()).isEqualTo(1020);
                        });
            }
            db.engine().begin(c -> c.execute(text("UPDATE worker SET boss = 1 WHERE id = 2")));
        }
    }

    /** A bug: the value of a sensitive column was told, and a value that looks like the end of the message told another key. */
    @Test
    void aKeyThatIsThereTwiceIsToldWithoutItsValue() {
        SQLException duplicate =
                new SQLException("Duplicate entry 'x' for key 'evil' for key 'worker.uq_name'", "23000", 1062);
        assertThat(new MysqlDialect().error(duplicate))
                .isEqualTo(new ErrorFields(
                        ErrorKind.UNIQUE,
                        "Duplicate entry for key 'worker.uq_name'",
                        "23000",
                        1062,
                        "uq_name",
                        "worker",
                        null));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 1021, 1026, 1030, 1114, 3675})
    void aFullDiskIsOperational(int code) {
        ErrorFields error = new MysqlDialect().error(new SQLException("No space left on device", "HY000", code));
        assertThat(error.kind()).isEqualTo(ErrorKind.OPERATIONAL);
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
    void anUnknownDatabaseIsNamed(Database db) {
        String server = db.url().replaceFirst("/[^/]*$", "/");
        ErrorFields unknown = connecting(server + "no_such_database");
        assertThat(unknown.kind()).isEqualTo(ErrorKind.PROGRAMMING);
        assertThat(unknown.message()).contains("Unknown database 'no_such_database'");
    }

    private static ErrorFields connecting(String url) {
        try (Engine engine = Engine.create(url)) {
            return catchThrowableOfType(DatabaseException.class, () -> engine.begin(c -> c.execute(text("SELECT 1"))))
                    .error();
        }
    }

    @Test
    void aServerOfTheOtherProductIsRefused(Database db) {
        boolean mysql = db.name().equals("mysql");
        String url = db.url().replaceFirst("^\\w+:", mysql ? "mariadb:" : "mysql:");
        try (Engine engine = Engine.create(url)) {
            String message = catchThrowableOfType(
                            AzothException.class, () -> engine.begin(c -> c.execute(text("SELECT 1"))))
                    .getMessage();
            assertThat(message)
                    .contains(mysql ? "is not MariaDB" : "is not MySQL")
                    .contains(
                            mysql
                                    ? "write mysql:// instead of mariadb://, and give a pool of your own MySQL's driver"
                                    : "write mariadb:// instead of mysql://, and give a pool of your own MariaDB's driver");
        }
    }
}
