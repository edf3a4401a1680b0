package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.ListParameter;
import org.jspecify.annotations.Nullable;

/** Puts lists that are given by name in the places of their parameters, among the values of a statement. */
final class GivenLists {
    private GivenLists() {}

    /**
     * The values of a statement, with the lists.
     *
     * @throws InvalidRequestException if a list is missing, or not of its type
     */
    static @Nullable Object[] in(@Nullable Object[] values, NamedValues named) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof ListParameter<?> list) {
                values[i] = list.values(named.value(list.parameterName(), 0)).values();
            }
        }
        return values;
    }

    /**
     * The values of a statement that runs for many rows of parameters.
     *
     * @throws InvalidRequestException if it has parameters for lists, whose lengths would make a text for each row
     */
    static @Nullable Object[] none(@Nullable Object[] values) {
        for (Object value : values) {
            if (value instanceof ListParameter<?> list) {
                throw new InvalidRequestException(
                        "the list " + list.parameterName()
                                + " cannot be given for many rows at once: run the statement for each of them, or give all of them one list by Rewriter.parameters");
            }
        }
        return values;
    }
}
