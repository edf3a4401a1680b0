package dev.azoth.vector.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words and signs of a filter written as text, and the place that is being read. */
final class SqlFilterTokens {
    static final Set<String> KEYWORDS = Set.of(
            "ALL",
            "AND",
            "ANY",
            "BETWEEN",
            "CONTAINS",
            "EXISTS",
            "FALSE",
            "ILIKE",
            "IN",
            "IS",
            "LIKE",
            "NIN",
            "NOT",
            "NULL",
            "OR",
            "TRUE");

    private static final Pattern TOKEN = Pattern.compile(
            "(?<space>\\s+)|(?<number>-?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)|(?<word>[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*)"
                    + "|(?<string>'(?:[^']|'')*+')|(?<quoted>\"(?:[^\"]|\"\")*+\")|(?<sign><=|>=|<>|!=|==|&&|\\|\\||[=<>()\\[\\],.!])");
    private static final List<String> KINDS = List.of("number", "word", "string", "quoted", "sign");
    private static final int SHOWN = 60;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /**
     * A word or a sign.
     *
     * @param kind  the pattern's group, {@code keyword}, or {@code end}
     * @param value what it says: keywords in capitals, without quotes
     * @param at    where it begins
     */
    record Token(String kind, String value, int at) {
        boolean is(String wanted) {
            return value.equals(wanted) && (kind.equals("keyword") || kind.equals("sign"));
        }
    }

    SqlFilterTokens(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                throw wrong(at, unreadable(at));
            }
            for (String kind : KINDS) {
                String found = matcher.group(kind);
                if (found != null) {
                    tokens.add(token(kind, found, at));
                }
            }
            at = matcher.end();
        }
        tokens.add(new Token("end", "the end", text.length()));
    }

    private String unreadable(int at) {
        return switch (text.charAt(at)) {
            case '\'' -> "a string begins here and does not end: it lacks its closing quote";
            case '"' -> "a name begins here and does not end: it lacks its closing quote";
            default -> "nothing of a filter begins with " + Character.toString(text.codePointAt(at));
        };
    }

    private static Token token(String kind, String found, int at) {
        return switch (kind) {
            case "word" -> {
                String word = found.toUpperCase(Locale.ROOT);
                yield KEYWORDS.contains(word) ? new Token("keyword", word, at) : new Token(kind, found, at);
            }
            case "string" -> new Token(kind, unquoted(found, "'"), at);
            case "quoted" -> new Token("word", unquoted(found, "\""), at);
            default -> new Token(kind, found, at);
        };
    }

    private static String unquoted(String found, String quote) {
        return found.substring(1, found.length() - 1).replace(quote + quote, quote);
    }

    /** The one that comes next. */
    Token peek() {
        return tokens.get(next);
    }

    /** The one after the next; the end behind the end. */
    Token second() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /** Takes the next. */
    Token take() {
        Token token = tokens.get(next);
        if (next < tokens.size() - 1) {
            next++;
        }
        return token;
    }

    /** Takes the next if it is one of these keywords or signs; null if it is none. */
    @Nullable
    String taken(String... wanted) {
        for (String each : wanted) {
            if (peek().is(each)) {
                take();
                return each;
            }
        }
        return null;
    }

    void expect(String sign) {
        if (taken(sign) == null) {
            throw wrong(sign);
        }
    }

    /** What may stand at the next place, and does not. */
    FilterSyntaxException wrong(String expected) {
        Token found = peek();
        String told = found.kind().equals("end") ? "the end" : text.substring(found.at(), end(found));
        return wrong(found.at(), "there must be " + expected + ", not " + told);
    }

    private int end(Token found) {
        int index = tokens.indexOf(found);
        int end = tokens.get(index + 1).at();
        return Math.min(
                found.at() + SHOWN,
                found.at() + text.substring(found.at(), end).stripTrailing().length());
    }

    /** Something at a place is wrong. */
    FilterSyntaxException wrong(Token token, IllegalArgumentException cause) {
        return wrong(token.at(), Objects.requireNonNullElse(cause.getMessage(), "is wrong"));
    }

    FilterSyntaxException wrong(int at, String what) {
        int from = Math.max(0, at - SHOWN);
        String before = text.substring(from, at).replaceAll("\\s", " ");
        String after = text.substring(at, Math.min(text.length(), at + SHOWN)).replaceAll("\\s", " ");
        return new FilterSyntaxException(
                "character " + (at + 1),
                "the filter is wrong at character " + (at + 1) + ": " + what + "\n  " + before + after + "\n  "
                        + " ".repeat(before.codePointCount(0, before.length())) + "^");
    }
}
