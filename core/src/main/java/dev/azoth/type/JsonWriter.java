package dev.azoth.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes RFC 8259, and says when two trees are the same value. */
final class JsonWriter {
    private JsonWriter() {}

    static String write(@Nullable Object tree) {
        StringBuilder out = new StringBuilder();
        write(tree, out);
        return out.toString();
    }

    private static void write(@Nullable Object tree, StringBuilder out) {
        if (tree == null || tree instanceof Boolean || tree instanceof BigDecimal || tree instanceof BigInteger) {
            out.append(tree);
        } else if (tree instanceof Json json) {
            out.append(json.text());
        } else if (tree instanceof Double || tree instanceof Float) {
            if (!Double.isFinite(((Number) tree).doubleValue())) {
                throw new IllegalArgumentException("JSON has no " + tree);
            }
            out.append(tree);
        } else if (tree instanceof Number number) {
            out.append(number.longValue());
        } else if (tree instanceof Map<?, ?> map) {
            object(map, out);
        } else if (tree instanceof List<?> list) {
            array(list, out);
        } else if (tree instanceof String text) {
            string(text, out);
        } else {
            throw new IllegalArgumentException("JSON has no " + tree.getClass().getName()
                    + "; it has maps, lists, strings, numbers, booleans and null");
        }
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            if (!(member.getKey() instanceof String name)) {
                throw new IllegalArgumentException("a JSON object's names are strings, not " + member.getKey());
            }
            string(name, out);
            out.append(':');
            write(member.getValue(), out);
        }
        out.append('}');
    }

    private static void array(List<?> list, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(list.get(i), out);
        }
        out.append(']');
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // a lone surrogate has no UTF-8: escaped, it survives the way to the server
                    if (c < ' ' || (Character.isSurrogate(c) && !paired(text, i))) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    static boolean sameTree(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return decimal(a).compareTo(decimal(b)) == 0;
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet()) && sameValues(a, b);
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return a.size() == b.size() && sameElements(a, b);
        }
        return Objects.equals(left, right);
    }

    // loops, since each level of a deep tree takes its part of the stack, and a stream's is twelve times as large

    private static boolean sameValues(Map<?, ?> left, Map<?, ?> right) {
        for (Map.Entry<?, ?> each : left.entrySet()) {
            if (!sameTree(each.getValue(), right.get(each.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameElements(List<?> left, List<?> right) {
        Iterator<?> other = right.iterator();
        for (Object each : left) {
            if (!sameTree(each, other.next())) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }
}
