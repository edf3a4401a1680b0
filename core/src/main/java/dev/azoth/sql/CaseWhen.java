package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CASE WHEN … THEN … ELSE … END}.
 *
 * @param branches  tried in order, at least one
 * @param otherwise the value when no branch holds, or null for SQL's NULL
 */
public record CaseWhen<T>(
        List<Branch<T>> branches, @Nullable Expression<? extends T> otherwise, SqlType<T> type)
        implements Expression<T> {
    /** Takes an immutable copy. */
    public CaseWhen {
        branches = List.copyOf(branches);
    }

    /** {@code WHEN condition THEN value}. */
    public record Branch<T>(Condition condition, Expression<? extends T> value) implements Node {
        @Override
        public void describe(Structure out) {
            out.node(condition).node(value);
        }
    }

    /** The same with a further branch. */
    public CaseWhen<T> when(Expression<Boolean> condition, Expression<? extends T> value) {
        List<Branch<T>> more = new ArrayList<>(branches);
        more.add(new Branch<>(Condition.of(condition), value));
        return new CaseWhen<>(more, otherwise, type);
    }

    /** The same with a further branch. */
    public CaseWhen<T> when(Expression<Boolean> condition, T value) {
        return when(condition, new Bind<>(type, value));
    }

    /** The same with a value for when no branch holds. */
    public CaseWhen<T> otherwise(Expression<? extends T> value) {
        return new CaseWhen<>(branches, value, type);
    }

    /** The same with a value for when no branch holds. */
    public CaseWhen<T> otherwise(T value) {
        return otherwise(new Bind<>(type, value));
    }

    @Override
    public void describe(Structure out) {
        out.nodes(branches).node(otherwise).value(type);
    }
}
