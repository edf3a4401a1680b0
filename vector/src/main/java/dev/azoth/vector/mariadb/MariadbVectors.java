package dev.azoth.vector.mariadb;

import dev.azoth.CompileException;
import dev.azoth.sql.SqlOutput;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.type.Types;
import dev.azoth.vector.IndexForm;
import dev.azoth.vector.IndexedVector;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorDistance;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.VectorStorage;
import dev.azoth.vector.VectorType;
import dev.azoth.vector.portable.BytesCodec;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code VECTOR(n)}, whose values are bytes as {@link dev.azoth.vector.portable.LittleEndian} has them. */
public final class MariadbVectors implements VectorStorage {
    private static final Pattern DECLARATION = Pattern.compile("VECTOR\\((\\d+)\\)");

    /** For the service loader. */
    public MariadbVectors() {}

    @Override
    public boolean serves(ServerInfo server) {
        return server.dialect().equals("mariadb");
    }

    @Override
    public TypeCodec<float[]> codec(VectorType type, ServerInfo server, TypeCodecs codecs) {
        if (!server.atLeast(11, 7)) {
            throw new CompileException(server.product() + " has no type VECTOR: it came with MariaDB 11.7");
        }
        return new BytesCodec(type.name(), codecs.codec(Types.BLOB));
    }

    @Override
    public OptionalInt dimensions(String declaration) {
        Matcher matcher = DECLARATION.matcher(declaration);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** One index of a table, of all vectors of a column that has no nulls, by HNSW, for the distances that the server computes. */
    @Override
    public Optional<String> indexKind(IndexedVector index) {
        boolean served = index.method() instanceof VectorIndex.Hnsw
                && index.form() instanceof IndexForm.Itself
                && index.where().isEmpty()
                && computes(index.metric());
        return served ? Optional.of("VECTOR INDEX") : Optional.empty();
    }

    @Override
    public void index(IndexedVector index, SqlOutput out) {
        int m = index.method() instanceof VectorIndex.Hnsw hnsw ? hnsw.m() : 6;
        out.sql(" (")
                .identifier(index.column().name())
                .sql(") M=" + m + " DISTANCE=" + (index.metric() == Metric.COSINE ? "cosine" : "euclidean"));
    }

    @Override
    public boolean computes(Metric metric) {
        return metric == Metric.COSINE || metric == Metric.L2;
    }

    @Override
    public void distance(VectorDistance distance, SqlOutput out) {
        String function = switch (distance.metric()) {
            case COSINE -> "VEC_DISTANCE_COSINE(";
            case L2 -> "VEC_DISTANCE_EUCLIDEAN(";
            case INNER_PRODUCT, L1 -> throw out.unsupported(distance.metric().label() + " distance");
        };
        out.sql(function)
                .argument(distance.left())
                .sql(", ")
                .argument(distance.right())
                .sql(")");
    }
}
