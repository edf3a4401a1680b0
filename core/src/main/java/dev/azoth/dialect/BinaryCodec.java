package dev.azoth.dialect;

import dev.azoth.type.TypeCodec;

/** A codec that knows the form in which a server sends and takes values as bytes; such values can be loaded by PostgreSQL's COPY. */
public interface BinaryCodec<T> extends TypeCodec<T> {
    /** The server's name of the type, without its schema. */
    String binaryType();

    /** A value in the server's binary form. */
    byte[] binary(T value);
}
