package dev.azoth.benchmarks;

import static dev.azoth.benchmarks.BookTable.book;
import static dev.azoth.sql.Sql.select;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

/** Ten thousand rows of eight columns into records. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls the setup first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadTenThousand {
    private Engine engine;
    private SessionFactory sessions;
    private final EntityPath<BookEntity> books = Entities.path(BookEntity.class);
    private Connection connection;

    /** Fills the table. */
    @Setup(Level.Trial)
    public void open() {
        engine = Fixture.open();
        connection = engine.connect();
        sessions = SessionFactory.create(engine, BookEntity.class);
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
        List<BookRecord> books = new ArrayList<>();
        try (PreparedStatement statement = connection
                        .unwrap()
                        .prepareStatement(
                                "SELECT id, author_id, title, isbn, price, published, stock, rating FROM bench_book");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                books.add(JdbcBooks.read(rows));
            }
        }
        return books;
    }

    /** Into records. */
    @Benchmark
    public Object azothRecords() {
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
                        .as(BookRecord.class))
                .all();
    }

    /** Into entities of a new session. */
    @Benchmark
    public Object azothEntities() {
        try (Session session = sessions.open()) {
            return session.execute(select(books)).all();
        }
    }
}
