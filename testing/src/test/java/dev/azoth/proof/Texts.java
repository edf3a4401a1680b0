package dev.azoth.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions of texts, which count characters of Unicode. */
final class Texts {
    private static final Set<String> NAMES = Set.of(
            "lower",
            "upper",
            "trim",
            "ltrim",
            "rtrim",
            "lpad",
            "rpad",
            "char_length",
            "octet_length",
            "substr",
            "left",
            "right",
            "position",
            "replace",
            "overlay",
            "repeat",
            "reverse",
            "ascii");

    private static final Set<String> COUNTING =
            Set.of("char_length", "substr", "left", "right", "overlay", "lpad", "rpad", "reverse", "position", "ascii");

    private final Evaluator evaluator;

    Texts(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    static boolean knows(String function) {
        return NAMES.contains(function);
    }

    Object value(String function, List<Object> arguments) {
        String text = (String) arguments.get(0);
        int[] points = text.codePoints().toArray();
        if (COUNTING.contains(function) && arguments.stream().anyMatch(Texts::hasPairs)) {
            evaluator.meet(Fact.UNITS_OF_UTF_16);
        }
        return switch (function) {
            case "lower" -> lower(text);
            case "upper" -> upper(text);
            case "trim" -> stripped(text, arguments, true, true);
            case "ltrim" -> stripped(text, arguments, true, false);
            case "rtrim" -> stripped(text, arguments, false, true);
            case "lpad" -> padded(points, arguments, true);
            case "rpad" -> padded(points, arguments, false);
            case "char_length" -> points.length;
            case "octet_length" -> text.getBytes(StandardCharsets.UTF_8).length;
            case "substr" -> part(points, number(arguments, 1) - 1, number(arguments, 2));
            case "left" -> part(points, 0, number(arguments, 1));
            case "right" -> {
                int length = Math.min(number(arguments, 1), points.length);
                yield part(points, points.length - length, length);
            }
            case "position" -> position(text, (String) arguments.get(1));
            case "replace" -> text.replace((String) arguments.get(1), (String) arguments.get(2));
            case "overlay" -> {
                int from = number(arguments, 2) - 1;
                yield part(points, 0, from)
                        + arguments.get(1)
                        + part(points, from + number(arguments, 3), points.length);
            }
            case "repeat" -> text.repeat(number(arguments, 1));
            case "reverse" -> {
                if (text.indexOf('\u0301') >= 0) {
                    evaluator.meet(Fact.MARKS);
                }
                yield new StringBuilder(text).reverse().toString();
            }
            case "ascii" -> points.length == 0 ? 0 : points[0];
            default -> throw new IllegalStateException("no rule for " + function);
        };
    }

    /** Whether it has characters that are two units of UTF-16. */
    private static boolean hasPairs(Object argument) {
        return argument instanceof String text && text.codePointCount(0, text.length()) < text.length();
    }

    String lower(String text) {
        checkLetters(text);
        return text.toLowerCase(Locale.ROOT);
    }

    private String upper(String text) {
        checkLetters(text);
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.length() != text.length()) {
            evaluator.meet(Fact.SIZE_OF_LETTERS);
        }
        return upper;
    }

    private void checkLetters(String text) {
        if (text.codePoints().anyMatch(point -> point > 127 && Character.isLetter(point))) {
            evaluator.meet(Fact.LETTERS);
        }
    }

    static @Nullable Object concatenated(String separator, List<@Nullable Object> texts) {
        return texts.stream().filter(text -> text != null).map(Object::toString).collect(Collectors.joining(separator));
    }

    private static int number(List<Object> arguments, int index) {
        return (Integer) arguments.get(index);
    }

    private static String part(int[] points, int from, int length) {
        int start = Math.min(Math.max(from, 0), points.length);
        int end = Math.min(points.length, Math.max(start, from + length));
        return new String(points, start, end - start);
    }

    private static String stripped(String text, List<Object> arguments, boolean before, boolean after) {
        String character = arguments.size() > 1 ? (String) arguments.get(1) : " ";
        String rest = text;
        while (before && rest.startsWith(character)) {
            rest = rest.substring(character.length());
        }
        while (after && rest.endsWith(character)) {
            rest = rest.substring(0, rest.length() - character.length());
        }
        return rest;
    }

    private static String padded(int[] points, List<Object> arguments, boolean before) {
        int length = number(arguments, 1);
        String fill = ((String) arguments.get(2)).repeat(Math.max(0, length - points.length));
        String text = new String(points, 0, points.length);
        return points.length >= length ? part(points, 0, length) : before ? fill + text : text + fill;
    }

    /** Of the first argument in the second. */
    private static int position(String part, String text) {
        int index = text.indexOf(part);
        return index < 0 ? 0 : text.codePointCount(0, index) + 1;
    }
}
