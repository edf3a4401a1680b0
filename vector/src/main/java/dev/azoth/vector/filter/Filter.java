package dev.azoth.vector.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on metadata; made with {@link Field#field}: {@code field("lang").eq("en").and(field("year").gte(2020))}.
 *
 * <p>Every filter is either true or false of a document, never unknown as conditions of SQL are. A missing value equals nothing and is
 * neither less nor greater than anything; {@link #not} is the exact opposite, so {@code field("lang").ne("en")} matches documents without
 * {@code lang} too. {@code field("lang").exists().and(field("lang").ne("en"))} leaves those out.
 */
public sealed interface Filter {
    /** Whether it is true of a document's metadata: a tree as {@link dev.azoth.type.Json} has it. */
    boolean matches(Map<String, ? extends @Nullable Object> metadata);

    /**
     * Reads a filter that is written like a condition of SQL: {@code lang = 'en' AND (year >= 2020 OR tags CONTAINS 'new')}.
     *
     * <p>There are {@code = <> < <= > >= AND OR NOT IN BETWEEN LIKE ILIKE EXISTS CONTAINS}, {@code CONTAINS ANY (…)}, {@code CONTAINS ALL (…)} and {@code IS NULL}, and for who is used to
     * them {@code == != && || !}. Fields inside others are {@code place.city}; names that are no words stand in double quotes. What {@code toString()} gives can be read.
     *
     * @throws FilterSyntaxException if it is none, with the place
     */
    static Filter parse(String text) {
        return parse(text, MissingFields.MATCH);
    }

    /** The same; with what a comparison for being unequal says of documents without the field. */
    static Filter parse(String text, MissingFields missing) {
        return new SqlFilterReader(text, missing).read();
    }

    /**
     * Reads a filter that is written as a JSON object: {@code {"lang": "en", "year": {"$gte": 2020}}}.
     *
     * <p>The members of an object must all be true. There are {@code $eq $ne $lt $lte $gt $gte $in $nin $between $like $ilike $exists $null $contains $containsAny $containsAll},
     * and {@code $and $or $not}. A field inside another is {@code place.city} or an object in an object; a backslash before a point, a dollar or a backslash makes it mean itself.
     *
     * @param object names and values, as a JSON parser gives them; without members it is true of every document
     * @throws FilterSyntaxException if it is none, with the place
     */
    static Filter json(Map<String, ? extends @Nullable Object> object) {
        return json(object, MissingFields.MATCH);
    }

    /** The same; with what {@code $ne} and {@code $nin} say of documents without the field. */
    static Filter json(Map<String, ? extends @Nullable Object> object, MissingFields missing) {
        return new JsonFilterReader(missing).read(object);
    }

    /** Both. */
    default Filter and(Filter other) {
        return all(List.of(this, other));
    }

    /** At least one of both. */
    default Filter or(Filter other) {
        return any(List.of(this, other));
    }

    /** The opposite. */
    default Filter not() {
        return new Not(this);
    }

    /** All of them; true for none. */
    static Filter all(List<Filter> filters) {
        return filters.size() == 1 ? filters.get(0) : new All(filters);
    }

    /** At least one of them; false for none. */
    static Filter any(List<Filter> filters) {
        return filters.size() == 1 ? filters.get(0) : new Any(filters);
    }

    /** The value equals another: a string, a {@link Long}, a {@link java.math.BigDecimal} or a {@link Boolean}. */
    record Equal(Field field, Object value) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return FilterValue.equal(field.find(metadata).value(), value);
        }

        @Override
        public String toString() {
            return FilterText.of(this);
        }
    }

    /** The value equals one of several. */
    record OneOf(Field field, List<Object> values) implements Filter {
        /** Takes an immutable copy. */
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            Object found = field.find(metadata).value();
            return values.stream().anyMatch(value -> FilterValue.equal(found, value));
        }

        @Override
        public String toString() {
            return FilterText.of(this);
        }
    }

    /** The value is less or greater than another: a string or a number. */
    record Ordered(Field field, Order order, Object value) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            Object found = field.find(metadata).value();
            return FilterValue.sameKind(found, value) && order.holds(FilterValue.compare(found, value));
        }

        @Override
        public String toString() {
            return FilterText.of(this);
        }
    }

    /** There is a value. */
    record Exists(Field field) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return field.find(metadata).present();
        }

        @Override
        public String toString() {
            return FilterText.of(this);
        }
    }

    /** The value is null or missing. */
    record Null(Field field) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return field.find(metadata).value() == null;
        }

        @Override
        public String toString() {
            return FilterText.of(this);
        }
    }

    /** The value is a string of a form. */
    record Like(Field field, LikePattern pattern) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return field.find(metadata).value() instanceof String text && pattern.matches(text);
        }

        @Override
        public String toString() {
            return FilterText.of(this);
        }
    }

    /** The value is a list with an element. */
    record Contains(Field field, Object element) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return field.find(metadata).value() instanceof List<?> list
                    && list.stream().anyMatch(each -> FilterValue.equal(each, element));
        }

        @Override
        public String toString() {
            return FilterText.of(this);
        }
    }

    /** All of several. */
    record All(List<Filter> filters) implements Filter {
        /** Takes an immutable copy. */
        public All {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return filters.stream().allMatch(filter -> filter.matches(metadata));
        }

        @Override
        public Filter and(Filter other) {
            return new All(appended(filters, other));
        }

        @Override
        public String toString() {
            return FilterText.of(this);
        }
    }

    /** At least one of several. */
    record Any(List<Filter> filters) implements Filter {
        /** Takes an immutable copy. */
        public Any {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return filters.stream().anyMatch(filter -> filter.matches(metadata));
        }

        @Override
        public Filter or(Filter other) {
            return new Any(appended(filters, other));
        }

        @Override
        public String toString() {
            return FilterText.of(this);
        }
    }

    /** The opposite of another. */
    record Not(Filter filter) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return !filter.matches(metadata);
        }

        @Override
        public Filter not() {
            return filter;
        }

        @Override
        public String toString() {
            return FilterText.of(this);
        }
    }

    /** Less or greater. */
    enum Order {
        /** Less. */
        LT("<"),
        /** Less or equal. */
        LTE("<="),
        /** Greater. */
        GT(">"),
        /** Greater or equal. */
        GTE(">=");

        private final String symbol;

        Order(String symbol) {
            this.symbol = symbol;
        }

        /** The operator in SQL. */
        public String symbol() {
            return symbol;
        }

        boolean holds(int comparison) {
            return switch (this) {
                case LT -> comparison < 0;
                case LTE -> comparison <= 0;
                case GT -> comparison > 0;
                case GTE -> comparison >= 0;
            };
        }
    }

    private static List<Filter> appended(List<Filter> filters, Filter other) {
        List<Filter> all = new ArrayList<>(filters);
        all.add(other);
        return all;
    }
}
