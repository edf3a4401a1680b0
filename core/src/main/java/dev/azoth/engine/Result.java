package dev.azoth.engine;

import dev.azoth.MultipleResultsException;
import dev.azoth.NoResultException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a statement that ran, read once and in order.
 *
 * <p>Closed by reading to the end, by {@link #close()}, and by the end of its connection's transaction: reading on after that fails,
 * since rows may be missing. Not safe for more than one thread.
 *
 * @param <T> what a row yields
 */
public final class Result<T> implements AutoCloseable, Iterable<T> {
    private final Rows<T> rows;
    private final long rowCount;
    private boolean looked;
    private boolean there;

    /** Where the rows come from. */
    interface Rows<T> extends AutoCloseable {
        /** Moves to the next row; false at the end. */
        boolean next();

        /** What the current row yields. */
        @Nullable
        T current();

        @Override
        void close();

        /** Closes the rows because what they come from ends; who reads on is told. */
        default void cut() {
            close();
        }
    }

    Result(Rows<T> rows, long rowCount) {
        this.rows = rows;
        this.rowCount = rowCount;
    }

    /** Rows that are in memory already: for layers that read ahead of their callers. */
    public static <T> Result<T> of(List<T> list) {
        return of(list, -1);
    }

    static <T> Result<T> of(List<T> list, long rowCount) {
        Iterator<T> iterator = list.iterator();
        return new Result<>(
                new Rows<>() {
                    @Override
                    public boolean next() {
                        return iterator.hasNext();
                    }

                    @Override
                    public @Nullable T current() {
                        return iterator.next();
                    }

                    @Override
                    public void close() {
                        // nothing is held
                    }
                },
                rowCount);
    }

    /** The rows that the statement changed; for a query, and for a statement that returns what it changed on some databases, -1. */
    public long rowCount() {
        return rowCount;
    }

    /** All rows that are left. */
    public List<T> all() {
        List<T> all = new ArrayList<>();
        forEach(all::add);
        return all;
    }

    /**
     * The only row.
     *
     * @return what the row yields, which is null where a single column has SQL's NULL
     * @throws NoResultException        if there is none
     * @throws MultipleResultsException if there are more
     */
    @SuppressWarnings("NullAway") // a row of one column may be null, as its type says
    public T one() {
        try (this) {
            if (!advance()) {
                throw new NoResultException("one row was asked for, and there is none");
            }
            return only();
        }
    }

    /**
     * The only row, or empty.
     *
     * @throws MultipleResultsException if there are more
     * @throws NullPointerException     if the row is of one column, which is null; use {@link #all()} for such
     */
    public Optional<T> oneOrEmpty() {
        try (this) {
            if (!advance()) {
                return Optional.empty();
            }
            T only = only();
            if (only == null) {
                throw new NullPointerException("the only row has a null, which no Optional holds: use all()");
            }
            return Optional.of(only);
        }
    }

    private @Nullable T only() {
        T only = rows.current();
        if (advance()) {
            throw new MultipleResultsException(
                    "one row was asked for, and there are more: add a condition, or use first()");
        }
        return only;
    }

    /** Moves to the next row, unless {@link #look} has done that already. */
    private boolean advance() {
        boolean found = look();
        looked = false;
        return found;
    }

    /** Whether there is another row. What is seen here is not lost to who reads on in another way. */
    private boolean look() {
        if (!looked) {
            there = rows.next();
            looked = true;
        }
        return there;
    }

    /** The first row, or empty; empty, too, if it is of one column, which is null. The others are not read. */
    public Optional<T> first() {
        try (this) {
            return advance() ? Optional.ofNullable(rows.current()) : Optional.empty();
        }
    }

    /** The rows as a stream, which closes the result when it is closed; and which reads them as it goes. */
    public Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    /** The rows, each turned into something else as it is read. */
    public <R> Result<R> map(Function<? super T, ? extends R> function) {
        Rows<T> source = rows;
        return new Result<>(
                new Rows<R>() {
                    @Override
                    public boolean next() {
                        return advance();
                    }

                    @Override
                    public @Nullable R current() {
                        return function.apply(source.current());
                    }

                    @Override
                    public void close() {
                        source.close();
                    }
                },
                rowCount);
    }

    /** The rows that are left, each once. */
    public List<T> unique() {
        return new ArrayList<>(new LinkedHashSet<>(all()));
    }

    /**
     * The rows in lists of so many, the last of which may be shorter; read as the iteration goes.
     *
     * @param size at least 1
     */
    public Iterable<List<T>> partitions(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a partition has at least one row, not " + size);
        }
        return () -> new Partitions<>(iterator(), size);
    }

    /** Goes through the rows that are left; a second call goes on where the first one stopped. */
    @Override
    public Iterator<T> iterator() {
        return new RowIterator<>(this);
    }

    @Override
    public void close() {
        rows.close();
    }

    private static final class RowIterator<T> implements Iterator<T> {
        private final Result<T> result;

        RowIterator(Result<T> result) {
            this.result = result;
        }

        @Override
        public boolean hasNext() {
            if (!result.look()) {
                result.close();
                return false;
            }
            return true;
        }

        @Override
        @SuppressWarnings("NullAway") // a row of one column may be null, as its type says
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more rows");
            }
            result.advance();
            return result.rows.current();
        }
    }

    private record Partitions<T>(Iterator<T> rows, int size) implements Iterator<List<T>> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public List<T> next() {
            List<T> part = new ArrayList<>(size);
            part.add(rows.next());
            while (part.size() < size && rows.hasNext()) {
                part.add(rows.next());
            }
            return part;
        }
    }
}
