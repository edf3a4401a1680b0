package dev.azoth.sql;

import java.util.List;
import java.util.Set;

/**
 * SQL text at a point of a statement: a prefix, a suffix, a hint.
 *
 * @param point    where
 * @param text     what
 * @param dialects the dialects it is for; none for all
 */
public record SqlPiece(Point point, String text, Set<String> dialects) implements SyntaxExtension {
    private static final List<String> FORBIDDEN = List.of(";", "--", "/*", "*/", "'", "\n", "\r", "\0");

    /** Takes an immutable copy, and checks the text, which is written as it is. */
    public SqlPiece {
        dialects = Set.copyOf(dialects);
        if (point != Point.AFTER_SELECT || !text.startsWith("/*+ ") || !text.endsWith(" */")) {
            checked(text);
        } else {
            checked(text.substring(4, text.length() - 3));
        }
    }

    /** Text that ends nothing and comments nothing out. */
    static String checked(String text) {
        if (text.isBlank() || FORBIDDEN.stream().anyMatch(text::contains)) {
            throw new IllegalArgumentException("no piece of SQL to be put in: " + text);
        }
        return text;
    }

    @Override
    public boolean isFor(String dialect) {
        return dialects.isEmpty() || dialects.contains(dialect);
    }

    @Override
    public void render(SqlOutput out) {
        out.sql(text);
    }

    @Override
    public void describe(Structure out) {
        out.value(point).value(text).value(dialects);
    }
}
