package dev.azoth.benchmarks;

import static dev.azoth.benchmarks.BookTable.book;
import static dev.azoth.sql.Sql.insert;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Ten thousand rows in, their generated keys back, in one transaction that is undone. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls the setup first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class InsertTenThousand {
    private static final int BATCH = 1_000;

    private Engine engine;
    private SessionFactory sessions;
    private Connection connection;

    /** Makes the table. */
    @Setup(Level.Trial)
    public void open() {
        engine = Fixture.open();
        connection = engine.connect();
        sessions = SessionFactory.create(engine, BookEntity.class);
    }

    /** Undoes the insert. */
    @TearDown(Level.Invocation)
    public void undo() {
        connection.rollback();
    }

    /** Closes the engine. */
    @TearDown(Level.Trial)
    public void close() {
        connection.close();
        engine.close();
    }

    /** A batch of the driver that returns generated keys. */
    @Benchmark
    public Object jdbcBatch() throws SQLException {
        List<Long> keys = new ArrayList<>();
        try (PreparedStatement statement = connection
                .unwrap()
                .prepareStatement(
                        "INSERT INTO bench_book (author_id, title, isbn, price, published, stock, rating, available)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        Statement.RETURN_GENERATED_KEYS)) {
            Iterator<@Nullable Object[]> rows = Fixture.rows(Fixture.ROWS);
            int pending = 0;
            while (rows.hasNext()) {
                @Nullable Object[] row = rows.next();
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
                if (++pending == BATCH || !rows.hasNext()) {
                    statement.executeBatch();
                    pending = 0;
                    try (ResultSet generated = statement.getGeneratedKeys()) {
                        while (generated.next()) {
                            keys.add(generated.getLong(1));
                        }
                    }
                }
            }
        }
        return keys;
    }

    /** Through Core. */
    @Benchmark
    public Object azoth() {
        Iterable<@Nullable Object[]> rows = () -> Fixture.rows(Fixture.ROWS);
        return connection
                .execute(
                        insert(book).returning(book.id),
                        ParameterRows.of(
                                List.of(
                                        book.authorId,
                                        book.title,
                                        book.isbn,
                                        book.price,
                                        book.published,
                                        book.stock,
                                        book.rating,
                                        book.available),
                                rows))
                .all();
    }

    /** As new objects of a session, whose keys are set by its flush. */
    @Benchmark
    public Object azothSession() {
        try (Session session = sessions.open()) {
            Iterator<@Nullable Object[]> rows = Fixture.rows(Fixture.ROWS);
            while (rows.hasNext()) {
                session.add(new BookEntity(rows.next()));
            }
            session.flush();
            session.rollback();
            return session;
        }
    }
}
