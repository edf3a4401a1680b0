package dev.azoth.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sparse vectors and vectors of bits, as values. */
class VectorValuesTest {
    @Test
    void aSparseVectorIsWhatIsNotZero() {
        SparseVector vector = SparseVector.of(5, new int[] {0, 2, 3}, new float[] {1.5f, -2, 0});
        assertThat(vector)
                .isEqualTo(SparseVector.of(5, Map.of(2, -2f, 0, 1.5f)))
                .isEqualTo(SparseVector.of(new float[] {1.5f, 0, -2, 0, 0}))
                .hasSameHashCodeAs(SparseVector.of(new float[] {1.5f, 0, -2, 0, 0}))
                .isNotEqualTo(SparseVector.of(6, Map.of(2, -2f, 0, 1.5f)))
                .hasToString("{1:1.5,3:-2.0}/5");
        assertThat(vector.toArray()).containsExactly(1.5f, 0, -2, 0, 0);
        assertThat(vector.nonZeros()).isEqualTo(2);
        assertThat(SparseVector.of(3, Map.of())).hasToString("{}/3");
    }

    @Test
    void aSparseVectorDoesNotChange() {
        int[] indices = {1};
        float[] values = {2};
        SparseVector vector = SparseVector.of(3, indices, values);
        indices[0] = 2;
        values[0] = 3;
        vector.indices()[0] = 0;
        vector.values()[0] = 9;
        assertThat(vector).isEqualTo(SparseVector.of(3, Map.of(1, 2f)));
    }

    @Test
    void indicesAscendAndAreThere() {
        assertThatThrownBy(() -> SparseVector.of(3, new int[] {1, 1}, new float[] {1, 2}))
                .hasMessage("index 1 after 1 in a vector of 3 dimensions: indices ascend, from 0");
        assertThatThrownBy(() -> SparseVector.of(3, Map.of(3, 1f)))
                .hasMessage("index 3 after -1 in a vector of 3 dimensions: indices ascend, from 0");
        assertThatThrownBy(() -> SparseVector.of(3, Map.of(-1, 1f)))
                .hasMessage("index -1 after -1 in a vector of 3 dimensions: indices ascend, from 0");
        assertThatThrownBy(() -> SparseVector.of(3, new int[] {1}, new float[0]))
                .hasMessage("1 indices for 0 values");
    }

    @Test
    void bitsAreComparedByContent() {
        BitVector bits = BitVector.of("10110000111");
        assertThat(bits)
                .isEqualTo(BitVector.of(11, new byte[] {(byte) 0xB0, (byte) 0xE0}))
                .isEqualTo(BitVector.of(11, new byte[] {(byte) 0xB0, (byte) 0xFF})) // what is left over is no bit
                .isNotEqualTo(BitVector.of("101100001110"))
                .hasToString("10110000111");
        assertThat(bits.get(2)).isTrue();
        assertThat(bits.get(4)).isFalse();
        assertThatThrownBy(() -> bits.get(11)).hasMessage("bit 11 of 11");
        assertThat(BitVector.quantized(new float[] {1, 0, -0f, 1e-30f, -1})).hasToString("10010");
        assertThatThrownBy(() -> BitVector.of("10x")).hasMessage("character 2 of a text of bits is 'x', not 0 or 1");
        assertThatThrownBy(() -> BitVector.of(9, new byte[1])).hasMessage("9 bits in 1 bytes");
    }
}
