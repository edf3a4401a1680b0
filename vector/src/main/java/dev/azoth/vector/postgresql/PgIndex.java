package dev.azoth.vector.postgresql;

import dev.azoth.CompileException;
import dev.azoth.sql.Expression;
import dev.azoth.sql.SqlOutput;
import dev.azoth.vector.BitVectorType;
import dev.azoth.vector.HalfVectorType;
import dev.azoth.vector.IndexForm;
import dev.azoth.vector.IndexedVector;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.VectorType;

/** pgvector's indexes: {@code USING hnsw (embedding vector_cosine_ops) WITH (m = 16, ef_construction = 64)}. */
final class PgIndex {
    private PgIndex() {}

    static void write(IndexedVector index, SqlOutput out) {
        Expression<?> indexed = index.form().expression(index.column());
        String operators = operators(index, indexed);
        boolean flat = index.method() instanceof VectorIndex.IvfFlat;
        if (flat && index.metric() == Metric.L1 && !(index.form() instanceof IndexForm.Bits)) {
            throw new CompileException("pgvector has no ivfflat index for the l1 distance, which " + place(index)
                    + " asks for: use VectorIndex.hnsw()");
        }
        out.sql(flat ? " USING ivfflat (" : " USING hnsw (");
        if (indexed == index.column()) {
            out.identifier(index.column().name());
        } else {
            out.sql("(").argument(indexed).sql(")");
        }
        out.sql(" " + PgvectorExtension.name(out.server(), operators) + ")");
        if (index.method() instanceof VectorIndex.Hnsw hnsw) {
            out.sql(" WITH (m = " + hnsw.m() + ", ef_construction = " + hnsw.efConstruction() + ")");
        } else if (index.method() instanceof VectorIndex.IvfFlat lists) {
            out.sql(" WITH (lists = " + lists.lists() + ")");
        }
        index.where().ifPresent(condition -> out.sql(" WHERE ").argument(condition));
    }

    private static String operators(IndexedVector index, Expression<?> indexed) {
        if (indexed.type() instanceof BitVectorType bits) {
            check(index, bits.length(), IndexForm.MOST_BITS, "bits");
            return "bit_hamming_ops";
        } else if (indexed.type() instanceof HalfVectorType half) {
            check(index, half.dimensions(), IndexForm.MOST_HALVES, "numbers of 16 bits");
            return operators("halfvec", index.metric());
        }
        int dimensions = indexed.type() instanceof VectorType vector ? vector.dimensions() : 0;
        check(index, dimensions, IndexForm.MOST_FLOATS, "numbers of 32 bits");
        return operators("vector", index.metric());
    }

    private static void check(IndexedVector index, int dimensions, int most, String of) {
        if (dimensions > most) {
            throw new CompileException("pgvector indexes vectors of at most " + most + " " + of + ", and "
                    + place(index) + " has " + dimensions + ": index it as "
                    + (dimensions <= IndexForm.MOST_HALVES ? "IndexForm.halves()" : "IndexForm.bits()"));
        }
    }

    private static String place(IndexedVector index) {
        return index.column().table() + "." + index.column().name();
    }

    /** The class of operators for a metric, of a type. */
    static String operators(String type, Metric metric) {
        return switch (metric) {
            case COSINE -> type + "_cosine_ops";
            case L2 -> type + "_l2_ops";
            case INNER_PRODUCT -> type + "_ip_ops";
            case L1 -> type + "_l1_ops";
        };
    }
}
