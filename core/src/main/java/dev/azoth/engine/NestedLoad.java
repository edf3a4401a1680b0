package dev.azoth.engine;

import dev.azoth.sql.Row;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one nested query for a page of owners, and gives each owner its own. */
final class NestedLoad {
    private final StatementRunner runner;
    private final NestedSlot slot;
    private final NamedValues named;

    NestedLoad(StatementRunner runner, NestedSlot slot, NamedValues named) {
        this.runner = runner;
        this.slot = slot;
        this.named = named;
    }

    void load(List<@Nullable Object[]> owners) {
        int width = slot.nested().keys().size();
        Map<List<Object>, @Nullable Object[]> keys = new LinkedHashMap<>();
        for (@Nullable Object[] owner : owners) {
            List<Object> key = key(owner, slot.first(), width);
            if (key != null) {
                keys.putIfAbsent(key, owner);
            }
        }
        Map<List<Object>, List<@Nullable Object>> found =
                keys.isEmpty() ? Map.of() : found(columns(keys, width), width);
        for (@Nullable Object[] owner : owners) {
            List<Object> key = key(owner, slot.first(), width);
            owner[slot.first()] = collected(key == null ? List.of() : found.getOrDefault(key, List.of()));
        }
    }

    /** For each part of the key its different values. */
    private List<List<Object>> columns(Map<List<Object>, @Nullable Object[]> keys, int width) {
        List<List<Object>> columns = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            Map<Object, Object> values = new LinkedHashMap<>();
            for (Map.Entry<List<Object>, @Nullable Object[]> each : keys.entrySet()) {
                Object value = each.getValue()[slot.first() + i];
                if (value != null) {
                    values.putIfAbsent(each.getKey().get(i), value);
                }
            }
            columns.add(new ArrayList<>(values.values()));
        }
        return columns;
    }

    private Map<List<Object>, List<@Nullable Object>> found(List<List<Object>> keys, int width) {
        Map<List<Object>, List<@Nullable Object>> found = new HashMap<>();
        try (Result<Row> rows = runner.run(slot.nested().statement(keys), named, 0, null)) {
            for (Row row : rows) {
                List<Object> key = key(row.values().toArray(), 1, width);
                if (key != null) {
                    found.computeIfAbsent(key, each -> new ArrayList<>()).add(row.get(0));
                }
            }
        }
        return found;
    }

    /** A key, by which rows find their owner; null if a part is, since null equals nothing. */
    private static @Nullable List<Object> key(@Nullable Object[] values, int first, int width) {
        List<Object> key = new ArrayList<>(width);
        for (int i = first; i < first + width; i++) {
            Object value = values[i];
            if (value == null) {
                return null;
            }
            key.add(comparable(value));
        }
        return key;
    }

    /** A value with the equality of the database. */
    private static Object comparable(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }

    private Object collected(List<@Nullable Object> rows) {
        return switch (slot.nested().form()) {
            case LIST -> Collections.unmodifiableList(rows);
            case SET -> Collections.unmodifiableSet(new LinkedHashSet<>(rows));
            case FIRST -> rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
        };
    }
}
