package dev.azoth.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an insert does with a row whose key is there already.
 *
 * @param key    the columns of the key; databases that cannot name it take any unique key
 * @param constraint the name of the constraint, where that is said instead
 * @param keyWhere   which rows the key is about, as a partial index has it, or null for all
 * @param update what is set in the row that is there; empty to leave it alone
 * @param where  which rows are updated, or null for all
 */
public record Conflict(
        List<ColumnReference<?>> key,
        @Nullable String constraint,
        @Nullable Condition keyWhere,
        List<Assignment<?>> update,
        @Nullable Condition where)
        implements Node {
    /** Takes immutable copies. */
    public Conflict {
        key = List.copyOf(key);
        update = List.copyOf(update);
    }

    @Override
    public void describe(Structure out) {
        out.nodes(key).value(constraint).node(keyWhere).nodes(update).node(where);
    }
}
