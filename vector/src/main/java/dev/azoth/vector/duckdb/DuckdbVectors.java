package dev.azoth.vector.duckdb;

import dev.azoth.sql.SqlOutput;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorDistance;
import dev.azoth.vector.VectorStorage;
import dev.azoth.vector.VectorType;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code FLOAT[384]}, an array of a fixed size. */
public final class DuckdbVectors implements VectorStorage {
    private static final Pattern DECLARATION = Pattern.compile("FLOAT\\[(\\d+)\\]");

    /** For the service loader. */
    public DuckdbVectors() {}

    @Override
    public boolean serves(ServerInfo server) {
        return server.dialect().equals("duckdb");
    }

    @Override
    public TypeCodec<float[]> codec(VectorType type, ServerInfo server, TypeCodecs codecs) {
        return DuckdbVectorCodec.of(type.dimensions());
    }

    @Override
    public OptionalInt dimensions(String declaration) {
        Matcher matcher = DECLARATION.matcher(declaration);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    @Override
    public boolean computes(Metric metric) {
        return true;
    }

    @Override
    public void distance(VectorDistance distance, SqlOutput out) {
        String function = switch (distance.metric()) {
            case COSINE -> "array_cosine_distance(";
            case L2 -> "array_distance(";
            case INNER_PRODUCT -> "array_negative_inner_product(";
            case L1 -> "list_sum([abs(pair[1] - pair[2]) FOR pair IN list_zip(";
        };
        out.sql(function)
                .argument(distance.left())
                .sql(", ")
                .argument(distance.right())
                .sql(distance.metric() == Metric.L1 ? ")])" : ")");
    }
}
