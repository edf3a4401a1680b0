package dev.azoth.vector;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.type.SensitiveType;
import dev.azoth.type.SqlType;

/** What is asked of the types of vectors, whichever kind they are of. */
final class VectorKind {
    private VectorKind() {}

    static SqlType<?> plain(SqlType<?> type) {
        return type instanceof SensitiveType<?> sensitive ? sensitive.base() : type;
    }

    /** How many elements vectors of a type have. */
    static int dimensions(SqlType<?> type) {
        SqlType<?> plain = plain(type);
        if (plain instanceof VectorType vector) {
            return vector.dimensions();
        } else if (plain instanceof HalfVectorType half) {
            return half.dimensions();
        }
        throw new IllegalArgumentException(type.name() + " is no type of vectors of a known number of dimensions");
    }

    /** An expression as messages name it: {@code doc.embedding}. */
    static String place(Expression<?> vector) {
        return vector instanceof ColumnReference<?> column
                ? column.table() + "." + column.name()
                : vector.type().name();
    }

    /** Refuses what the type of an expression refuses, naming the expression. */
    static <T> void check(Expression<T> vector, T query) {
        vector.type().check().ifPresent(check -> check.check(query, place(vector)));
    }
}
