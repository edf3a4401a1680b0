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
    }

    /** The value is less or greater than another: a string or a number. */
    record Ordered(Field field, Order order, Object value) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            Object found = field.find(metadata).value();
            return FilterValue.sameKind(found, value) && order.holds(FilterValue.compare(found, value));
        }
    }

    /** There is a value. */
    record Exists(Field field) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return field.find(metadata).present();
        }
    }

    /** The value is null or missing. */
    record Null(Field field) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return field.find(metadata).value() == null;
        }
    }

    /** The value is a string of a form. */
    record Like(Field field, LikePattern pattern) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return field.find(metadata).value() instanceof String text && pattern.matches(text);
        }
    }

    /** The value is a list with an element. */
    record Contains(Field field, Object element) implements Filter {
        @Override
        public boolean matches(Map<String, ? extends @Nullable Object> metadata) {
            return field.find(metadata).value() instanceof List<?> list
                    && list.stream().anyMatch(each -> FilterValue.equal(each, element));
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
