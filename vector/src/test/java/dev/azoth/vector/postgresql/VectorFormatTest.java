package dev.azoth.vector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class VectorFormatTest {
    private static final float[] VECTOR = {1, 2, -0.5f};
    private static final byte[] BYTES = HexFormat.of().parseHex("000300003f80000040000000bf000000");

    @Test
    void writesWhatVectorSendWrites() {
        ByteBuffer out = ByteBuffer.allocate(VectorFormat.length(VECTOR));
        VectorFormat.write(VECTOR, out);
        assertThat(out.array()).isEqualTo(BYTES);
        assertThat(out.hasRemaining()).isFalse();
    }

    @Test
    void readsWhatVectorSendWrites() {
        assertThat(VectorFormat.read(ByteBuffer.wrap(BYTES))).containsExactly(VECTOR);
    }

    @Test
    void refusesWhatIsCutOff() {
        assertThatThrownBy(() -> VectorFormat.read(ByteBuffer.wrap(BYTES, 0, 12)))
                .hasMessage("a vector of 3 dimensions in 8 bytes: not pgvector's format");
    }

    @Test
    void noVectorInBinaryFormLooksLikeText() {
        assertThat(VectorText.isText(BYTES)).isFalse();
        ByteBuffer longest = ByteBuffer.allocate(4 + 16_000 * 4);
        VectorFormat.write(new float[16_000], longest);
        assertThat(VectorText.isText(longest.array())).isFalse();
    }
}
