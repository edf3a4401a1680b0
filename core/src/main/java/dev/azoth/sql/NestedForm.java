package dev.azoth.sql;

import dev.azoth.DataException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rows of one owner become. */
public enum NestedForm {
    /** A list. */
    LIST(List.class) {
        @Override
        public Object collected(List<? extends @Nullable Object> keys, List<? extends @Nullable Object> rows) {
            return Collections.unmodifiableList(rows);
        }
    },
    /** A set, in the order of the rows. */
    SET(Set.class) {
        @Override
        public Object collected(List<? extends @Nullable Object> keys, List<? extends @Nullable Object> rows) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(rows));
        }
    },
    /** A map, in the order of the rows. */
    MAP(Map.class) {
        @Override
        public Object collected(List<? extends @Nullable Object> keys, List<? extends @Nullable Object> rows) {
            Map<Object, @Nullable Object> map = new LinkedHashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                Object key = keys.get(i);
                if (key == null || map.containsKey(key)) {
                    throw new DataException(
                            ErrorFields.of(
                                    ErrorKind.DATA,
                                    key == null
                                            ? "a row of a nested query has null as its key in a map"
                                            : "two rows of a nested query have the key " + key + " in one map"),
                            null,
                            null);
                }
                map.put(key, rows.get(i));
            }
            return Collections.unmodifiableMap(map);
        }
    },
    /** The first row, if there is one. */
    FIRST(Optional.class) {
        @Override
        public Object collected(List<? extends @Nullable Object> keys, List<? extends @Nullable Object> rows) {
            return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
        }
    };

    private final Class<?> javaType;

    NestedForm(Class<?> javaType) {
        this.javaType = javaType;
    }

    /** The class of the collection. */
    public Class<?> javaType() {
        return javaType;
    }

    /** Whether one row makes it. */
    public boolean isSingle() {
        return this == FIRST;
    }

    /**
     * The collection.
     *
     * @param keys for each row its key in a map; not asked for anything else
     * @param rows what the rows became
     * @throws DataException if two rows have the same key; the statement is left to be added
     */
    public abstract Object collected(List<? extends @Nullable Object> keys, List<? extends @Nullable Object> rows);
}
