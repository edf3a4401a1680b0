package dev.azoth.vector.document;

import dev.azoth.sql.CustomExpression;
import dev.azoth.sql.Expression;
import dev.azoth.sql.SqlOutput;
import dev.azoth.sql.Structure;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;

/** A vector column as the bytes that are in it, so that a scan need not make an array of each. */
record StoredBytes(Expression<float[]> column) implements CustomExpression<byte[]> {
    @Override
    public SqlType<byte[]> type() {
        return Types.BLOB;
    }

    @Override
    public void describe(Structure out) {
        out.node(column);
    }

    @Override
    public void render(SqlOutput out) {
        out.argument(column);
    }
}
