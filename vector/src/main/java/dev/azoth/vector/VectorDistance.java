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
public record VectorDistance(Metric metric, Expression<?> left, Expression<?> right)
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
        VectorStorage storage = VectorStorage.of(out.server());
        if (!(VectorKind.plain(left.type()) instanceof VectorType) && !storage.hasAllKinds()) {
            throw out.unsupported(metric.label() + " distance of " + left.type().name());
        }
        storage.distance(this, out);
    }
}
