package dev.azoth.type;

import java.util.Arrays;

/**
 * Bytes.
 *
 * <p>A {@code byte[]} can change: it is copied for the change check and compared by content.
 *
 * @param length the most bytes, or 0 for no limit
 */
public record BinaryType(int length) implements SqlType<byte[]> {
    @Override
    public Class<byte[]> javaType() {
        return byte[].class;
    }

    @Override
    public String name() {
        return length == 0 ? "BLOB" : "VARBINARY(" + length + ")";
    }

    @Override
    public boolean same(byte[] left, byte[] right) {
        return Arrays.equals(left, right);
    }

    @Override
    public byte[] copy(byte[] value) {
        return value.clone();
    }
}
