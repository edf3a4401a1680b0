package dev.azoth.type;

/** Gives each type its codec; one for each dialect and server. */
public interface TypeCodecs {
    /**
     * The codec of a type.
     *
     * @throws dev.azoth.CompileException if the dialect cannot store the type
     */
    <T> TypeCodec<T> codec(SqlType<T> type);
}
