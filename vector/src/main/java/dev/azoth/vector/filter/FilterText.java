package dev.azoth.vector.filter;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes filters as {@link SqlFilterReader} reads them. */
final class FilterText {
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*");

    private FilterText() {}

    static String of(Filter filter) {
        if (filter instanceof Filter.All all) {
            return all.filters().isEmpty() ? "TRUE" : joined(all.filters(), " AND ");
        } else if (filter instanceof Filter.Any any) {
            return any.filters().isEmpty() ? "FALSE" : joined(any.filters(), " OR ");
        } else if (filter instanceof Filter.Not not) {
            return "NOT " + part(not.filter());
        } else if (filter instanceof Filter.Equal equal) {
            return equal.field() + " = " + value(equal.value());
        } else if (filter instanceof Filter.OneOf oneOf) {
            return oneOf.field() + " IN (" + values(oneOf.values()) + ")";
        } else if (filter instanceof Filter.Ordered ordered) {
            return ordered.field() + " " + ordered.order().symbol() + " " + value(ordered.value());
        } else if (filter instanceof Filter.Exists exists) {
            return "EXISTS " + exists.field();
        } else if (filter instanceof Filter.Null isNull) {
            return isNull.field() + " IS NULL";
        } else if (filter instanceof Filter.Like like) {
            return like.field()
                    + (like.pattern().ignoringCase() ? " ILIKE " : " LIKE ")
                    + value(like.pattern().written());
        } else if (filter instanceof Filter.Contains contains) {
            return contains.field() + " CONTAINS " + value(contains.element());
        }
        throw new IllegalStateException("no text of " + filter.getClass());
    }

    static String of(Field field) {
        return field.path().stream().map(FilterText::name).collect(Collectors.joining("."));
    }

    private static String name(String name) {
        return PLAIN_NAME.matcher(name).matches() && !SqlFilterTokens.KEYWORDS.contains(name.toUpperCase(Locale.ROOT))
                ? name
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String joined(List<Filter> filters, String word) {
        return filters.stream().map(FilterText::part).collect(Collectors.joining(word));
    }

    private static String part(Filter filter) {
        boolean single = !(filter instanceof Filter.All all && !all.filters().isEmpty())
                && !(filter instanceof Filter.Any any && !any.filters().isEmpty());
        return single ? of(filter) : "(" + of(filter) + ")";
    }

    private static String values(Collection<?> values) {
        return values.stream().map(FilterText::value).collect(Collectors.joining(", "));
    }

    private static String value(Object value) {
        return value instanceof String text
                ? "'" + text.replace("'", "''") + "'"
                : value instanceof Boolean truth ? truth ? "TRUE" : "FALSE" : value.toString();
    }
}
