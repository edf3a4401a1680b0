package dev.azoth.vector.filter;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in the metadata, by its name, or by the names on the way to it through nested objects.
 *
 * <p>Names are taken as they are: a point or a quote in one means itself. Comparisons tell types apart: numbers compare with numbers by
 * their value ({@code 1} equals {@code 1.0}), strings with strings by their characters' codes, and a value of another type matches nothing
 * but is no error. Numbers that are not whole are compared as doubles where the database has no others in JSON, and so are whole numbers beyond
 * 2<sup>53</sup> within lists on some.
 *
 * @param path the names
 */
public record Field(List<String> path) {
    /** Checks the names. */
    public Field {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a field has a name");
        }
        path.forEach(name -> FilterValue.checkText(name, "the name of a field"));
    }

    /** The value of a name; of several, the value of the last name in the object of those before. */
    public static Field field(String name, String... inside) {
        String[] path = new String[inside.length + 1];
        path[0] = name;
        System.arraycopy(inside, 0, path, 1, inside.length);
        return new Field(Arrays.asList(path));
    }

    /**
     * The value is this one.
     *
     * @param value a string, a number or a boolean; for null there is {@link #isNull()}
     */
    public Filter eq(Object value) {
        return new Filter.Equal(this, FilterValue.of(value));
    }

    /** The value is another one, or is missing: the opposite of {@link #eq}. */
    public Filter ne(Object value) {
        return eq(value).not();
    }

    /** The value is less: a number than a number, or a string than a string. */
    public Filter lt(Object value) {
        return new Filter.Ordered(this, Filter.Order.LT, FilterValue.ordered(value));
    }

    /** The value is less or equal. */
    public Filter lte(Object value) {
        return new Filter.Ordered(this, Filter.Order.LTE, FilterValue.ordered(value));
    }

    /** The value is greater. */
    public Filter gt(Object value) {
        return new Filter.Ordered(this, Filter.Order.GT, FilterValue.ordered(value));
    }

    /** The value is greater or equal. */
    public Filter gte(Object value) {
        return new Filter.Ordered(this, Filter.Order.GTE, FilterValue.ordered(value));
    }

    /** The value is between both, or one of them. */
    public Filter between(Object low, Object high) {
        return gte(low).and(lte(high));
    }

    /** The value is one of these; none of them matches nothing. */
    public Filter in(Collection<?> values) {
        return new Filter.OneOf(this, values.stream().map(FilterValue::of).toList());
    }

    /** The value is one of these. */
    public Filter in(Object... values) {
        return in(Arrays.asList(values));
    }

    /** The value is none of these, or is missing: the opposite of {@link #in(Collection)}. */
    public Filter notIn(Collection<?> values) {
        return in(values).not();
    }

    /** The value is none of these, or is missing. */
    public Filter notIn(Object... values) {
        return notIn(Arrays.asList(values));
    }

    /** There is a value, even if it is null. */
    public Filter exists() {
        return new Filter.Exists(this);
    }

    /** The value is null, or is missing. */
    public Filter isNull() {
        return new Filter.Null(this);
    }

    /** There is a value that is not null. */
    public Filter isNotNull() {
        return isNull().not();
    }

    /**
     * The value is a string of this form: {@code %} is any text, {@code _} any character, and a backslash before either, or before another
     * backslash, makes it mean itself. The case matters, on every database.
     */
    public Filter like(String pattern) {
        return new Filter.Like(this, LikePattern.parse(pattern, false));
    }

    /**
     * The same with letters of either case, in all languages and on every database: what {@link String#equalsIgnoreCase} takes for the same is the same.
     */
    public Filter ilike(String pattern) {
        return new Filter.Like(this, LikePattern.parse(pattern, true));
    }

    /** The value is a string that has this text in it. */
    public Filter containsText(String text) {
        return new Filter.Like(this, LikePattern.containing(text));
    }

    /** The value is a list that has this element. */
    public Filter contains(Object element) {
        return new Filter.Contains(this, FilterValue.of(element));
    }

    /** The value is a list that has all these elements. */
    public Filter containsAll(Collection<?> elements) {
        return Filter.all(elements.stream().map(this::contains).toList());
    }

    /** The value is a list that has one of these elements. */
    public Filter containsAny(Collection<?> elements) {
        return Filter.any(elements.stream().map(this::contains).toList());
    }

    /** The value in a document's metadata; empty if there is none. */
    Found find(Map<String, ? extends @Nullable Object> metadata) {
        Map<?, ?> object = metadata;
        for (String name : path.subList(0, path.size() - 1)) {
            if (!(object.get(name) instanceof Map<?, ?> inner)) {
                return Found.MISSING;
            }
            object = inner;
        }
        String last = path.get(path.size() - 1);
        return object.containsKey(last) ? new Found(true, object.get(last)) : Found.MISSING;
    }

    /** What was found. */
    record Found(boolean present, @Nullable Object value) {
        static final Found MISSING = new Found(false, null);
    }

    @Override
    public String toString() {
        return FilterText.of(this);
    }
}
