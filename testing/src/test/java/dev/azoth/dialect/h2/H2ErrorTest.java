package dev.azoth.dialect.h2;

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
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of error, provoked for real. */
@OnDatabase("h2")
class H2ErrorTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Integer> id = Column.of("id", Types.INTEGER).primaryKey();
    static final Column<String> name =
            Column.of("name", Types.VARCHAR(5)).notNull().unique();
    static final Column<Integer> boss = Column.of("boss", Types.INTEGER).references(() -> id);
    static final Table worker = Table.of(METADATA, "worker", id, name, boss);
    static final Table odd = Table.reflected(METADATA, null, "Odd \"one. ON (x");

    static {
        worker.check("ck_worker_id", id.gt(0));
        Column<Integer> a = odd.add(Column.of("A: \"a", Types.INTEGER).notNull());
        odd.unique("Un: \"ique. ON", List.of(a));
        odd.check("Ch: \"eck: ", a.gt(0));
        odd.foreignKey("F: \"k", List.of(a), () -> List.of(id), ForeignKey.Action.NO_ACTION);
    }

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
        db.engine().begin(c -> {
            c.execute(insert(worker).columns(id, name, boss).row(1, "ann", null).row(2, "bob", 1));
            c.execute(insert(odd).columns(odd.column("A: \"a")).row(1));
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
    void hostileNamesAreToldAsTheyAre(Database db) {
        Column<Integer> a = odd.column("A: \"a", Integer.class);
        ErrorFields unique = error(db, c -> c.execute(insert(odd).values(a, 1)));
        assertThat(unique.constraint()).as(unique.message()).isEqualTo("Un: \"ique. ON");
        assertThat(unique.table()).isEqualTo("Odd \"one. ON (x");
        assertThat(error(db, c -> c.execute(insert(odd).values(a, 0))).constraint())
                .isEqualTo("Ch: \"eck: ");
        ErrorFields foreign = error(db, c -> c.execute(insert(odd).values(a, 99)));
        assertThat(foreign.constraint()).as(foreign.message()).isEqualTo("F: \"k");
        assertThat(foreign.table()).isEqualTo("Odd \"one. ON (x");
        assertThat(error(db, c -> c.execute(insert(odd).values(a, (Integer) null)))
                        .column())
                .isEqualTo("A: \"a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO worker VALUES (3, 'too long', 1) | DATA          | 22001
            SELECT 1 / 0                                 | DATA          | 22012
            SELECT CAST('x' AS integer)                  | DATA          | 22018
            SELECT CAST(99999999999 AS integer)          | DATA          | 22003
            SELECT DATE '2024-13-01'                     | DATA          | 22007
            SELECT '{' FORMAT JSON                       | DATA          | 22018
            SELEKT 1                                     | PROGRAMMING   | 42001
            SELECT * FROM nothing                        | PROGRAMMING   | 42102
            SELECT nothing FROM worker                   | PROGRAMMING   | 42122
            SELECT nothing(1)                            | PROGRAMMING   | 90022
            CREATE TABLE worker (id integer)             | PROGRAMMING   | 42101
            CREATE TABLE nowhere.t (id integer)          | PROGRAMMING   | 90079
            SELECT (SELECT id FROM worker)               | PROGRAMMING   | 90053
            INSERT INTO worker VALUES (1)                | PROGRAMMING   | 21002
            ALTER TABLE worker ALTER COLUMN id SET DATA TYPE nothing | PROGRAMMING | 50004
            """)
    void aStatementIsRefused(String sql, ErrorKind kind, int code, Database db) {
        ErrorFields error = error(db, sql);
        assertThat(error.kind()).as(error.message()).isEqualTo(kind);
        assertThat(error.vendorCode()).as(error.message()).isEqualTo(code);
        assertThat(error.message()).doesNotContain("SQL statement:").doesNotContain("[" + code);
    }

    @Test
    void aTableInUpperCaseHasAHint(Database db) {
        db.engine().begin(c -> c.execute(text("CREATE TABLE \"FOREIGN_TABLE\" (id integer)")));
        assertThat(error(db, "SELECT * FROM foreign_table").message())
                .isEqualTo("Table \"foreign_table\" not found (candidates are: \"FOREIGN_TABLE\");"
                        + " add ;DATABASE_TO_UPPER=TRUE to the URL if another program made this database");
    }

    @Test
    void locksAndTime(Database db) throws SQLException {
        try (Connection holder = db.engine().connect()) {
            holder.execute(text("UPDATE worker SET boss = NULL WHERE id = 2"));
            assertThat(error(db, c -> {
                                c.execute(text("SET LOCK_TIMEOUT 50"));
                                c.execute(text("UPDATE worker SET boss = 2 WHERE id = 2"));
                            })
                            .kind())
                    .isEqualTo(ErrorKind.TIMEOUT);
        }
        try (java.sql.Connection jdbc = db.jdbc();
                PreparedStatement slow = jdbc.prepareStatement(
                        "SELECT SUM(a.n * b.n) FROM SYSTEM_RANGE(1, 100000) a(n), SYSTEM_RANGE(1, 100000) b(n)")) {
            slow.setQueryTimeout(1);
            SQLException e = catchThrowableOfType(SQLException.class, slow::executeQuery);
            assertThat(new H2Dialect().error(e).kind()).isEqualTo(ErrorKind.TIMEOUT);
        }
    }

    @Test
    void transactionsThatMeet(Database db) {
        try (Connection one = db.engine().connect().isolation(IsolationLevel.SERIALIZABLE);
                Connection two = db.engine().connect().isolation(IsolationLevel.SERIALIZABLE)) {
            one.execute(text("SELECT * FROM worker")).all();
            two.execute(text("UPDATE worker SET boss = 2 WHERE id = 2"));
            two.commit();
            assertThat(catchThrowableOfType(
                                    DatabaseException.class,
                                    () -> one.execute(text("UPDATE worker SET boss = NULL WHERE id = 2")))
                            .error()
                            .kind())
                    .isEqualTo(ErrorKind.CONFLICT);
        }
    }

    @Test
    void aDatabaseThatIsShutDown() {
        String url = "h2:mem:" + UUID.randomUUID();
        try (Engine engine = Engine.create(url);
                Engine other = Engine.create(url)) {
            engine.begin(c -> c.execute(text("SELECT 1")));
            other.begin(c -> c.execute(text("SELECT 1")));
            try (Connection connection = engine.connect()) {
                connection.execute(text("SELECT 1"));
                ErrorFields error = catchThrowableOfType(
                                DatabaseException.class,
                                () -> other.begin(c -> {
                                    c.execute(text("SHUTDOWN IMMEDIATELY"));
                                    connection.execute(text("SELECT 1"));
                                }))
                        .error();
                assertThat(error.kind()).as(error.message()).isEqualTo(ErrorKind.DISCONNECTED);
            }
        }
    }

    @Test
    void whatCannotBeConnectedTo() {
        assertThat(connecting("h2:relative").kind()).isEqualTo(ErrorKind.PROGRAMMING);
        assertThat(connecting("h2:./no/such/file;IFEXISTS=TRUE").kind()).isEqualTo(ErrorKind.OPERATIONAL);
        assertThat(connecting("h2:tcp://127.0.0.1:1/x").kind()).isEqualTo(ErrorKind.DISCONNECTED);
        assertThat(connecting("h2:mem:x;NO_SUCH_SETTING=1").kind()).isEqualTo(ErrorKind.PROGRAMMING);
    }

    @Test
    void aWrongPasswordIsToldAtOnce() {
        String url = "h2:mem:" + UUID.randomUUID();
        try (Engine engine = Engine.create(url + ";USER=sa;PASSWORD=right")) {
            engine.begin(c -> c.execute(text("SELECT 1")));
            assertThat(connecting(url + ";USER=sa;PASSWORD=wrong").kind()).isEqualTo(ErrorKind.AUTHENTICATION);
        }
    }

    private static ErrorFields connecting(String url) {
        try (Engine engine = Engine.create(url)) {
            return catchThrowableOfType(DatabaseException.class, () -> engine.begin(c -> c.execute(text("SELECT 1"))))
                    .error();
        }
    }

    /** In the midst of a transaction H2 names the file alone; on commit, nothing at all. */
    @Test
    void aFileThatCannotBeWrittenHasItsReason() {
        Throwable cause = new IllegalStateException("Writing failed", new IOException("Disk quota exceeded"));
        for (int code : new int[] {90028, 50000}) {
            ErrorFields error = new H2Dialect().error(new SQLException("x", "" + code, code, cause));
            assertThat(error.kind()).isEqualTo(ErrorKind.OPERATIONAL);
            assertThat(error.message()).isEqualTo("IO Exception: Disk quota exceeded");
        }
    }

    @Test
    void anExceptionOfAnyOtherSortIsTakenAsItIs() {
        H2Dialect dialect = new H2Dialect();
        assertThat(dialect.error(new SQLException("What?\n"))).isEqualTo(ErrorFields.of(ErrorKind.UNKNOWN, "What?"));
        assertThat(dialect.error(new SQLException(null, "23505", 23505)).kind()).isEqualTo(ErrorKind.UNIQUE);
        assertThat(dialect.error(new SQLException("x", "23506", 23506)).kind()).isEqualTo(ErrorKind.FOREIGN_KEY);
    }
}
