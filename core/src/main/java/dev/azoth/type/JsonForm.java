package dev.azoth.type;

import java.math.BigDecimal;
import java.util.function.Function;

/**
 * How the values of a type stand in JSON without losing anything, for rows that come from the database as JSON.
 *
 * @param before what stands before the expression in SQL
 * @param after  what stands behind it
 * @param read   from what the JSON has, such as {@link Json#tree} knows it, to the program's value; never given null
 */
public record JsonForm<T>(String before, String after, Function<Object, ? extends T> read) {
    /** Whole numbers, as JSON's numbers. */
    public static final JsonForm<Long> WHOLE =
            plain(value -> value instanceof Long number ? number : new BigDecimal(value.toString()).longValueExact());

    /** Values that the database makes JSON of as they are. */
    public static <T> JsonForm<T> plain(Function<Object, ? extends T> read) {
        return new JsonForm<>("", "", read);
    }

    /** Values that stand in JSON as a text that SQL makes of them. */
    public static <T> JsonForm<T> text(String before, String after, Function<String, ? extends T> read) {
        return new JsonForm<>(before, after, value -> read.apply((String) value));
    }

    /** The same form, whose values are converted further. */
    public <U> JsonForm<U> converted(Function<? super T, ? extends U> conversion) {
        return new JsonForm<>(before, after, value -> conversion.apply(read.apply(value)));
    }
}
