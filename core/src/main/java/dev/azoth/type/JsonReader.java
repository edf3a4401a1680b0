package dev.azoth.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads RFC 8259. Depth is bounded, so that a hostile text cannot exhaust the stack. */
final class JsonReader {
    private static final int DEEPEST = 1000;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    static @Nullable Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.space();
        if (reader.at != text.length()) {
            throw reader.error("nothing more");
        }
        return value;
    }

    private @Nullable Object value() {
        space();
        if (at == text.length()) {
            throw error("a value");
        }
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        enter();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        space();
        if (!next('}')) {
            do {
                space();
                if (at == text.length() || text.charAt(at) != '"') {
                    throw error("a member's name");
                }
                String name = string();
                space();
                expect(':');
                members.put(name, value());
                space();
            } while (next(','));
            expect('}');
        }
        depth--;
        return Collections.unmodifiableMap(members);
    }

    private List<@Nullable Object> array() {
        enter();
        List<@Nullable Object> elements = new ArrayList<>();
        space();
        if (!next(']')) {
            do {
                elements.add(value());
                space();
            } while (next(','));
            expect(']');
        }
        depth--;
        return Collections.unmodifiableList(elements);
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw error("at most " + DEEPEST + " levels");
        }
    }

    private String string() {
        at++;
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            } else if (c == '\\') {
                out.append(escape());
            } else if (c < ' ') {
                at--;
                throw error("an escaped control character");
            } else {
                out.append(c);
            }
        }
        throw error("a closing quote");
    }

    private char escape() {
        if (at == text.length()) {
            throw error("an escape");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw error("an escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0 || text.charAt(at) > 'f') {
                throw error("four hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Object number() {
        int start = at;
        next('-');
        if (!next('0')) {
            digits();
        }
        boolean whole = true;
        if (next('.')) {
            whole = false;
            digits();
        }
        if (next('e') || next('E')) {
            whole = false;
            if (!next('+')) {
                next('-');
            }
            digits();
        }
        String digits = text.substring(start, at);
        // 18 digits always fit; "-0" is a decimal so that its sign is not what decides between two equal numbers
        return whole && digits.length() <= 18 ? (Object) Long.valueOf(digits) : decimal(digits);
    }

    private Object decimal(String digits) {
        try {
            BigDecimal value = new BigDecimal(digits);
            return digits.chars().allMatch(c -> c == '-' || Character.isDigit(c))
                            && value.toBigInteger().bitLength() < 64
                    ? (Object) value.longValueExact()
                    : value;
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("JSON number out of range: " + digits, e);
        }
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (start == at) {
            throw error("a digit");
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw error(word);
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean next(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!next(c)) {
            throw error("'" + c + "'");
        }
    }

    private IllegalArgumentException error(String wanted) {
        int from = Math.max(0, at - 20);
        return new IllegalArgumentException("not JSON: expected " + wanted + " at character " + at + ", after \""
                + text.substring(from, at) + "\"");
    }
}
