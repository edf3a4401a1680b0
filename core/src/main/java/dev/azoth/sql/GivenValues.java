package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for columns of a table, given in one piece. They come out in the order of the table, so that the order in a map does not matter. */
final class GivenValues {
    private GivenValues() {}

    /** The values of a map, whose keys are columns or their names. */
    static Map<ColumnReference<?>, Expression<?>> of(NamedTable table, Map<?, ?> given) {
        Map<String, @Nullable Object> byName = new HashMap<>();
        given.forEach((key, value) -> {
            String name = name(key);
            if (byName.containsKey(name)) {
                throw new InvalidRequestException("column " + name + " has two values");
            }
            byName.put(name, value);
        });
        return inOrder(table, byName);
    }

    /** The values of a record, whose components have the names of columns. */
    static Map<ColumnReference<?>, Expression<?>> of(NamedTable table, Record given) {
        RecordComponents components = RecordComponents.of(
                given.getClass(),
                table.columns().stream().map(ColumnReference::name).toList());
        @Nullable Object[] values = components.values(given);
        Map<String, @Nullable Object> byName = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            byName.put(components.names().get(i), values[i]);
        }
        return inOrder(table, byName);
    }

    private static String name(Object key) {
        if (key instanceof ColumnReference<?> column) {
            return column.name();
        } else if (key instanceof String name) {
            return name;
        }
        throw new InvalidRequestException("the keys of a row are columns or their names, not " + key);
    }

    private static Map<ColumnReference<?>, Expression<?>> inOrder(
            NamedTable table, Map<String, @Nullable Object> byName) {
        Map<ColumnReference<?>, Expression<?>> values = new LinkedHashMap<>();
        for (ColumnReference<?> column : table.columns()) {
            if (byName.containsKey(column.name())) {
                values.put(column, RowValue.bound(column, byName.remove(column.name())));
            }
        }
        if (!byName.isEmpty()) {
            throw new InvalidRequestException("table " + table.name() + " has no column "
                    + String.join(", ", byName.keySet().stream().sorted().toList()));
        }
        return values;
    }
}
