package dev.azoth.cli.documents;

import static dev.azoth.vector.filter.Field.field;

import dev.azoth.type.Json;
import dev.azoth.vector.filter.Field;
import dev.azoth.vector.filter.Filter;
import dev.azoth.vector.filter.FilterSyntaxException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on metadata as it is typed: {@code lang=en}, {@code year>=2020}, {@code author.name!='le guin'}.
 *
 * <p>A name is made of letters, digits, hyphens and underscores, and of points on the way into objects. A value that looks like a number, or is {@code true} or
 * {@code false}, is one; quotes make it text.
 */
public final class Where {
    private static final Pattern FORM =
            Pattern.compile("\\s*([\\p{L}\\p{N}_.-]+)\\s*(>=|<=|!=|=|>|<)\\s*(.*?)\\s*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private Where() {}

    /**
     * The filter that a condition means.
     *
     * @throws IllegalArgumentException if it is no condition, saying what one looks like
     */
    public static Filter parse(String condition) {
        Matcher form = FORM.matcher(condition);
        if (!form.matches() || form.group(3).isEmpty() || form.group(3).startsWith("=")) {
            throw new IllegalArgumentException(
                    "'" + condition
                            + "' is no condition: it needs a name, one of = != > >= < <=, and a value, as in lang=en or 'year>=2020'");
        }
        String[] path = form.group(1).split("\\.", -1);
        if (Arrays.stream(path).anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("'" + condition + "' has a point with no name beside it");
        }
        Field field = field(path[0], Arrays.copyOfRange(path, 1, path.length));
        Object value = value(form.group(3));
        return switch (form.group(2)) {
            case "=" -> field.eq(value);
            case "!=" -> field.ne(value);
            case ">" -> field.gt(ordered(value, condition));
            case ">=" -> field.gte(ordered(value, condition));
            case "<" -> field.lt(ordered(value, condition));
            default -> field.lte(ordered(value, condition));
        };
    }

    /**
     * The filter that is written as JSON, if it begins with a brace, or else like a condition of SQL.
     *
     * @throws FilterSyntaxException    if it is none, with its place
     * @throws IllegalArgumentException if it is no JSON
     */
    public static Filter filter(String text) {
        return text.strip().startsWith("{") ? Filter.json(Json.parse(text).object()) : Filter.parse(text);
    }

    private static Object ordered(Object value, String condition) {
        if (value instanceof Boolean) {
            throw new IllegalArgumentException(
                    "'" + condition + "' compares true and false, of which neither is more than the other");
        }
        return value;
    }

    private static Object value(String text) {
        char first = text.charAt(0);
        if (text.length() >= 2 && (first == '\'' || first == '"') && text.charAt(text.length() - 1) == first) {
            return text.substring(1, text.length() - 1);
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }
}
