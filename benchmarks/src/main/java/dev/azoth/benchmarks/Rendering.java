package dev.azoth.benchmarks;

import static dev.azoth.benchmarks.BookTable.book;
import static dev.azoth.sql.Sql.caseWhen;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.lower;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;

import dev.azoth.engine.Engine;
import dev.azoth.sql.Select;
import dev.azoth.sql.Statement;
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

/** What a statement of about sixty nodes costs without a database: built, found in the cache, and rendered anew. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls the setup first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Rendering {
    private Engine cached;
    private Engine uncached;
    private Statement<?> statement;

    /** Engines with and without a cache. */
    @Setup(Level.Trial)
    public void open() {
        cached = Engine.create(Fixture.url());
        uncached = Engine.create(Fixture.url(), o -> o.cacheSize(0));
        statement = build();
    }

    /** Closes them. */
    @TearDown(Level.Trial)
    public void close() {
        cached.close();
        uncached.close();
    }

    private static Select<?> build() {
        return select(
                        book.authorId,
                        count().as("books"),
                        sum(book.stock).as("in_stock"),
                        sum(caseWhen(book.rating.gt(4.0), 1).otherwise(0)).as("good"),
                        lower(book.title).as("small"))
                .from(book)
                .where(book.stock
                        .between(3, 40)
                        .and(book.title.startsWith("The").or(book.isbn.in("978-1", "978-2", "978-3")))
                        .and(book.rating.isNotNull())
                        .and(book.available.eq(true))
                        .and(book.authorId.ne(7L))
                        .and(book.stock.plus(1).times(2).gt(5)))
                .groupBy(book.authorId, book.title)
                .having(count().gt(1L).and(sum(book.stock).lt(1_000)))
                .orderBy(book.authorId.desc(), lower(book.title).asc())
                .limit(20)
                .offset(40);
    }

    /** Builds the tree. */
    @Benchmark
    public Object tree() {
        return build();
    }

    /** Builds the tree and finds its compiled form. */
    @Benchmark
    public Object treeAndCache() {
        return cached.compile(build());
    }

    /** Renders a tree. */
    @Benchmark
    public Object rendered() {
        return uncached.compile(statement);
    }
}
