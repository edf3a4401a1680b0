package dev.azoth.vector.postgresql;

import dev.azoth.engine.Engine;
import dev.azoth.sql.SqlOutput;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.vector.Creation;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorDistance;
import dev.azoth.vector.VectorStorage;
import dev.azoth.vector.VectorType;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** pgvector's type and operators, with its schema in front. */
public final class PgVectors implements VectorStorage {
    private static final Pattern DECLARATION = Pattern.compile("(?:.*\\.)?\"?VECTOR\"?\\((\\d+)\\)");

    /** For the service loader. */
    public PgVectors() {}

    @Override
    public boolean serves(ServerInfo server) {
        return server.dialect().equals("postgresql");
    }

    @Override
    public void install(Engine engine, Creation creation) {
        new PgvectorInstallation(engine).install(creation);
    }

    @Override
    public TypeCodec<float[]> codec(VectorType type, ServerInfo server, TypeCodecs codecs) {
        return new PgVectorCodec(type, PgvectorExtension.schema(server));
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
        out.operand(distance.left());
        out.sql(" OPERATOR(" + PgvectorExtension.name(out.server(), operator(distance.metric())) + ") ");
        out.operand(distance.right());
    }

    private static String operator(Metric metric) {
        return switch (metric) {
            case COSINE -> "<=>";
            case L2 -> "<->";
            case INNER_PRODUCT -> "<#>";
            case L1 -> "<+>";
        };
    }
}
