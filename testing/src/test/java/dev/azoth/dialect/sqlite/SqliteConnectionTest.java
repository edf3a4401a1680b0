package dev.azoth.dialect.sqlite;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.OperationalException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.Types;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnDatabase("sqlite")
class SqliteConnectionTest {
    private static String pragma(Connection connection, String name) {
        return connection.execute(text("PRAGMA " + name)).all().get(0).values().toString();
    }

    @Test
    void aFileIsSafeAndFast(Database db) {
        try (Connection connection = db.engine().connect()) {
            assertThat(pragma(connection, "foreign_keys")).isEqualTo("[1]");
            assertThat(pragma(connection, "journal_mode")).isEqualTo("[wal]");
            assertThat(pragma(connection, "synchronous")).isEqualTo("[1]");
            assertThat(pragma(connection, "busy_timeout")).isEqualTo("[10000]");
        }
    }

    @Test
    void aDatabaseInMemoryIsSeenByAllConnectionsOfItsEngineAlone() {
        try (Engine engine = Engine.create("sqlite://");
                Engine other = Engine.create("sqlite:///:memory:")) {
            engine.begin(c -> c.execute(text("CREATE TABLE kept (a)")));
            try (Connection one = engine.connect();
                    Connection two = engine.connect()) {
                assertThat(one.inspect().tables()).containsExactly("kept");
                assertThat(two.inspect().tables()).containsExactly("kept");
                assertThat(pragma(one, "foreign_keys")).isEqualTo("[1]");
            }
            assertThat(other.inspect().tables()).isEmpty();
        }
    }

    @Test
    void manyThreadsCreateTheSameTables(@TempDir Path folder) throws Exception {
        for (String url : List.of("sqlite:///" + folder.resolve("new.db"), "sqlite://")) {
            try (Engine engine = Engine.create(url)) {
                MetaData metadata = new MetaData();
                Table a = Table.of(
                        metadata,
                        "a",
                        Column.of("id", Types.BIGINT).primaryKey().identity());
                Table.of(
                        metadata,
                        "b",
                        Column.of("a_id", Types.BIGINT)
                                .references(() -> a.column("id", Long.class))
                                .indexed());
                inThreads(() -> {
                    metadata.createAll(engine);
                    engine.begin(c -> c.execute(insert(a)));
                    return true;
                });
                assertThat(engine.<Long>transaction(
                                c -> c.execute(select(count()).from(a)).one()))
                        .isEqualTo(8);
            }
        }
    }

    private static void inThreads(Callable<Boolean> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (var done :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> work).collect(Collectors.toList()))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void tablesThatReferToEachOtherAreDroppedWithTheirRows(Database db) {
        MetaData metadata = new MetaData();
        Column<Integer> left = Column.of("id", Types.INTEGER).primaryKey();
        Column<Integer> right = Column.of("id", Types.INTEGER).primaryKey();
        Table one = Table.of(
                metadata, "one_side", left, Column.of("to_it", Types.INTEGER).references(() -> right));
        Table two = Table.of(
                metadata, "other_side", right, Column.of("to_it", Types.INTEGER).references(() -> left));
        metadata.createAll(db.engine());
        db.engine().begin(c -> {
            c.execute(text("PRAGMA defer_foreign_keys = ON"));
            c.execute(insert(one).columns(left, one.column("to_it")).row(1, 2));
            c.execute(insert(two).columns(right, two.column("to_it")).row(2, 1));
        });

        metadata.dropAll(db.engine());

        assertThat(db.engine().inspect().tables()).doesNotContain("one_side", "other_side");
    }

    @Test
    void aMissingFolderIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Engine.create("sqlite:///" + folder.resolve("none/a.db")))
                .isInstanceOf(OperationalException.class)
                .hasMessage("the folder of the SQLite file %s does not exist: create %s"
                        .formatted(folder.resolve("none/a.db"), folder.resolve("none")));
    }

    @Test
    void aRelativeFileIsBesideTheProgram() {
        assertThat(new SqliteDialect()
                        .target(DatabaseUrl.parse("sqlite:///some.db"))
                        .jdbcUrl())
                .isEqualTo("jdbc:sqlite:some.db");
        assertThatThrownBy(() -> Engine.create("sqlite://some.db"))
                .hasMessage(
                        "sqlite://some.db names a host, which SQLite has none of: a file is sqlite:///relative.db or"
                                + " sqlite:////absolute.db");
    }

    @Test
    void aMisspelledColumnIsAnErrorAndNoText(Database db) {
        MetaData metadata = new MetaData();
        Table table = Table.of(metadata, "spelled", Column.of("Name", Types.TEXT));
        metadata.createAll(db.engine());
        Column<String> wrong = Column.of("Nmae", Types.TEXT);
        Table.of(new MetaData(), "spelled", wrong);
        assertThatThrownBy(() -> db.engine()
                        .begin(c -> c.execute(insert(table)
                                .values(table.column("Name", String.class), "x")
                                .returning(wrong))))
                .hasMessageStartingWith("no such column: Nmae");
    }

    /** A bug: of eight programs that opened a new file at once, one in some hundreds was told that the database was locked. */
    @Test
    void manyOpenANewFileAtOnce(@TempDir Path folder) throws Exception {
        for (int round = 0; round < 100; round++) {
            String url = "sqlite:///" + folder.resolve("new" + round + ".db");
            CyclicBarrier together = new CyclicBarrier(8);
            inThreads(() -> {
                try (Engine engine = Engine.create(url)) {
                    together.await();
                    return engine.transaction(c -> pragma(c, "journal_mode")).equals("[wal]");
                }
            });
        }
    }

    /** A bug: the driver cut the name at its question mark, and another file was made. */
    @Test
    void aFileMayHaveAnyName(@TempDir Path folder) {
        for (String name : List.of("what?.db", "50%3F.db", "a#b?c%41.db", "plain%20.db")) {
            String url = "sqlite:///" + folder + "/"
                    + name.replace("%", "%25").replace("?", "%3F").replace("#", "%23");
            try (Engine engine = Engine.create(url)) {
                engine.begin(c -> c.execute(text("CREATE TABLE here (a)")));
                assertThat(engine.<String>transaction(c -> pragma(c, "journal_mode")))
                        .isEqualTo("[wal]");
            }
            assertThat(folder.resolve(name)).isRegularFile();
            try (Engine engine = Engine.create(url + "?mode=ro")) {
                assertThat(engine.inspect().tables()).containsExactly("here");
            }
        }
        assertThat(folder.toFile().list((in, name) -> name.endsWith(".db"))).hasSize(4);
    }
}
