package dev.azoth.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VectorTypeTest {
    private final VectorType type = new VectorType(2);

    @Test
    void isComparedAndCopiedByContent() {
        float[] vector = {1, 2};
        float[] copy = type.copy(vector);
        assertThat(type.same(vector, copy)).isTrue();
        vector[0] = 3;
        assertThat(type.same(vector, copy)).isFalse();
    }

    @Test
    void typesOfTheSameDimensionsAreTheSameType() {
        assertThat(Vectors.vector(2)).isEqualTo(type).isNotEqualTo(Vectors.vector(3));
    }

    @Test
    void refusesWhatNoDatabaseStores() {
        assertThatThrownBy(() -> new VectorType(0)).hasMessage("a vector has at least one dimension, not 0");
        assertThatThrownBy(() -> type.check(new float[3], "docs.embedding"))
                .hasMessage("docs.embedding takes vectors of 2 dimensions, and this one has 3");
        assertThatThrownBy(() -> type.check(new float[] {1, Float.NaN}, "docs.embedding"))
                .hasMessage("docs.embedding takes finite numbers, and element 1 of this vector of 2 is NaN");
        assertThatThrownBy(() -> type.check(new float[] {Float.NEGATIVE_INFINITY, 1}, "docs.embedding"))
                .hasMessage("docs.embedding takes finite numbers, and element 0 of this vector of 2 is -Infinity");
    }
}
