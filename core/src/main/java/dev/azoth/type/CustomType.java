package dev.azoth.type;

/**
 * A type of one's own, which knows how each database stores it.
 *
 * <p>Implementations are values: {@code equals} and {@code hashCode} must be those of the type, since statements are cached by them.
 */
public non-sealed interface CustomType<T> extends SqlType<T> {
    /**
     * How a server stores the type.
     *
     * @param server the server that a statement is compiled for
     * @param codecs the dialect's codecs, to build on
     * @throws dev.azoth.CompileException if this server cannot store it
     */
    TypeCodec<T> codec(ServerInfo server, TypeCodecs codecs);
}
