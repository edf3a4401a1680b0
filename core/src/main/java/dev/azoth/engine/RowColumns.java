package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.NamedTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a table that rows have values for. */
record RowColumns(List<ColumnReference<?>> columns, List<RefusedValue.ColumnCheck> checks) {
    /**
     * The columns of these names.
     *
     * @throws InvalidRequestException if there is none of a name
     */
    static RowColumns of(NamedTable table, List<String> names) {
        List<ColumnReference<?>> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(table.columns().stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new InvalidRequestException("table " + table.name() + " has no column " + name)));
        }
        return new RowColumns(columns, RefusedValue.checks(columns));
    }

    /**
     * Refuses a row with more or less values, or with values of other classes.
     *
     * @throws IllegalArgumentException if a column's type refuses its value, naming the column
     */
    @Nullable
    Object[] checked(@Nullable Object[] row) {
        if (row.length != columns.size()) {
            throw new InvalidRequestException(
                    "a row has " + row.length + " values for the " + columns.size() + " columns " + columns);
        }
        for (int i = 0; i < row.length; i++) {
            Binder.checked(columns.get(i).name(), columns.get(i).type().javaType(), row[i]);
        }
        for (RefusedValue.ColumnCheck each : checks) {
            each.check(row);
        }
        return row;
    }

    /** The same rows, each checked as it is drawn; and counted. */
    Counted checked(Iterator<@Nullable Object[]> rows) {
        return new Counted(this, rows);
    }

    /** Rows that are counted as they are drawn. */
    static final class Counted implements Iterator<@Nullable Object[]> {
        private final RowColumns columns;
        private final Iterator<@Nullable Object[]> rows;
        private int count;

        Counted(RowColumns columns, Iterator<@Nullable Object[]> rows) {
            this.columns = columns;
            this.rows = rows;
        }

        int count() {
            return count;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public @Nullable Object[] next() {
            @Nullable Object[] row = rows.next();
            count++;
            return columns.checked(row);
        }
    }
}
