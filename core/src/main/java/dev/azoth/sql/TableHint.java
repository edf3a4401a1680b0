package dev.azoth.sql;

import java.util.Set;

/**
 * A hint behind a table in FROM, such as {@code USE INDEX (i)}.
 *
 * @param table    the table, or its alias
 * @param text     the hint
 * @param dialects the dialects it is for
 */
public record TableHint(FromItem table, String text, Set<String> dialects) implements Node {
    /** Takes an immutable copy, and checks the text, which is written as it is. */
    public TableHint {
        SqlPiece.checked(text);
        dialects = Set.copyOf(dialects);
        if (dialects.isEmpty()) {
            throw new IllegalArgumentException("say for which dialects the hint is: " + text);
        }
    }

    @Override
    public void describe(Structure out) {
        out.node(table).value(text).value(dialects);
    }
}
