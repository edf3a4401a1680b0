package dev.azoth.dialect.postgresql;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.function.Function;

/**
 * How values of a type are written as bytes, as the server's {@code …recv} functions read them.
 *
 * @param oid   the number of the type in the server's catalog; 0 if it differs from server to server
 * @param types the names of the types that read these bytes
 * @param write a value that is not null
 */
record BinaryForm<T>(int oid, Set<String> types, Function<T, byte[]> write) {
    static <T> BinaryForm<T> of(int oid, String type, Function<T, byte[]> write) {
        return new BinaryForm<>(oid, Set.of(type), write);
    }

    /** The same bytes for another class. */
    <U> BinaryForm<U> from(Function<? super U, ? extends T> convert) {
        return new BinaryForm<>(oid, types, value -> write.apply(convert.apply(value)));
    }

    static byte[] ofLong(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    static byte[] ofInt(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    static byte[] ofShort(short value) {
        return ByteBuffer.allocate(Short.BYTES).putShort(value).array();
    }
}
