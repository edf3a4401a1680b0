package dev.azoth.vector;

import dev.azoth.engine.Engine;
import dev.azoth.sql.Bind;
import dev.azoth.sql.Expression;
import dev.azoth.type.SqlType;

/**
 * Vector columns and the distances between vectors; to be imported statically.
 *
 * <pre>{@code
 * final Column<float[]> embedding = column("embedding", vector(384)).notNull();
 * …
 * select(doc).orderBy(cosineDistance(doc.embedding, query)).limit(5)
 * }</pre>
 *
 * <p>Where a column has an index for the metric, the database uses it for {@code orderBy(distance).limit(n)}, with nothing around the
 * distance and in ascending order only.
 */
public final class Vectors {
    private Vectors() {}

    /** Vectors of so many dimensions. */
    public static SqlType<float[]> vector(int dimensions) {
        return new VectorType(dimensions);
    }

    /** Vectors of so many dimensions, whose elements are stored in 16 bits; see {@link HalfVectorType}. */
    public static SqlType<float[]> halfVector(int dimensions) {
        return new HalfVectorType(dimensions);
    }

    /** Vectors of so many dimensions, most of whose elements are zero. */
    public static SqlType<SparseVector> sparseVector(int dimensions) {
        return new SparseVectorType(dimensions);
    }

    /** Vectors of so many bits; see {@link VectorFunctions#hammingDistance} for their distances. */
    public static SqlType<BitVector> bitVector(int length) {
        return new BitVectorType(length);
    }

    /**
     * Makes a database ready for vector columns, before tables with such columns are created: on some it must be extended. Where that was
     * done, or nothing needs to be, it does nothing. Safe when many do it at once.
     *
     * @throws dev.azoth.InvalidRequestException if the server cannot be extended by this user, saying what has to be run
     */
    public static void install(Engine engine) {
        VectorStorage.of(engine.server()).install(engine, Creation.CREATE);
    }

    /** One minus the cosine of the angle between both; see {@link Metric#COSINE}. */
    public static Expression<Double> cosineDistance(Expression<float[]> vector, float[] query) {
        return distance(Metric.COSINE, vector, query);
    }

    /** The length of the line between both; see {@link Metric#L2}. */
    public static Expression<Double> l2Distance(Expression<float[]> vector, float[] query) {
        return distance(Metric.L2, vector, query);
    }

    /** The inner product with its sign turned, so that a smaller one is nearer; see {@link Metric#INNER_PRODUCT}. */
    public static Expression<Double> innerProductDistance(Expression<float[]> vector, float[] query) {
        return distance(Metric.INNER_PRODUCT, vector, query);
    }

    /** The inner product itself. To find the nearest, sort by {@link #innerProductDistance}, which an index serves. */
    public static Expression<Double> innerProduct(Expression<float[]> vector, float[] query) {
        return innerProductDistance(vector, query).negate();
    }

    /** The sum of the differences of the elements; see {@link Metric#L1}. */
    public static Expression<Double> l1Distance(Expression<float[]> vector, float[] query) {
        return distance(Metric.L1, vector, query);
    }

    /**
     * The distance by any metric.
     *
     * @throws IllegalArgumentException if the query has other dimensions than the column, or is not of numbers; the message has the names of
     *     table and column
     */
    public static Expression<Double> distance(Metric metric, Expression<float[]> vector, float[] query) {
        VectorKind.check(vector, query);
        metric.check(query, VectorKind.place(vector));
        return new VectorDistance(metric, vector, new Bind<>(vector.type(), query));
    }

    /** The distance between two vectors of the same row, or of rows joined. */
    public static Expression<Double> distance(Metric metric, Expression<float[]> left, Expression<float[]> right) {
        return new VectorDistance(metric, left, right);
    }

    /**
     * The distance of sparse vectors, by any metric.
     *
     * @throws IllegalArgumentException if the query has other dimensions than the column, or is not of numbers; the message has the names of
     *     table and column
     */
    public static Expression<Double> distance(Metric metric, Expression<SparseVector> vector, SparseVector query) {
        VectorKind.check(vector, query);
        metric.check(query.values(), VectorKind.place(vector));
        return new VectorDistance(metric, vector, new Bind<>(vector.type(), query));
    }
}
