package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The second half of {@code insert(…).onConflict(…)}: what to do with the row that is there. */
public final class OnConflict<T> {
    private final Insert<T> insert;
    private final List<ColumnReference<?>> key;

    OnConflict(Insert<T> insert, List<ColumnReference<?>> key) {
        this.insert = insert;
        this.key = key;
    }

    /** Leaves it alone and does not insert. */
    public Insert<T> doNothing() {
        return insert.with(new Conflict(key, List.of(), null));
    }

    /** Changes it: {@code x -> x.set(user.name, x.excluded(user.name))}. */
    public Insert<T> doUpdate(UnaryOperator<Change> change) {
        Change changed = change.apply(new Change(List.of(), null));
        if (changed.assignments.isEmpty()) {
            throw new IllegalArgumentException("doUpdate sets nothing: call doNothing(), or set a column");
        }
        return insert.with(new Conflict(key, changed.assignments, changed.where));
    }

    /** What is set in the row that is there. */
    public static final class Change {
        private final List<Assignment<?>> assignments;
        private final @Nullable Condition where;

        private Change(List<Assignment<?>> assignments, @Nullable Condition where) {
            this.assignments = assignments;
            this.where = where;
        }

        /** Sets a column to an expression over the row that is there and {@link #excluded} values. */
        public <V> Change set(ColumnReference<V> column, Expression<? extends V> value) {
            List<Assignment<?>> all = new ArrayList<>(assignments);
            all.add(new Assignment<>(column, value));
            return new Change(all, where);
        }

        /** Sets a column to a value. */
        public <V> Change set(ColumnReference<V> column, @Nullable V value) {
            return set(column, new Bind<>(column.type(), value));
        }

        /** Sets each column to the value that the insert would have given it. */
        public Change setExcluded(ColumnReference<?>... columns) {
            Change change = this;
            for (ColumnReference<?> column : columns) {
                change = change.excludedInto(column);
            }
            return change;
        }

        private <V> Change excludedInto(ColumnReference<V> column) {
            return set(column, excluded(column));
        }

        /** Changes only rows that meet the condition. */
        public Change where(Expression<Boolean> condition) {
            return new Change(assignments, Condition.of(condition));
        }

        /** The value that the insert would have given to a column. */
        public <V> Expression<V> excluded(ColumnReference<V> column) {
            return new Excluded<>(column);
        }
    }
}
