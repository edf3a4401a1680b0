package dev.azoth.vector;

import dev.azoth.CompileException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Index;
import dev.azoth.sql.SqlOutput;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one database stores vectors and computes their distances. Found through {@link java.util.ServiceLoader}; the built-in ones have no
 * privilege that another lacks.
 *
 * <p>Implementations have no state and are used by many threads.
 */
public interface VectorStorage {
    /** The storage for a server: the first that serves it, else the one for all others. */
    static VectorStorage of(ServerInfo server) {
        return KnownStorages.of(server);
    }

    /** Whether it knows this server. */
    boolean serves(ServerInfo server);

    /** Whether it is for servers that no other storage knows. */
    default boolean isForOthers() {
        return false;
    }

    /**
     * Makes a database ready for vector columns.
     *
     * @throws dev.azoth.InvalidRequestException if it is not ready and {@code creation} or the user's rights do not allow to make it so
     */
    default void install(Engine engine, Creation creation) {}

    /**
     * How a vector is stored. A storage that lacks the distance of some metric stores 32-bit floating-point numbers, little endian, and gives
     * them as they are to {@link java.sql.ResultSet#getBytes(int)}.
     *
     * @throws dev.azoth.CompileException if the server cannot store it
     */
    TypeCodec<float[]> codec(VectorType type, ServerInfo server, TypeCodecs codecs);

    /** How a vector of numbers of 16 bits is stored; as bytes where the server has no type for it. */
    default TypeCodec<float[]> codec(HalfVectorType type, ServerInfo server, TypeCodecs codecs) {
        return VectorBytes.half(type, codecs);
    }

    /** How a sparse vector is stored; as bytes where the server has no type for it. */
    default TypeCodec<SparseVector> codec(SparseVectorType type, ServerInfo server, TypeCodecs codecs) {
        return VectorBytes.sparse(codecs);
    }

    /** How a vector of bits is stored; as bytes where the server has no type that is compared by distances. */
    default TypeCodec<BitVector> codec(BitVectorType type, ServerInfo server, TypeCodecs codecs) {
        return VectorBytes.bits(type, codecs);
    }

    /** Whether the server has types for all kinds of vectors, and computes their distances. */
    default boolean hasAllKinds() {
        return false;
    }

    /**
     * Writes what is computed of vectors beside their distances.
     *
     * @throws dev.azoth.CompileException if the server does not compute it
     */
    default void call(VectorCall<?> call, SqlOutput out) {
        throw out.unsupported(call.function().label());
    }

    /** The words between {@code CREATE} and the name of an index of vectors; empty where the server has no such index, and looks at all vectors. */
    default Optional<String> indexKind(IndexedVector index) {
        return Optional.empty();
    }

    /**
     * Writes what follows the table's name in the statement that makes an index.
     *
     * @throws dev.azoth.CompileException if the server cannot index such vectors, saying why
     */
    default void index(IndexedVector index, SqlOutput out) {
        throw out.unsupported("index of vectors");
    }

    /**
     * Builds an index of a table that is there, or replaces what a build that failed left.
     *
     * @return false if it was there
     * @throws dev.azoth.CompileException if the server cannot
     */
    default boolean build(Engine engine, Index index, IndexBuild how) {
        throw new CompileException(engine.server().product()
                + " builds no indexes of vectors on tables that are there, as " + index.name());
    }

    /**
     * The dimensions of a column, by its declaration as the inspector gives it; empty where it does not tell.
     *
     * @param declaration in upper case, such as {@code VECTOR(384)}
     */
    OptionalInt dimensions(String declaration);

    /** Whether the server computes the distances of a metric. */
    default boolean computes(Metric metric) {
        return false;
    }

    /**
     * Writes a distance.
     *
     * @throws dev.azoth.CompileException if the server does not compute it
     */
    default void distance(VectorDistance distance, SqlOutput out) {
        throw out.unsupported(distance.metric().label() + " distance: a DocumentStore computes it in Java");
    }
}
