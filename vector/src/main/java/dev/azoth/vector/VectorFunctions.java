package dev.azoth.vector;

import dev.azoth.sql.Bind;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.List;

/**
 * What databases compute of vectors beside their distances, for any statement; to be imported statically.
 *
 * <p>PostgreSQL has all of it. On a database that lacks one, the statement fails to compile and says so.
 */
public final class VectorFunctions {
    private VectorFunctions() {}

    /** In how many places two vectors of bits differ. */
    public static Expression<Double> hammingDistance(Expression<BitVector> vector, BitVector query) {
        return hammingDistance(vector, bound(vector, query));
    }

    /** In how many places two vectors of bits differ. */
    public static Expression<Double> hammingDistance(Expression<BitVector> left, Expression<BitVector> right) {
        return new VectorCall<>(VectorFunction.HAMMING_DISTANCE, List.of(left, right), Types.DOUBLE);
    }

    /** One minus the share of the bits that both have in those that either has. */
    public static Expression<Double> jaccardDistance(Expression<BitVector> vector, BitVector query) {
        return jaccardDistance(vector, bound(vector, query));
    }

    /** One minus the share of the bits that both have in those that either has. */
    public static Expression<Double> jaccardDistance(Expression<BitVector> left, Expression<BitVector> right) {
        return new VectorCall<>(VectorFunction.JACCARD_DISTANCE, List.of(left, right), Types.DOUBLE);
    }

    /** Both, added element by element. */
    public static Expression<float[]> plus(Expression<float[]> left, Expression<float[]> right) {
        return of(VectorFunction.SUM_OF_VECTORS, left, right);
    }

    /** Both, subtracted element by element. */
    public static Expression<float[]> minus(Expression<float[]> left, Expression<float[]> right) {
        return of(VectorFunction.DIFFERENCE_OF_VECTORS, left, right);
    }

    /** Both, multiplied element by element. */
    public static Expression<float[]> times(Expression<float[]> left, Expression<float[]> right) {
        return of(VectorFunction.PRODUCT_OF_VECTORS, left, right);
    }

    /** One behind the other. */
    public static Expression<float[]> concat(Expression<float[]> left, Expression<float[]> right) {
        int dimensions = VectorKind.dimensions(left.type()) + VectorKind.dimensions(right.type());
        return new VectorCall<>(
                VectorFunction.CONCATENATION_OF_VECTORS, List.of(left, right), resized(left.type(), dimensions));
    }

    /** The sum of the vectors of the rows; null of none. */
    public static Expression<float[]> sum(Expression<float[]> vectors) {
        return of(VectorFunction.SUM, vectors);
    }

    /** The mean of the vectors of the rows; null of none. */
    public static Expression<float[]> avg(Expression<float[]> vectors) {
        return of(VectorFunction.AVG, vectors);
    }

    /** A bit for each element, 1 where it is above zero; the same in Java is {@link BitVector#quantized}. */
    public static Expression<BitVector> binaryQuantize(Expression<float[]> vector) {
        return new VectorCall<>(
                VectorFunction.BINARY_QUANTIZE,
                List.of(vector),
                new BitVectorType(VectorKind.dimensions(vector.type())));
    }

    /**
     * Some elements that follow each other.
     *
     * @param start the first of them, from 0
     * @param count how many
     * @throws IllegalArgumentException if the vector does not have them
     */
    public static Expression<float[]> subvector(Expression<float[]> vector, int start, int count) {
        int dimensions = VectorKind.dimensions(vector.type());
        if (start < 0 || count < 1 || start > dimensions - count) {
            throw new IllegalArgumentException(count + " elements from " + start + " on are not in "
                    + VectorKind.place(vector) + ", which has " + dimensions);
        }
        return new VectorCall<>(
                VectorFunction.SUBVECTOR,
                List.of(vector, Sql.literal(start + 1), Sql.literal(count)),
                resized(vector.type(), count));
    }

    /** The vector of the same direction and of length 1; of a vector of zeros the same. */
    public static Expression<float[]> l2Normalize(Expression<float[]> vector) {
        return of(VectorFunction.L2_NORMALIZE, vector);
    }

    /** The length. */
    public static Expression<Double> vectorNorm(Expression<float[]> vector) {
        return new VectorCall<>(VectorFunction.VECTOR_NORM, List.of(vector), Types.DOUBLE);
    }

    /** The number of elements. */
    public static Expression<Integer> vectorDims(Expression<float[]> vector) {
        return new VectorCall<>(VectorFunction.VECTOR_DIMS, List.of(vector), Types.INTEGER);
    }

    private static Expression<float[]> of(VectorFunction function, Expression<?>... arguments) {
        @SuppressWarnings("unchecked") // all that call this have vectors of float[]
        SqlType<float[]> type = (SqlType<float[]>) arguments[0].type();
        return new VectorCall<>(function, List.of(arguments), type);
    }

    private static SqlType<float[]> resized(SqlType<float[]> type, int dimensions) {
        return VectorKind.plain(type) instanceof HalfVectorType
                ? new HalfVectorType(dimensions)
                : new VectorType(dimensions);
    }

    private static Expression<BitVector> bound(Expression<BitVector> vector, BitVector query) {
        VectorKind.check(vector, query);
        return new Bind<>(vector.type(), query);
    }
}
