package dev.azoth.vector;

import dev.azoth.schema.Column;
import dev.azoth.schema.CustomIndex;
import dev.azoth.schema.Table;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.SqlOutput;
import dev.azoth.type.ServerInfo;
import java.util.List;
import java.util.Optional;

/**
 * A vector column with an index for one metric, which {@code createAll} makes with the table; and the distance that this index serves.
 *
 * <pre>{@code
 * final IndexedVector near = IndexedVector.of(embedding, Metric.COSINE).on(this);
 * …
 * select(doc.id).orderBy(doc.near.distance(query)).limit(5)
 * }</pre>
 *
 * <p>An index holds the vectors themselves where it can. pgvector indexes up to 2000 numbers of 32 bits; of more dimensions it has an index of the same vectors in 16 bits, of more than 4000 one of the bits of
 * {@link VectorFunctions#binaryQuantize}, and the distance is written so that the index serves it. That of bits is the Hamming distance of the bits, whatever the metric: sort some
 * hundred that it finds by {@link Vectors#distance}.
 *
 * <p>Databases without such indexes create the table without it and look at all vectors. Immutable.
 *
 * @param column the column
 * @param metric how near is meant
 * @param method how the index finds near vectors
 * @param form   what of the vectors is in it
 * @param where  the rows that are in it, where not all are; a query must say the same to be served
 */
public record IndexedVector(
        Column<float[]> column, Metric metric, VectorIndex method, IndexForm form, Optional<Condition> where)
        implements CustomIndex {
    /** Checks that the vectors have what is to be in the index. */
    public IndexedVector {
        form.check(column);
    }

    /** All vectors of a column in an HNSW index of the usual size, in the form that the number of their dimensions asks for. */
    public static IndexedVector of(Column<float[]> column, Metric metric) {
        return new IndexedVector(column, metric, VectorIndex.hnsw(), IndexForm.of(column), Optional.empty());
    }

    /** The same with another method. */
    public IndexedVector by(VectorIndex other) {
        return new IndexedVector(column, metric, other, form, where);
    }

    /** The same with something else of the vectors in it. */
    public IndexedVector as(IndexForm other) {
        return new IndexedVector(column, metric, method, other, where);
    }

    /** The same with some rows in it: those of a tenant, say. Constants are written into the condition. */
    public IndexedVector where(Expression<Boolean> condition) {
        return new IndexedVector(column, metric, method, form, Optional.of(Condition.of(condition)));
    }

    /** Has the index created with a table, under a name of its own. */
    public IndexedVector on(Table table) {
        table.index(null, List.of(column), this);
        return this;
    }

    /** Has the index created with a table, under this name. */
    public IndexedVector on(Table table, String name) {
        table.index(name, List.of(column), this);
        return this;
    }

    /**
     * The distance to a vector, such that {@code orderBy(distance).limit(n)} is served by the index.
     *
     * @throws IllegalArgumentException if the query has other dimensions than the column, or is not of numbers; the message has the names of
     *     table and column
     */
    public Expression<Double> distance(float[] query) {
        VectorKind.check(column, query);
        return form.distance(metric, column, query);
    }

    @Override
    public boolean isFor(ServerInfo server) {
        return !(method instanceof VectorIndex.None)
                && VectorStorage.of(server).indexKind(this).isPresent();
    }

    @Override
    public String kind(ServerInfo server) {
        return VectorStorage.of(server).indexKind(this).orElse("INDEX");
    }

    @Override
    public void render(SqlOutput out) {
        VectorStorage.of(out.server()).index(this, out);
    }
}
