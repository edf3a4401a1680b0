package dev.azoth.sql;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The second half of {@code insert(…).onConflict(…)}: what to do with the row that is there. */
public final class OnConflict<T> {
    private final Insert<T> insert;
    private final Conflict conflict;

    OnConflict(Insert<T> insert, List<? extends ColumnReference<?>> key, @Nullable String constraint) {
        this(insert, new Conflict(List.copyOf(key), constraint, null, List.of(), null));
    }

    private OnConflict(Insert<T> insert, Conflict conflict) {
        this.insert = insert;
        this.conflict = conflict;
    }

    /**
     * Says that the key is that of an index of some rows: those that meet the condition of {@code CREATE INDEX … WHERE}, which the database must be able
     * to tell. Values in it are literals.
     */
    public OnConflict<T> where(Expression<Boolean> condition) {
        return new OnConflict<>(
                insert, new Conflict(conflict.key(), conflict.constraint(), Condition.of(condition), List.of(), null));
    }

    private Insert<T> then(List<Assignment<?>> update, @Nullable Condition where) {
        return insert.with(new Conflict(conflict.key(), conflict.constraint(), conflict.keyWhere(), update, where));
    }

    /** Leaves it alone and does not insert. */
    public Insert<T> doNothing() {
        return then(List.of(), null);
    }

    /** Changes it: {@code x -> x.set(user.name, x.excluded(user.name))}. */
    public Insert<T> doUpdate(UnaryOperator<Change> change) {
        Change changed = change.apply(new Change(List.of(), null));
        if (changed.assignments.isEmpty()) {
            throw new IllegalArgumentException("doUpdate sets nothing: call doNothing(), or set a column");
        }
        return then(changed.assignments, changed.where);
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
            return new Change(Assignment.with(assignments, new Assignment<>(column, value)), where);
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
