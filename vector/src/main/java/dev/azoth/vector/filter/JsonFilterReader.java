package dev.azoth.vector.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads filters written as JSON objects, as LangChain's stores have them.
 *
 * <p>An object is all of its members. A member's name is an operator, {@code $gte}, or a field, whose value is compared, or has operators, or fields inside that field.
 */
final class JsonFilterReader {
    /** Whoever nests deeper wants to fill a stack. */
    private static final int DEEPEST = 100;

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("$eq", (reader, field, value) -> reader.equal(field, value)),
            Map.entry("$ne", (reader, field, value) -> reader.missing.unequal(field, reader.equal(field, value))),
            Map.entry("$lt", (reader, field, value) -> field.lt(given(value))),
            Map.entry("$lte", (reader, field, value) -> field.lte(given(value))),
            Map.entry("$gt", (reader, field, value) -> field.gt(given(value))),
            Map.entry("$gte", (reader, field, value) -> field.gte(given(value))),
            Map.entry("$in", (reader, field, value) -> reader.oneOf(field, list(value))),
            Map.entry(
                    "$nin", (reader, field, value) -> reader.missing.unequal(field, reader.oneOf(field, list(value)))),
            Map.entry("$between", (reader, field, value) -> between(field, list(value))),
            Map.entry("$like", (reader, field, value) -> field.like(text(value))),
            Map.entry("$ilike", (reader, field, value) -> field.ilike(text(value))),
            Map.entry(
                    "$exists",
                    (reader, field, value) ->
                            truth(value) ? field.exists() : field.exists().not()),
            Map.entry("$null", (reader, field, value) -> truth(value) ? field.isNull() : field.isNotNull()),
            Map.entry("$contains", (reader, field, value) -> field.contains(given(value))),
            Map.entry("$containsAny", (reader, field, value) -> field.containsAny(list(value))),
            Map.entry("$containsAll", (reader, field, value) -> field.containsAll(list(value))));

    private final MissingFields missing;

    /** What an operator says of a field; wrong operands are an {@link IllegalArgumentException} without a place. */
    private interface Operator {
        Filter filter(JsonFilterReader reader, Field field, @Nullable Object operand);
    }

    JsonFilterReader(MissingFields missing) {
        this.missing = missing;
    }

    /** All of an object's members; an object without members is true of every document. */
    Filter read(Map<?, ?> object) {
        return members(object, "$", List.of(), 0);
    }

    private Filter members(Map<?, ?> object, String place, List<String> path, int depth) {
        if (depth > DEEPEST) {
            throw new FilterSyntaxException(place, "the filter is nested more than " + DEEPEST + " levels deep");
        }
        List<Filter> all = new ArrayList<>(object.size());
        object.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw wrong(place, "names are strings, not " + name);
            }
            all.add(member(text, value, place + "." + text, path, depth));
        });
        return Filter.all(all);
    }

    private Filter member(String name, @Nullable Object value, String place, List<String> path, int depth) {
        if (name.equals("$and") || name.equals("$or")) {
            List<Filter> parts = parts(value, place, path, depth);
            return name.equals("$and") ? Filter.all(parts) : Filter.any(parts);
        } else if (name.equals("$not")) {
            return object(value, place, path, depth).not();
        } else if (name.startsWith("$")) {
            return operation(name, value, place, path);
        }
        List<String> inner = new ArrayList<>(path);
        inner.addAll(names(name, place));
        if (value instanceof Map<?, ?> object) {
            if (object.isEmpty()) {
                throw wrong(place, "says nothing of the field: compare it, {\"$exists\": true}, or leave it out");
            }
            return members(object, place, inner, depth + 1);
        }
        return operation("$eq", value, place, inner);
    }

    private Filter operation(String name, @Nullable Object value, String place, List<String> path) {
        Operator operator = OPERATORS.get(name);
        if (operator == null) {
            throw wrong(
                    place,
                    "there is no operator " + name + ": there are $and, $or, $not and "
                            + String.join(
                                    ", ", OPERATORS.keySet().stream().sorted().toList())
                            + "; a field whose name begins with a dollar is written with a backslash before it");
        }
        if (path.isEmpty()) {
            throw wrong(place, "is about no field: {\"year\": {\"" + name + "\": …}}");
        }
        try {
            return operator.filter(this, new Field(path), value);
        } catch (IllegalArgumentException e) {
            throw wrong(place, Objects.requireNonNullElse(e.getMessage(), "is wrong"));
        }
    }

    private List<Filter> parts(@Nullable Object value, String place, List<String> path, int depth) {
        if (!(value instanceof Collection<?> parts) || parts.isEmpty()) {
            throw wrong(place, "takes a list of filters, with one at least");
        }
        List<Filter> all = new ArrayList<>(parts.size());
        for (Object each : parts) {
            all.add(object(each, place + "[" + all.size() + "]", path, depth));
        }
        return all;
    }

    private Filter object(@Nullable Object value, String place, List<String> path, int depth) {
        if (!(value instanceof Map<?, ?> object) || object.isEmpty()) {
            throw wrong(place, "takes an object with one member at least");
        }
        return members(object, place, path, depth + 1);
    }

    /** A point goes into an object; a backslash makes the next character be itself. */
    private static List<String> names(String written, String place) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '.') {
                names.add(name.toString());
                name.setLength(0);
            } else if (c == '\\') {
                i++;
                if (i == written.length()) {
                    throw wrong(place, "ends with a backslash: two mean one");
                }
                name.append(written.charAt(i));
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return names;
    }

    private Filter equal(Field field, @Nullable Object value) {
        return value == null ? isNull(field) : field.eq(value);
    }

    private Filter isNull(Field field) {
        return missing == MissingFields.MATCH ? field.isNull() : field.exists().and(field.isNull());
    }

    private Filter oneOf(Field field, Collection<?> values) {
        Filter among = field.in(values.stream().filter(Objects::nonNull).toList());
        return values.stream().anyMatch(Objects::isNull) ? among.or(isNull(field)) : among;
    }

    private static Filter between(Field field, Collection<?> bounds) {
        List<?> both = new ArrayList<>(bounds);
        if (both.size() != 2) {
            throw new IllegalArgumentException("takes the least and the greatest value, not " + both.size());
        }
        return field.between(given(both.get(0)), given(both.get(1)));
    }

    private static Object given(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("compares with no null: use {\"$null\": true}");
        }
        return value;
    }

    private static String text(@Nullable Object value) {
        return of(value, String.class, "a string");
    }

    private static boolean truth(@Nullable Object value) {
        return of(value, Boolean.class, "true or false");
    }

    private static Collection<?> list(@Nullable Object value) {
        return of(value, Collection.class, "a list");
    }

    private static <T> T of(@Nullable Object value, Class<T> wanted, String described) {
        if (!wanted.isInstance(value)) {
            throw new IllegalArgumentException("takes " + described + ", not "
                    + (value == null ? "null" : value.getClass().getSimpleName()));
        }
        return wanted.cast(value);
    }

    private static FilterSyntaxException wrong(String place, String what) {
        return new FilterSyntaxException(place, "the filter is wrong at " + place + ": " + what);
    }
}
