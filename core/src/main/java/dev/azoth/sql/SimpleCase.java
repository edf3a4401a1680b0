package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CASE subject WHEN value THEN result … ELSE … END}; see {@link Sql#caseOf}.
 *
 * @param subject   what the values are compared with; null equals none of them
 * @param branches  compared in order, at least one
 * @param otherwise the result when no value is equal, or null for SQL's NULL
 */
public record SimpleCase<S, T>(
        Expression<S> subject,
        List<Branch<S, T>> branches,
        @Nullable Expression<? extends T> otherwise,
        SqlType<T> type)
        implements Expression<T> {
    /** Takes an immutable copy. */
    public SimpleCase {
        branches = List.copyOf(branches);
    }

    /** {@code WHEN value THEN result}. */
    public record Branch<S, T>(Expression<? extends S> value, Expression<? extends T> result) implements Node {
        @Override
        public void describe(Structure out) {
            out.node(value).node(result);
        }
    }

    /** The beginning of a CASE, without a branch. */
    public record Subject<S>(Expression<S> subject) {
        /** The first branch. */
        public <T> SimpleCase<S, T> when(S value, T result) {
            return when(new Bind<>(subject.type(), value), Sql.value(result));
        }

        /** The first branch. */
        public <T> SimpleCase<S, T> when(Expression<? extends S> value, Expression<T> result) {
            return new SimpleCase<>(subject, List.of(new Branch<>(value, result)), null, result.type());
        }
    }

    /** The same with a further branch. */
    public SimpleCase<S, T> when(S value, T result) {
        return when(new Bind<>(subject.type(), value), new Bind<>(type, result));
    }

    /** The same with a further branch. */
    public SimpleCase<S, T> when(Expression<? extends S> value, Expression<? extends T> result) {
        List<Branch<S, T>> more = new ArrayList<>(branches);
        more.add(new Branch<>(value, result));
        return new SimpleCase<>(subject, more, otherwise, type);
    }

    /** The same with a result for when no value is equal. */
    public SimpleCase<S, T> otherwise(T result) {
        return otherwise(new Bind<>(type, result));
    }

    /** The same with a result for when no value is equal. */
    public SimpleCase<S, T> otherwise(Expression<? extends T> result) {
        return new SimpleCase<>(subject, branches, result, type);
    }

    @Override
    public void describe(Structure out) {
        out.node(subject).nodes(branches).node(otherwise).value(type);
    }
}
