package dev.azoth.testing;

import dev.azoth.compile.ParameterSlot;
import dev.azoth.sql.Row;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values in a form whose {@code equals} and text say what is in them: rows and arrays become lists. */
final class Plain {
    private Plain() {}

    static List<@Nullable Object> values(List<?> values) {
        List<@Nullable Object> plain = new ArrayList<>();
        values.forEach(value -> plain.add(value(value)));
        return plain;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Row row) {
            return values(row.values());
        } else if (value instanceof List<?> list) {
            return values(list);
        } else if (value != null && value.getClass().isArray()) {
            List<@Nullable Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(value(Array.get(value, i)));
            }
            return elements;
        }
        return value;
    }

    /** What is bound at each place; the name where the value comes with each run. */
    static List<@Nullable Object> bound(List<ParameterSlot> slots, @Nullable Object[] values) {
        List<@Nullable Object> bound = new ArrayList<>();
        slots.forEach(slot -> bound.add(bound(slot, values)));
        return bound;
    }

    private static @Nullable Object bound(ParameterSlot slot, @Nullable Object[] values) {
        if (slot instanceof ParameterSlot.Value one) {
            return value(values[one.number()]);
        } else if (slot instanceof ParameterSlot.Expanding list) {
            return value(values[list.number()]);
        } else if (slot instanceof ParameterSlot.Array list) {
            return value(values[list.number()]);
        } else if (slot instanceof ParameterSlot.Named named) {
            return named.name();
        }
        return ((ParameterSlot.NamedArray) slot).name();
    }
}
