package dev.azoth.orm.mapping;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.FromItem;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of an entity under its own name in a statement, and what its objects have in them. */
public final class ObjectColumns {
    private final Map<ColumnReference<?>, Function<Object, @Nullable Object>> readers = new HashMap<>();

    private ObjectColumns(EntityMapping<?> mapping) {
        FromItem source = mapping.source().from();
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute column && !column.isComputed()) {
                readers.putIfAbsent(mapping.source().column(source, column.column()), column::value);
            } else if (each instanceof ToOneMapping toOne && toOne.isOwning()) {
                for (int i = 0; i < toOne.columns().size(); i++) {
                    int part = i;
                    readers.putIfAbsent(
                            mapping.source().column(source, toOne.columns().get(part)),
                            object -> key(toOne, object, part));
                }
            }
        }
    }

    private static @Nullable Object key(ToOneMapping toOne, Object object, int part) {
        Object value = toOne.foreignKey(object)[part];
        return value instanceof PendingKey ? null : value;
    }

    /** Those of an entity. */
    public static ObjectColumns of(Class<?> entity) {
        return new ObjectColumns(EntityMapping.of(entity));
    }

    /** The columns. */
    public Set<ColumnReference<?>> references() {
        return readers.keySet();
    }

    /** What an object has in one of them. */
    public @Nullable Object value(Object object, ColumnReference<?> column) {
        return Objects.requireNonNull(readers.get(column), column::name).apply(object);
    }
}
