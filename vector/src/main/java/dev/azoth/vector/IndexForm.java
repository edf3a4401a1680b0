package dev.azoth.vector;

import dev.azoth.sql.Expression;
import java.util.Arrays;

/** What of a column's vectors is in an index, and the distance that such an index serves; see {@link IndexedVector}. */
public sealed interface IndexForm {
    /** The vectors as the column has them. */
    static IndexForm itself() {
        return new Itself();
    }

    /** The vectors in 16 bits: half the room, nearly the same neighbours. */
    static IndexForm halves() {
        return new Halves();
    }

    /** A bit for each element: a thirty-second of the room, and neighbours to be sorted again. */
    static IndexForm bits() {
        return new Bits();
    }

    /**
     * Some elements that follow each other, of models that put what matters most first.
     *
     * @param start the first of them, from 0
     * @param count how many
     */
    static IndexForm subvector(int start, int count) {
        return new Subvector(start, count);
    }

    /** The form that keeps the most of the vectors of a column among those that pgvector indexes. */
    static IndexForm of(Expression<float[]> vector) {
        int dimensions = VectorKind.dimensions(vector.type());
        boolean half = VectorKind.plain(vector.type()) instanceof HalfVectorType;
        if (dimensions <= (half ? MOST_HALVES : MOST_FLOATS)) {
            return itself();
        }
        return dimensions <= MOST_HALVES ? halves() : bits();
    }

    /** How many dimensions pgvector indexes of numbers of 32 bits. */
    int MOST_FLOATS = 2_000;

    /** How many dimensions pgvector indexes of numbers of 16 bits. */
    int MOST_HALVES = 4_000;

    /** How many bits pgvector indexes. */
    int MOST_BITS = 64_000;

    /** What is in the index of a column, as it stands in its statement and in those that it serves. */
    Expression<?> expression(Expression<float[]> vector);

    /** The distance of what is in the index to that of a vector. */
    Expression<Double> distance(Metric metric, Expression<float[]> vector, float[] query);

    /** Refuses a column that has not what is to be in the index. */
    default void check(Expression<float[]> vector) {
        VectorKind.dimensions(vector.type());
    }

    /** See {@link IndexForm#itself()}. */
    record Itself() implements IndexForm {
        @Override
        public Expression<?> expression(Expression<float[]> vector) {
            return vector;
        }

        @Override
        public Expression<Double> distance(Metric metric, Expression<float[]> vector, float[] query) {
            return Vectors.distance(metric, vector, query);
        }
    }

    /** See {@link IndexForm#halves()}. */
    record Halves() implements IndexForm {
        @Override
        public Expression<float[]> expression(Expression<float[]> vector) {
            return vector.cast(Vectors.halfVector(VectorKind.dimensions(vector.type())));
        }

        @Override
        public Expression<Double> distance(Metric metric, Expression<float[]> vector, float[] query) {
            return Vectors.distance(metric, expression(vector), query);
        }
    }

    /** See {@link IndexForm#bits()}. */
    record Bits() implements IndexForm {
        @Override
        public Expression<BitVector> expression(Expression<float[]> vector) {
            return VectorFunctions.binaryQuantize(vector).cast(Vectors.bitVector(VectorKind.dimensions(vector.type())));
        }

        @Override
        public Expression<Double> distance(Metric metric, Expression<float[]> vector, float[] query) {
            return VectorFunctions.hammingDistance(expression(vector), BitVector.quantized(query));
        }
    }

    /** See {@link IndexForm#subvector}. */
    record Subvector(int start, int count) implements IndexForm {
        @Override
        public Expression<float[]> expression(Expression<float[]> vector) {
            Expression<float[]> part = VectorFunctions.subvector(vector, start, count);
            return part.cast(part.type());
        }

        @Override
        public Expression<Double> distance(Metric metric, Expression<float[]> vector, float[] query) {
            return Vectors.distance(metric, expression(vector), Arrays.copyOfRange(query, start, start + count));
        }

        @Override
        public void check(Expression<float[]> vector) {
            expression(vector);
        }
    }
}
