package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.MultipleResultsException;
import dev.azoth.NoResultException;
import dev.azoth.sql.Row;
import dev.azoth.sql.Selectable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Collector;
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

    /**
     * The same of a statement that changed rows.
     *
     * @param rowCount how many; -1 if that is not known
     */
    public static <T> Result<T> of(List<T> list, long rowCount) {
        return of(list.iterator(), rowCount, () -> {});
    }

    /**
     * Rows that are made as they are asked for: for layers that stand between the database and their callers.
     *
     * @param rowCount what {@link #rowCount} tells; -1 for a query
     * @param close    lets go of what they are made from; called once at least
     */
    public static <T> Result<T> of(Iterator<? extends T> iterator, long rowCount, Runnable close) {
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
                        close.run();
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
    boolean advance() {
        boolean found = look();
        looked = false;
        return found;
    }

    /** What the row yields to which {@link #advance} moved. */
    @SuppressWarnings("NullAway") // a row of one column may be null, as its type says
    T current() {
        return rows.current();
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

    /** The rows, each once: as they are read, those that came before are left out. Memory holds the different rows. */
    public Result<T> unique() {
        return unique(row -> row);
    }

    /** The rows, of those with the same key the first; see {@link #unique()}. */
    public Result<T> unique(Function<? super T, ?> key) {
        return new Result<>(new UniqueRows<>(this, key), rowCount);
    }

    /** The rows as maps from the columns' names to their values; see {@link Row#mapping}. */
    public Result<Map<String, @Nullable Object>> mappings() {
        return map(row -> row(row).mapping());
    }

    /** Some of what was selected, in this order. */
    public Result<Row> columns(Selectable<?>... selected) {
        List<Selectable<?>> part = List.of(selected);
        return map(row -> row(row).columns(part));
    }

    private static Row row(@Nullable Object row) {
        if (row instanceof Row several) {
            return several;
        }
        throw new InvalidRequestException("the result is not of rows with columns, but of "
                + (row == null ? "single values" : row.getClass().getName()) + ": select several things for that");
    }

    /** The next rows, so many or as many as are left. */
    public List<T> take(int most) {
        List<T> taken = new ArrayList<>();
        while (taken.size() < most && advance()) {
            taken.add(current());
        }
        return taken;
    }

    /**
     * The next row, or empty at the end.
     *
     * @throws NullPointerException if the row is of one column, which is null; use {@link #take} for such
     */
    public Optional<T> next() {
        return advance() ? Optional.of(current()) : Optional.empty();
    }

    /** All rows that are left, kept so that they can be read many times, also after the connection is closed. */
    public FrozenResult<T> freeze() {
        return new FrozenResult<>(all(), rowCount);
    }

    /** All rows that are left, collected. */
    public <A, R> R collect(Collector<? super T, A, R> collector) {
        try (this) {
            return stream().collect(collector);
        }
    }

    /**
     * All rows that are left as a map, in their order.
     *
     * @throws InvalidRequestException if two rows have the same key
     */
    public <K, V> Map<K, V> toMap(Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
        Map<K, V> map = new LinkedHashMap<>();
        for (T row : this) {
            K rowsKey = key.apply(row);
            if (map.containsKey(rowsKey)) {
                close();
                throw new InvalidRequestException(
                        "two rows have the key " + rowsKey + ": use collect(groupingBy(…)), or unique(…) first");
            }
            map.put(rowsKey, value.apply(row));
        }
        return map;
    }

    /** The rows of several results, one after another; closing it closes them all. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> Result<T> concat(Result<? extends T>... results) {
        return new Result<>(new ConcatenatedRows<>(List.of(results)), -1);
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
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more rows");
            }
            result.advance();
            return result.current();
        }
    }
}
