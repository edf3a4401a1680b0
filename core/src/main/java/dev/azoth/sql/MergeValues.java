package dev.azoth.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a MERGE sets in a row, or inserts. Immutable. */
public final class MergeValues {
    private final List<Assignment<?>> assignments;

    MergeValues(List<Assignment<?>> assignments) {
        this.assignments = assignments;
    }

    /** Sets a column to an expression. */
    public <V> MergeValues set(ColumnReference<V> column, Expression<? extends V> value) {
        return new MergeValues(Assignment.with(assignments, new Assignment<>(column, value)));
    }

    /** Sets a column to a value; null is SQL's NULL. */
    public <V> MergeValues set(ColumnReference<V> column, @Nullable V value) {
        return set(column, new Bind<>(column.type(), value));
    }

    List<Assignment<?>> assignments() {
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException("an action of merge sets nothing: call doNothing(), or set a column");
        }
        return assignments;
    }
}
