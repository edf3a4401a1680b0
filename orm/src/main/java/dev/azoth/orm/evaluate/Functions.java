package dev.azoth.orm.evaluate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions of SQL as Java has them. Most are null if an argument is. */
final class Functions {
    private static final Map<String, Function<String, Object>> OF_ONE_TEXT = Map.of(
            "lower", text -> text.toLowerCase(Locale.ROOT),
            "upper", text -> text.toUpperCase(Locale.ROOT),
            "trim", text -> trimmed(text, true, true),
            "ltrim", text -> trimmed(text, true, false),
            "rtrim", text -> trimmed(text, false, true),
            "char_length", text -> text.codePointCount(0, text.length()));

    private Functions() {}

    /** A function of these arguments, if Java has it. */
    static Optional<Evaluated> of(String name, List<Evaluated> arguments) {
        Function<String, Object> ofText = arguments.size() == 1 ? OF_ONE_TEXT.get(name) : null;
        if (ofText != null) {
            return Optional.of(ofAll(arguments, values -> ofText.apply((String) values.get(0))));
        }
        return switch (name) {
            case "coalesce" -> Optional.of(row -> coalesce(arguments, row));
            case "nullif" -> Optional.of(row -> nullif(arguments, row));
            case "abs" -> Optional.of(ofAll(arguments, values -> absolute((Number) values.get(0))));
            case "replace" -> Optional.of(ofAll(arguments, Functions::replaced));
            default -> Optional.empty();
        };
    }

    private static Evaluated ofAll(List<Evaluated> arguments, Function<List<Object>, Object> function) {
        return row -> {
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                Object value = arguments.get(i).of(row);
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            return function.apply(List.of(values));
        };
    }

    /** Without blanks at its ends, as SQL has it, and not without any other space. */
    private static String trimmed(String text, boolean before, boolean after) {
        int from = 0;
        int to = text.length();
        while (before && from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (after && to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private static Object replaced(List<Object> values) {
        String part = (String) values.get(1);
        String text = (String) values.get(0);
        return part.isEmpty() ? text : text.replace(part, (String) values.get(2));
    }

    private static Object absolute(Number number) {
        try {
            if (number instanceof Integer whole) {
                return Math.absExact(whole);
            } else if (number instanceof Long whole) {
                return Math.absExact(whole);
            } else if (number instanceof BigDecimal decimal) {
                return decimal.abs();
            } else if (number instanceof Double value) {
                return Math.abs(value);
            }
        } catch (ArithmeticException e) {
            throw new UncertainException("a number in it grows too large");
        }
        throw new UncertainException(
                "it has the function abs of a " + number.getClass().getSimpleName());
    }

    private static @Nullable Object coalesce(List<Evaluated> arguments, Evaluated.Columns row) {
        for (Evaluated each : arguments) {
            Object value = each.of(row);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable Object nullif(List<Evaluated> arguments, Evaluated.Columns row) {
        Object value = arguments.get(0).of(row);
        Object other = arguments.get(1).of(row);
        return value != null && other != null && ValueKind.NATURAL.compare(value, other) == 0 ? null : value;
    }
}
