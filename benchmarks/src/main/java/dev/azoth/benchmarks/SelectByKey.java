package dev.azoth.benchmarks;

import static dev.azoth.benchmarks.BookTable.book;
import static dev.azoth.sql.Sql.select;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One row by its key: building, finding the compiled form, running, reading; against the same by hand. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls the setup first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SelectByKey {
    private Engine engine;
    private Connection connection;
    private long key;

    /** Fills the table. */
    @Setup(Level.Trial)
    public void open() {
        engine = Fixture.open();
        connection = engine.connect();
        key = connection.execute(select(book.id).limit(1)).one();
    }

    /** Closes the engine. */
    @TearDown(Level.Trial)
    public void close() {
        connection.close();
        engine.close();
    }

    /** By hand. */
    @Benchmark
    public Object jdbc() throws SQLException {
        try (PreparedStatement statement = connection
                .unwrap()
                .prepareStatement(
                        "SELECT id, author_id, title, isbn, price, published, stock, rating FROM bench_book WHERE id = ?")) {
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return JdbcBooks.read(rows);
            }
        }
    }

    /** With a statement built each time. */
    @Benchmark
    public Object azoth() {
        return connection
                .execute(select(
                                book.id,
                                book.authorId,
                                book.title,
                                book.isbn,
                                book.price,
                                book.published,
                                book.stock,
                                book.rating)
                        .from(book)
                        .where(book.id.eq(key))
                        .as(BookRecord.class))
                .one();
    }
}
