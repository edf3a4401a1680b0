package dev.azoth.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a statement, as it stands in SQLite's own table of all that there is; comments and spaces are left out. */
final class SqliteTokens {
    private SqliteTokens() {}

    /**
     * A token.
     *
     * @param text   a name without its quotes, else the token as it is
     * @param quoted whether it was in quotes, and so is no keyword
     * @param start  where it begins in the statement
     * @param end    where it ends
     */
    record Token(String text, boolean quoted, int start, int end) {
        boolean is(String word) {
            return !quoted && text.equalsIgnoreCase(word);
        }
    }

    static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            int end;
            if (Character.isWhitespace(c)) {
                end = at + 1;
            } else if (sql.startsWith("--", at)) {
                end = after(sql, sql.indexOf('\n', at), 1);
            } else if (sql.startsWith("/*", at)) {
                end = after(sql, sql.indexOf("*/", at + 2), 2);
            } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
                end = endOfQuoted(sql, at, c == '[' ? ']' : c);
                tokens.add(new Token(unquoted(sql.substring(at, end)), true, at, end));
            } else {
                end = isWord(c) ? endOfWord(sql, at) : at + 1;
                tokens.add(new Token(sql.substring(at, end), false, at, end));
            }
            at = end;
        }
        return tokens;
    }

    private static int after(String sql, int found, int length) {
        return found < 0 ? sql.length() : found + length;
    }

    /** A doubled quote is one within the name; a bracket cannot be doubled. */
    private static int endOfQuoted(String sql, int start, char quote) {
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) != quote) {
                at++;
            } else if (quote != ']' && at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return sql.length();
    }

    private static String unquoted(String text) {
        String quote = text.substring(0, 1);
        String inside = text.substring(1, Math.max(1, text.length() - 1));
        return quote.equals("[") ? inside : inside.replace(quote + quote, quote);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }

    private static int endOfWord(String sql, int start) {
        int at = start;
        while (at < sql.length() && isWord(sql.charAt(at))) {
            at++;
        }
        return at;
    }
}
