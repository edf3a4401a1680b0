package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.ColumnReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows as maps from columns, or their names, to values.
 *
 * @param keys the keys of the first row
 */
record MapForm(List<Object> keys, List<String> names) implements GivenRows.Form {
    static MapForm of(Map<?, ?> first) {
        List<Object> keys = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Object key : first.keySet()) {
            keys.add(key);
            if (key instanceof ColumnReference<?> column) {
                names.add(column.name());
            } else if (key instanceof String name) {
                names.add(name);
            } else {
                throw new InvalidRequestException("the keys of a row are columns or their names, not " + key);
            }
        }
        return new MapForm(keys, names);
    }

    @Override
    public @Nullable Object[] values(Object row, int number) {
        if (!(row instanceof Map<?, ?> map)) {
            throw GivenRows.otherForm(row, number, "a map");
        }
        if (map.size() != keys.size() || !map.keySet().containsAll(keys)) {
            throw new InvalidRequestException("row " + number + " has the columns " + map.keySet() + ", but row 0 has "
                    + keys + ": every row must have the columns of the first");
        }
        @Nullable Object[] values = new Object[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = map.get(keys.get(i));
        }
        return values;
    }
}
