package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of values that is named now and given when the statement runs; see {@link Sql#listParameter}. */
public record ListParameter<T>(String parameterName, SqlType<T> type) implements Listed<T> {
    /**
     * The values of a list that was given.
     *
     * @param given a collection or an array, of any length
     * @throws InvalidRequestException if it is something else, or has a value of another class or a null
     */
    public ListedValues<T> values(@Nullable Object given) {
        if (!(given instanceof Object[] || given instanceof Collection<?>)) {
            throw refused("a list of", given);
        }
        Collection<?> list = given instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) given;
        Class<T> javaType = type.javaType();
        List<T> values = new ArrayList<>(list.size());
        for (Object value : list) {
            if (value == null) {
                throw new InvalidRequestException("the list " + parameterName + " has a null at index " + values.size()
                        + ", which equals nothing: leave it out, and ask for nulls with isNull()");
            }
            if (!javaType.isInstance(value)) {
                throw refused("values of", value);
            }
            values.add(javaType.cast(value));
        }
        return ListedValues.of(type, values);
    }

    private InvalidRequestException refused(String wanted, @Nullable Object given) {
        return new InvalidRequestException("the list " + parameterName + " takes " + wanted + " "
                + type.javaType().getName() + ", not "
                + (given == null ? "null" : given.getClass().getName()));
    }

    @Override
    public void describe(Structure out) {
        out.value(parameterName).expanding(this);
    }
}
