package dev.azoth.vector;

import dev.azoth.sql.CustomExpression;
import dev.azoth.sql.Expression;
import dev.azoth.sql.SqlOutput;
import dev.azoth.sql.Structure;
import dev.azoth.type.SqlType;
import java.util.List;

/**
 * Something that a database computes of vectors; see {@link VectorFunctions} for those that make it.
 *
 * <p>On a database that has no such function, a statement with it fails to compile.
 *
 * @param type the type of what is computed
 */
public record VectorCall<T>(VectorFunction function, List<Expression<?>> arguments, SqlType<T> type)
        implements CustomExpression<T> {
    /** Takes an immutable copy. */
    public VectorCall {
        arguments = List.copyOf(arguments);
    }

    @Override
    public void describe(Structure out) {
        out.value(function).value(type);
        arguments.forEach(out::node);
    }

    @Override
    public void render(SqlOutput out) {
        VectorStorage.of(out.server()).call(this, out);
    }
}
