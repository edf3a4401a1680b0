package dev.azoth.vector;

import java.util.Arrays;

/** A vector of bits: one that is {@linkplain #quantized quantized}, or a fingerprint. Immutable. */
public final class BitVector {
    private final int length;
    private final byte[] bytes;

    private BitVector(int length, byte[] bytes) {
        this.length = length;
        this.bytes = bytes;
    }

    /**
     * The bits of a text of 0 and 1.
     *
     * @throws IllegalArgumentException naming the first other character
     */
    public static BitVector of(String bits) {
        byte[] bytes = new byte[(bits.length() + 7) / 8];
        for (int i = 0; i < bits.length(); i++) {
            char bit = bits.charAt(i);
            if (bit != '0' && bit != '1') {
                throw new IllegalArgumentException(
                        "character " + i + " of a text of bits is '" + bit + "', not 0 or 1");
            }
            set(bytes, i, bit == '1');
        }
        return new BitVector(bits.length(), bytes);
    }

    /**
     * So many bits, the first of each byte its highest.
     *
     * @param bytes one for each eight of them; those that are left over in the last one are taken for 0
     */
    public static BitVector of(int length, byte[] bytes) {
        if (bytes.length != (length + 7) / 8) {
            throw new IllegalArgumentException(length + " bits in " + bytes.length + " bytes");
        }
        byte[] copy = bytes.clone();
        if (length % 8 != 0) {
            copy[copy.length - 1] &= (byte) (0xFF << (8 - length % 8));
        }
        return new BitVector(length, copy);
    }

    /** A bit for each element of a vector: 1 where it is above zero, as pgvector's {@code binary_quantize} has it. */
    public static BitVector quantized(float[] vector) {
        byte[] bytes = new byte[(vector.length + 7) / 8];
        for (int i = 0; i < vector.length; i++) {
            set(bytes, i, vector[i] > 0);
        }
        return new BitVector(vector.length, bytes);
    }

    private static void set(byte[] bytes, int index, boolean bit) {
        if (bit) {
            bytes[index / 8] |= (byte) (0x80 >>> (index % 8));
        }
    }

    /** How many bits they are. */
    public int length() {
        return length;
    }

    /** A bit, by its index from 0. */
    public boolean get(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("bit " + index + " of " + length);
        }
        return (bytes[index / 8] & (0x80 >>> (index % 8))) != 0;
    }

    /** The bits, the first of each byte its highest; a copy. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BitVector same && length == same.length && Arrays.equals(bytes, same.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * length + Arrays.hashCode(bytes);
    }

    /** The bits as 0 and 1. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(get(i) ? '1' : '0');
        }
        return out.toString();
    }
}
