package dev.azoth.type;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value: immutable, compared by content and not by text.
 *
 * <p>Core has no JSON library of its own. This class reads and writes RFC 8259 for the values that the database carries; for classes
 * of one's own, {@code JSON.convert(Order.class, mapper::read, mapper::write)} with the program's own library.
 *
 * <p>The tree consists of {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Long}, {@code BigDecimal}
 * (whole numbers that do not fit a long, and all with a point or exponent), {@code Boolean} and null. {@link #NULL} is JSON's null,
 * which is not SQL's.
 */
public final class Json {
    /** JSON's null. */
    public static final Json NULL = new Json("null", null);

    private final String text;
    private final @Nullable Object tree;

    private Json(String text, @Nullable Object tree) {
        this.text = text;
        this.tree = tree;
    }

    /**
     * The JSON of a text.
     *
     * @throws IllegalArgumentException if the text is not JSON, naming the position
     */
    public static Json parse(String text) {
        return new Json(text, JsonReader.read(text));
    }

    /**
     * The JSON of maps, lists, strings, numbers, booleans and nulls.
     *
     * @throws IllegalArgumentException for anything else in the tree, and for NaN and infinities, which JSON lacks
     */
    public static Json of(@Nullable Object tree) {
        return parse(JsonWriter.write(tree));
    }

    /** The value as maps, lists, strings, numbers, booleans and nulls; not to be changed. */
    public @Nullable Object tree() {
        return tree;
    }

    /**
     * The value as a map.
     *
     * @throws IllegalStateException if it is not an object
     */
    @SuppressWarnings("unchecked") // the reader's objects have string keys
    public Map<String, @Nullable Object> object() {
        if (tree instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalStateException("not a JSON object: " + text);
    }

    /**
     * The value as a list.
     *
     * @throws IllegalStateException if it is not an array
     */
    @SuppressWarnings("unchecked") // the reader's arrays hold what the reader makes
    public List<@Nullable Object> array() {
        if (tree instanceof List<?> list) {
            return (List<@Nullable Object>) list;
        }
        throw new IllegalStateException("not a JSON array: " + text);
    }

    /** The text, as it was given or as it came from the database. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json && JsonWriter.sameTree(tree, json.tree);
    }

    @Override
    public int hashCode() {
        if (tree instanceof Number number) {
            return Double.hashCode(number.doubleValue()); // 1 and 1.0 are the same number
        }
        if (tree instanceof Map<?, ?> map) {
            return map.keySet().hashCode();
        }
        return tree instanceof List<?> list ? list.size() : Objects.hashCode(tree);
    }

    @Override
    public String toString() {
        return text;
    }
}
