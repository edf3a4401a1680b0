package dev.azoth.engine;

import dev.azoth.sql.ColumnReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Rows given column by column: {@code ColumnValues.of(item.code, codes).and(item.stock, stocks)}.
 *
 * <p>Nothing is copied; lists and arrays must not change until the rows are sent. Immutable.
 */
public final class ColumnValues implements Iterable<@Nullable Object[]> {
    private final List<ColumnReference<?>> columns;
    private final List<List<?>> values;

    private ColumnValues(List<ColumnReference<?>> columns, List<List<?>> values) {
        this.columns = columns;
        this.values = values;
    }

    /** A first column's values, one for each row. */
    public static <V> ColumnValues of(ColumnReference<V> column, List<? extends @Nullable V> values) {
        return new ColumnValues(List.of(column), List.of(values));
    }

    /** A first column's values. */
    public static ColumnValues of(ColumnReference<Long> column, long[] values) {
        return of(column, Arrays.stream(values).boxed().toList());
    }

    /** A first column's values. */
    public static ColumnValues of(ColumnReference<Integer> column, int[] values) {
        return of(column, Arrays.stream(values).boxed().toList());
    }

    /**
     * Another column's values.
     *
     * @throws IllegalArgumentException if they are more or less than those of the other columns
     */
    public <V> ColumnValues and(ColumnReference<V> column, List<? extends @Nullable V> more) {
        if (more.size() != values.get(0).size()) {
            throw new IllegalArgumentException(
                    "column " + column.name() + " has " + more.size() + " values, but column "
                            + columns.get(0).name() + " has " + values.get(0).size());
        }
        List<ColumnReference<?>> allColumns = new ArrayList<>(columns);
        allColumns.add(column);
        List<List<?>> allValues = new ArrayList<>(values);
        allValues.add(more);
        return new ColumnValues(List.copyOf(allColumns), List.copyOf(allValues));
    }

    /** Another column's values. */
    public ColumnValues and(ColumnReference<Long> column, long[] more) {
        return and(column, Arrays.stream(more).boxed().toList());
    }

    /** Another column's values. */
    public ColumnValues and(ColumnReference<Integer> column, int[] more) {
        return and(column, Arrays.stream(more).boxed().toList());
    }

    /** Another column's values. */
    public ColumnValues and(ColumnReference<Double> column, double[] more) {
        return and(column, Arrays.stream(more).boxed().toList());
    }

    /** The columns. */
    public List<ColumnReference<?>> columns() {
        return columns;
    }

    /** The rows, each a new array with the columns' values. */
    @Override
    public Iterator<@Nullable Object[]> iterator() {
        return new Rows(values);
    }

    private static final class Rows implements Iterator<@Nullable Object[]> {
        private final List<List<?>> values;
        private int next;

        Rows(List<List<?>> values) {
            this.values = values;
        }

        @Override
        public boolean hasNext() {
            return next < values.get(0).size();
        }

        @Override
        public @Nullable Object[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more rows");
            }
            @Nullable Object[] row = new Object[values.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = values.get(i).get(next);
            }
            next++;
            return row;
        }
    }
}
