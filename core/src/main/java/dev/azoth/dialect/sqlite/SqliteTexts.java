package dev.azoth.dialect.sqlite;

import java.util.List;
import java.util.regex.Pattern;

/** Functions of texts as PostgreSQL has them. */
final class SqliteTexts {
    private SqliteTexts() {}

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** One of the parts between separators, counted from 1; empty if there are fewer. */
    static String part(String text, String separator, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("parts are counted from 1, not from " + number);
        }
        List<String> parts = separator.isEmpty() ? List.of(text) : List.of(text.split(Pattern.quote(separator), -1));
        return number > parts.size() ? "" : parts.get(number - 1);
    }

    /** Each character of the one replaced by that of the other at the same place, or left out where there is none. */
    static String translated(String text, String from, String to) {
        int[] replaced = from.codePoints().toArray();
        int[] replacing = to.codePoints().toArray();
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(character -> {
            int place = 0;
            while (place < replaced.length && replaced[place] != character) {
                place++;
            }
            if (place == replaced.length) {
                result.appendCodePoint(character);
            } else if (place < replacing.length) {
                result.appendCodePoint(replacing[place]);
            }
        });
        return result.toString();
    }
}
