package dev.azoth.vector.postgresql;

import dev.azoth.vector.BitVector;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** {@code bit}, which is the server's own: the number of bits, and the bits, the first of each byte its highest. */
final class BitForm implements PgForm<BitVector> {
    static final BitForm FORM = new BitForm();

    private BitForm() {}

    @Override
    public String type() {
        return "bit";
    }

    @Override
    public int length(BitVector value) {
        return Integer.BYTES + (value.length() + 7) / 8;
    }

    @Override
    public void write(BitVector value, ByteBuffer out) {
        out.putInt(value.length()).put(value.toBytes());
    }

    @Override
    public BitVector read(ByteBuffer in) {
        int length = in.getInt();
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return BitVector.of(length, bytes);
    }

    /** No vector has as many bits as one whose number began with such a byte. */
    @Override
    public boolean isText(byte[] value) {
        return value.length == 0 || value[0] == '0' || value[0] == '1';
    }

    @Override
    public BitVector parse(byte[] text) {
        return BitVector.of(new String(text, StandardCharsets.US_ASCII));
    }

    @Override
    public String text(BitVector value) {
        return value.toString();
    }
}
