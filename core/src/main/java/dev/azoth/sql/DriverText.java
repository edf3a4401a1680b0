package dev.azoth.sql;

import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the driver takes it: its text is sent as it is, and its values are bound to the question marks in it.
 *
 * @param values one for each question mark, in their order
 */
public record DriverText(String sql, List<Bind<?>> values) implements Statement<Row> {
    /** Takes an immutable copy. */
    public DriverText {
        values = List.copyOf(values);
    }

    /**
     * A statement.
     *
     * @param values of classes whose type is {@linkplain Types#ofValue known}, {@link Bind}s, or null
     * @throws IllegalArgumentException for another value
     */
    public static DriverText of(String sql, List<? extends @Nullable Object> values) {
        List<Bind<?>> binds = new ArrayList<>(values.size());
        for (Object value : values) {
            binds.add(
                    value == null
                            ? new Bind<>(Types.NULL, null)
                            : value instanceof Bind<?> bind ? bind : new Bind<>(Types.ofValue(value), value));
        }
        return new DriverText(sql, binds);
    }

    @Override
    public void describe(Structure out) {
        out.value(sql).nodes(values);
    }
}
