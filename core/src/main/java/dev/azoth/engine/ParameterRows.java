package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.ColumnReference;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values for a statement that is run once for each.
 *
 * @param names the names of the values: of the columns of an insert, or of the parameters of another statement
 * @param rows  for each row its values, in the order of the names; drawn as they are sent
 */
public record ParameterRows(List<String> names, Iterable<@Nullable Object[]> rows) {
    /** Takes an immutable copy of the names. */
    public ParameterRows {
        names = List.copyOf(names);
    }

    /** Rows for an insert into these columns. */
    public static ParameterRows of(List<? extends ColumnReference<?>> columns, Iterable<@Nullable Object[]> rows) {
        return new ParameterRows(columns.stream().map(ColumnReference::name).toList(), rows);
    }

    /**
     * Rows given as maps from column to value; the first row says which columns.
     *
     * @throws InvalidRequestException while drawing, if a row has other columns than the first
     */
    static ParameterRows ofMaps(Iterable<? extends Map<? extends ColumnReference<?>, ?>> maps) {
        Iterator<? extends Map<? extends ColumnReference<?>, ?>> iterator = maps.iterator();
        if (!iterator.hasNext()) {
            return new ParameterRows(List.of(), List.of());
        }
        Map<? extends ColumnReference<?>, ?> first = iterator.next();
        List<? extends ColumnReference<?>> columns = List.copyOf(first.keySet());
        return of(columns, () -> new MapRows(columns, first, iterator));
    }

    private static final class MapRows implements Iterator<@Nullable Object[]> {
        private final List<? extends ColumnReference<?>> columns;
        private final Iterator<? extends Map<? extends ColumnReference<?>, ?>> maps;
        private @Nullable Map<? extends ColumnReference<?>, ?> first;
        private int row;

        MapRows(
                List<? extends ColumnReference<?>> columns,
                Map<? extends ColumnReference<?>, ?> first,
                Iterator<? extends Map<? extends ColumnReference<?>, ?>> maps) {
            this.columns = columns;
            this.first = first;
            this.maps = maps;
        }

        @Override
        public boolean hasNext() {
            return first != null || maps.hasNext();
        }

        @Override
        public @Nullable Object[] next() {
            Map<? extends ColumnReference<?>, ?> held = first;
            Map<? extends ColumnReference<?>, ?> map = held != null ? held : maps.next();
            first = null;
            if (map.size() != columns.size() || !map.keySet().containsAll(columns)) {
                throw new InvalidRequestException("row " + row + " has the columns " + map.keySet() + ", but row 0 has "
                        + columns + ": every row must have the columns of the first");
            }
            @Nullable Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = map.get(columns.get(i));
            }
            row++;
            return values;
        }
    }
}
