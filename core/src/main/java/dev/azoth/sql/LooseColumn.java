package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * A column that is only named, of whatever in FROM has it; see {@link Sql#column}.
 *
 * @param name its name, written without a table
 * @param type the type of its values
 */
public record LooseColumn<T>(String name, SqlType<T> type) implements ColumnReference<T> {
    private static final LooseTable UNKNOWN = new LooseTable("", Optional.empty(), List.of());

    /** A table without a name, which never is in FROM. */
    @Override
    public FromItem table() {
        return UNKNOWN;
    }

    @Override
    public void describe(Structure out) {
        out.value(name).value(type);
    }
}
