package dev.azoth.dialect.sqlite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of error, provoked for real. */
@OnDatabase("sqlite")
class SqliteErrorTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Integer> id = Column.of("id", Types.INTEGER).primaryKey();
    static final Column<String> name =
            Column.of("name", Types.VARCHAR(5)).notNull().unique();
    static final Column<Integer> boss = Column.of("boss", Types.INTEGER).references(() -> id);
    static final Table worker = Table.of(METADATA, "worker", id, name, boss);

    static {
        worker.check("ck_worker_id", id.gt(0));
        worker.index("ix_pair", List.of(name, boss), true);
    }

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
        db.engine().begin(c -> {
            c.execute(insert(worker).columns(id, name, boss).row(1, "ann", null).row(2, "bob", 1));
            c.execute(text("CREATE TABLE strict_one (n INTEGER, m INTEGER) STRICT"));
            c.execute(text("CREATE TRIGGER no BEFORE DELETE ON strict_one BEGIN SELECT RAISE(ABORT, 'not this'); END"));
            c.execute(text("INSERT INTO strict_one VALUES (1, 9223372036854775807)"));
            c.execute(text("CREATE UNIQUE INDEX by_expression ON strict_one (abs(n))"));
        });
    }

    private static ErrorFields error(Database db, Consumer<Connection> work) {
        return catchThrowableOfType(DatabaseException.class, () -> db.engine().begin(work))
                .error();
    }

    private static ErrorFields error(Database db, String sql) {
        return error(db, c -> c.execute(text(sql)).all());
    }

    @Test
    void anExpressionsIndexAndATriggerAreConstraints(Database db) {
        assertThat(error(db, "INSERT INTO strict_one VALUES (-1, 1)").constraint())
                .isEqualTo("by_expression");
        assertThat(error(db, "DELETE FROM strict_one").kind()).isEqualTo(ErrorKind.INTEGRITY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO strict_one VALUES ('x', 1)          | DATA
            SELECT sum(m) FROM (SELECT m FROM strict_one UNION ALL SELECT 1) | DATA
            SELECT json_extract('{', '$')                   | DATA
            SELECT zeroblob(9999999999)                     | DATA
            SELEKT 1                                        | PROGRAMMING
            SELECT * FROM missing                           | PROGRAMMING
            SELECT missing FROM worker                      | PROGRAMMING
            SELECT missing(1)                               | PROGRAMMING
            CREATE TABLE worker (id integer)                | PROGRAMMING
            INSERT INTO worker (missing) VALUES (1)         | PROGRAMMING
            ATTACH '/nowhere/at/all.db' AS elsewhere        | OPERATIONAL
            """)
    void aStatementIsRefused(String sql, ErrorKind kind, Database db) {
        ErrorFields error = error(db, sql);
        assertThat(error.kind()).as(error.toString()).isEqualTo(kind);
    }

    @Test
    void anotherWriter(Database db) {
        try (Engine impatient = Engine.create(db.url() + "?busy_timeout=50");
                Connection writer = db.engine().connect();
                Connection other = impatient.connect();
                Connection late = impatient.connect()) {
            late.execute(text("SELECT count(*) FROM worker")).all();
            writer.execute(text("UPDATE worker SET boss = NULL"));
            ErrorFields busy = error(other, "UPDATE worker SET boss = 1");
            assertThat(busy.kind()).as(busy.message()).isEqualTo(ErrorKind.CONFLICT);
            writer.commit();
            assertThat(error(late, "UPDATE worker SET boss = 1").kind()).isEqualTo(ErrorKind.CONFLICT);
        }
        db.engine().begin(c -> c.execute(text("UPDATE worker SET boss = 1 WHERE id = 2")));
    }

    private static ErrorFields error(Connection connection, String sql) {
        return catchThrowableOfType(DatabaseException.class, () -> connection.execute(text(sql)))
                .error();
    }

    @Test
    void aFileThatMayNotBeWritten(Database db) {
        try (Engine reading = Engine.create(db.url() + "?mode=ro")) {
            assertThat(catchThrowableOfType(
                                    DatabaseException.class,
                                    () -> reading.begin(c -> c.execute(text("UPDATE worker SET boss = 1"))))
                            .error()
                            .kind())
                    .isEqualTo(ErrorKind.OPERATIONAL);
        }
    }

    @Test
    void aFileThatIsNoDatabase(Database db, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.db");
        Files.writeString(file, "This is a text and not a database, however long it is. ".repeat(100));
        try (Engine engine = Engine.create("sqlite:///" + file)) {
            assertThat(catchThrowableOfType(
                                    DatabaseException.class, () -> engine.begin(c -> c.execute(text("SELECT 1"))))
                            .error()
                            .message())
                    .isEqualTo("file is not a database");
        }
    }

    @Test
    void anExceptionOfAnyOtherSortIsTakenAsItIs() {
        SqliteDialect dialect = new SqliteDialect();
        assertThat(dialect.error(new SQLException("What?"))).isEqualTo(ErrorFields.of(ErrorKind.UNKNOWN, "What?"));
        assertThat(dialect.error(new SQLException((String) null)).kind()).isEqualTo(ErrorKind.UNKNOWN);
        assertThat(dialect.error(new SQLException("database connection closed")).kind())
                .isEqualTo(ErrorKind.DISCONNECTED);
        assertThat(dialect.error(new SQLException("[SQLITE_IOERR_WRITE] I/O error (disk I/O error)", null, 10)))
                .isEqualTo(new ErrorFields(ErrorKind.OPERATIONAL, "disk I/O error", null, 10, null, null, null));
        assertThat(dialect.error(new SQLException("[SQLITE_CORRUPT] malformed", null, 11))
                        .kind())
                .isEqualTo(ErrorKind.INTERNAL);
    }
}
