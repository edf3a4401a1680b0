package dev.azoth.vector;

import dev.azoth.sql.CustomExpression;
import dev.azoth.sql.Expression;
import dev.azoth.sql.SqlOutput;
import dev.azoth.sql.Structure;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;

/**
 * The distance between two vectors, computed by the database; see {@link Vectors} for those that make it.
 *
 * <p>On a database that has no such distance, a statement with it fails to compile.
 */
public record VectorDistance(Metric metric, Expression<float[]> left, Expression<float[]> right)
        implements CustomExpression<Double> {
    @Override
    public SqlType<Double> type() {
        return Types.DOUBLE;
    }

    @Override
    public void describe(Structure out) {
        out.value(metric).node(left).node(right);
    }

    @Override
    public void render(SqlOutput out) {
        VectorStorage.of(out.server()).distance(this, out);
    }
}
