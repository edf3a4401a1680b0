package dev.azoth.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an insert does with a row whose key is there already.
 *
 * @param key    the columns of the key; databases that cannot name it take any unique key
 * @param update what is set in the row that is there; empty to leave it alone
 * @param where  which rows are updated, or null for all
 */
public record Conflict(
        List<ColumnReference<?>> key,
        List<Assignment<?>> update,
        @Nullable Condition where) implements Node {
    /** Takes immutable copies. */
    public Conflict {
        key = List.copyOf(key);
        update = List.copyOf(update);
    }

    @Override
    public void describe(Structure out) {
        out.nodes(key).nodes(update).node(where);
    }
}
