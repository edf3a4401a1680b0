package dev.azoth.vector.postgresql;

import dev.azoth.CompileException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Index;
import dev.azoth.sql.SqlOutput;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.vector.BitVector;
import dev.azoth.vector.BitVectorType;
import dev.azoth.vector.Creation;
import dev.azoth.vector.HalfVectorType;
import dev.azoth.vector.IndexBuild;
import dev.azoth.vector.IndexedVector;
import dev.azoth.vector.Metric;
import dev.azoth.vector.SparseVector;
import dev.azoth.vector.SparseVectorType;
import dev.azoth.vector.VectorCall;
import dev.azoth.vector.VectorDistance;
import dev.azoth.vector.VectorStorage;
import dev.azoth.vector.VectorType;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** pgvector's type and operators, with its schema in front. */
public final class PgVectors implements VectorStorage {
    private static final int MOST_DIMENSIONS = 16_000;
    private static final int MOST_SPARSE_DIMENSIONS = 1_000_000_000;
    private static final Pattern DECLARATION =
            Pattern.compile("(?:.*\\.)?\"?(?:VECTOR|HALFVEC|SPARSEVEC)\"?\\((\\d+)\\)");

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
        return codec(VectorForm.FORM, type.dimensions(), MOST_DIMENSIONS, server);
    }

    @Override
    public TypeCodec<float[]> codec(HalfVectorType type, ServerInfo server, TypeCodecs codecs) {
        return codec(HalfvecForm.FORM, type.dimensions(), MOST_DIMENSIONS, server);
    }

    @Override
    public TypeCodec<SparseVector> codec(SparseVectorType type, ServerInfo server, TypeCodecs codecs) {
        return codec(SparsevecForm.FORM, type.dimensions(), MOST_SPARSE_DIMENSIONS, server);
    }

    private static <T> TypeCodec<T> codec(PgForm<T> form, int dimensions, int most, ServerInfo server) {
        if (dimensions > most) {
            throw new CompileException(server.product() + " has no " + form.type() + "(" + dimensions
                    + "): pgvector stores up to " + most + " dimensions");
        }
        return new PgCodec<>(form, dimensions, PgvectorExtension.schema(server));
    }

    @Override
    public TypeCodec<BitVector> codec(BitVectorType type, ServerInfo server, TypeCodecs codecs) {
        return new PgBitCodec(type.length());
    }

    @Override
    public Optional<String> indexKind(IndexedVector index) {
        return Optional.of("INDEX");
    }

    @Override
    public void index(IndexedVector index, SqlOutput out) {
        PgIndex.write(index, out);
    }

    @Override
    public boolean build(Engine engine, Index index, IndexBuild how) {
        return new PgIndexBuild(engine, index, how).run();
    }

    @Override
    public boolean hasAllKinds() {
        return true;
    }

    @Override
    public void call(VectorCall<?> call, SqlOutput out) {
        PgFunctions.write(call, out);
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
