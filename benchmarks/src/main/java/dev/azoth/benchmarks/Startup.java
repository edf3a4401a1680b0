package dev.azoth.benchmarks;

import static dev.azoth.benchmarks.BookTable.book;
import static dev.azoth.sql.Sql.select;

import dev.azoth.engine.Engine;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a cold JVM needs for an engine and its first query on SQLite in memory; with the argument {@code jdbc} the same by hand.
 *
 * <p>Prints milliseconds and classes loaded since the main method began.
 */
public final class Startup {
    private Startup() {}

    /** Runs it once. */
    public static void main(String[] arguments) throws SQLException {
        long classes = classes();
        long began = System.nanoTime();
        boolean byHand = arguments.length > 0 && arguments[0].equals("jdbc");
        long rows = byHand ? jdbc() : azoth();
        System.out.printf(
                "%s: %d rows, %d ms, %d classes%n",
                byHand ? "jdbc" : "azoth", rows, (System.nanoTime() - began) / 1_000_000, classes() - classes);
    }

    private static long classes() {
        return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    }

    private static long azoth() {
        try (Engine engine = Engine.create("sqlite://")) {
            BookTable.METADATA.createAll(engine);
            return engine.transaction(connection -> (long) connection
                    .execute(select(book.id, book.title).from(book).where(book.id.gt(1L)))
                    .all()
                    .size());
        }
    }

    private static long jdbc() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bench_book (id INTEGER PRIMARY KEY, title VARCHAR(100) NOT NULL)");
            try (ResultSet rows = statement.executeQuery("SELECT id, title FROM bench_book WHERE id > 1")) {
                long number = 0;
                while (rows.next()) {
                    number++;
                }
                return number;
            }
        }
    }
}
