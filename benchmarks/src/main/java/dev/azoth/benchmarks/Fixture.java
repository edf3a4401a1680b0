package dev.azoth.benchmarks;

import static dev.azoth.benchmarks.BookTable.book;

import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.sql.Sql;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A database with ten thousand books. Its URL is in the system property {@code azoth.url}; an SQLite file by default. */
final class Fixture {
    static final int ROWS = 10_000;

    private Fixture() {}

    static String url() {
        return System.getProperty("azoth.url", "sqlite:///target/benchmark.db");
    }

    static Engine open() {
        Engine engine = Engine.create(url(), o -> o.poolSize(4));
        BookTable.METADATA.dropAll(engine);
        BookTable.METADATA.createAll(engine);
        Iterable<@Nullable Object[]> rows = () -> rows(ROWS);
        engine.begin(connection -> connection.execute(
                Sql.insert(book),
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
                        rows)));
        return engine;
    }

    static Iterator<@Nullable Object[]> rows(int number) {
        return IntStream.range(0, number).mapToObj(Fixture::row).iterator();
    }

    private static @Nullable Object[] row(int i) {
        return new Object[] {
            (long) (i % 1_000),
            "The book with the number " + i,
            "978-" + (1_000_000 + i),
            BigDecimal.valueOf(500 + i % 5_000, 2),
            LocalDateTime.of(2020, 1, 1, 0, 0).plusMinutes(i),
            i % 50,
            i / 3.0,
            i % 2 == 0
        };
    }
}
