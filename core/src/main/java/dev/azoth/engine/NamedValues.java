package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a statement's named parameters. */
interface NamedValues {
    /** A statement without named parameters. */
    NamedValues NONE = new ByName(Map.of());

    /**
     * The value of a parameter.
     *
     * @param ordinal how many named parameters stand before it in the text
     * @throws InvalidRequestException if it has none
     */
    @Nullable
    Object value(String name, int ordinal);

    /** One value for each name. */
    record ByName(Map<String, ? extends @Nullable Object> values) implements NamedValues {
        @Override
        public @Nullable Object value(String name, int ordinal) {
            if (!values.containsKey(name)) {
                throw new InvalidRequestException(
                        "the parameter " + name + " has no value; there are values for " + values.keySet());
            }
            return values.get(name);
        }
    }

    /** Rows of values, for a statement in which all the names come again for each row. */
    record ByRow(int width, List<@Nullable Object[]> rows) implements NamedValues {
        @Override
        public @Nullable Object value(String name, int ordinal) {
            if (width == 0 || ordinal / width >= rows.size()) {
                throw new InvalidRequestException(
                        "the parameter " + name
                                + " has no value: an insert of many rows takes values for its columns alone; bind it with value(…)");
            }
            return rows.get(ordinal / width)[ordinal % width];
        }
    }
}
