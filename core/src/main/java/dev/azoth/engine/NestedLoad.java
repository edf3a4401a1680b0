package dev.azoth.engine;

import dev.azoth.sql.NestedStatement;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one nested query for a page of owners, and gives each owner its own. */
final class NestedLoad {
    private final Function<? super Select<Row>, ? extends Result<Row>> running;
    private final NestedSlot slot;
    private final int width;

    NestedLoad(Function<? super Select<Row>, ? extends Result<Row>> running, NestedSlot slot) {
        this.running = running;
        this.slot = slot;
        this.width = slot.nested().keys().size();
    }

    void load(List<@Nullable Object[]> owners) {
        Map<List<Object>, List<Object>> keys = new LinkedHashMap<>();
        for (@Nullable Object[] owner : owners) {
            List<Object> key = key(owner, slot.first(), width);
            if (key != null) {
                keys.computeIfAbsent(key, each -> values(owner));
            }
        }
        Map<List<Object>, Rows> found = keys.isEmpty() ? Map.of() : found(keys);
        for (@Nullable Object[] owner : owners) {
            List<Object> key = key(owner, slot.first(), width);
            Rows rows = key == null ? Rows.NONE : found.getOrDefault(key, Rows.NONE);
            owner[slot.first()] = slot.nested().form().collected(rows.keys, rows.rows);
        }
    }

    private List<Object> values(@Nullable Object[] owner) {
        List<Object> values = new ArrayList<>(width);
        for (int i = slot.first(); i < slot.first() + width; i++) {
            values.add(Objects.requireNonNull(owner[i]));
        }
        return values;
    }

    /** The rows of one owner. */
    private record Rows(List<@Nullable Object> keys, List<@Nullable Object> rows) {
        private static final Rows NONE = new Rows(List.of(), List.of());

        Rows() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private Map<List<Object>, Rows> found(Map<List<Object>, List<Object>> keys) {
        NestedStatement statement = slot.nested().statement();
        List<List<Object>> byNumber = new ArrayList<>(keys.keySet());
        int told = statement.isNumbered() ? 1 : width;
        Map<List<Object>, Rows> found = new HashMap<>();
        try (Result<Row> result = running.apply(statement.of(new ArrayList<>(keys.values())))) {
            for (Row row : result) {
                @Nullable Object[] values = row.values().toArray();
                List<Object> key = statement.isNumbered()
                        ? byNumber.get((Integer) Objects.requireNonNull(values[1]))
                        : key(values, 1, width);
                if (key != null) {
                    Rows rows = found.computeIfAbsent(key, each -> new Rows());
                    rows.rows.add(values[0]);
                    rows.keys.add(slot.nested().mapKey().isPresent() ? values[1 + told] : null);
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
}
