package dev.azoth.orm.mapping.rules;

import java.util.Locale;

/**
 * The names that tables and columns have when none is said: those of class and field in {@code snake_case}. A foreign key's column is
 * {@code <attribute>_<key column>}, so {@code team_id}; a table of pairs is {@code <owner's table>_<attribute>}.
 *
 * <p>A name that is a reserved word ({@code User}, {@code Order}) stays as it is: such names are quoted where they are written.
 */
final class Naming {
    private Naming() {}

    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char current = name.charAt(i);
            if (i > 0 && Character.isUpperCase(current) && startsWord(name, i)) {
                snake.append('_');
            }
            snake.append(current);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    /** A capital begins a word after a small letter or a digit, and as the last of several capitals before a small letter. */
    private static boolean startsWord(String name, int index) {
        char before = name.charAt(index - 1);
        boolean beforeSmall = index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1));
        return before != '_' && (!Character.isUpperCase(before) || beforeSmall);
    }

    static String orDefault(String said, String name) {
        return said.isEmpty() ? snakeCase(name) : said;
    }
}
