package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.PendingKey;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The condition that columns have the values of one of some keys. A key with a null is nowhere. */
final class KeyValues {
    private KeyValues() {}

    static Condition of(List<ColumnReference<?>> columns, List<? extends List<?>> keys) {
        List<List<?>> whole = new ArrayList<>();
        for (List<?> key : keys) {
            if (key.stream().anyMatch(PendingKey.class::isInstance)) {
                throw new InvalidRequestException(
                        "an object is looked for by the " + key.get(0) + ", which has no key yet: flush it first");
            }
            if (key.stream().noneMatch(each -> each == null)) {
                whole.add(key);
            }
        }
        if (columns.size() == 1) {
            return in(columns.get(0), whole.stream().map(each -> each.get(0)).toList());
        }
        List<Condition> each = new ArrayList<>();
        for (List<?> key : whole) {
            List<Condition> parts = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                parts.add(equal(columns.get(i), key.get(i)));
            }
            each.add(Sql.allOf(parts));
        }
        return Sql.anyOf(each);
    }

    @SuppressWarnings("unchecked") // keys have the classes of their columns
    private static <V> Condition in(ColumnReference<V> column, List<?> values) {
        return values.size() == 1 ? equal(column, values.get(0)) : column.in((List<V>) values);
    }

    @SuppressWarnings("unchecked") // keys have the classes of their columns
    private static <V> Condition equal(ColumnReference<V> column, @Nullable Object value) {
        return column.eq((V) value);
    }
}
