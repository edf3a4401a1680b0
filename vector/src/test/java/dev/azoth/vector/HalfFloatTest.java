package dev.azoth.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers of 16 bits, all of them, and what lies between two of them. */
class HalfFloatTest {
    private static final int NUMBERS = 1 << 16;
    private static final int LARGEST = 0x7BFF;

    private static boolean isNan(int half) {
        return (half & 0x7FFF) > 0x7C00;
    }

    @Test
    void eachComesBackAsItWas() {
        for (int half = 0; half < NUMBERS; half++) {
            float number = HalfFloat.toFloat((short) half);
            if (isNan(half)) {
                assertThat(number).isNaN();
                assertThat(HalfFloat.toFloat(HalfFloat.of(number))).isNaN();
            } else {
                assertThat((int) HalfFloat.of(number) & 0xFFFF).isEqualTo(half);
            }
        }
    }

    @Test
    void eachIsWhatTheStandardSays() {
        for (int half = 0; half < 0x7C00; half++) {
            int exponent = half >>> 10;
            int fraction = half & 0x3FF;
            double expected =
                    exponent == 0 ? fraction * Math.pow(2, -24) : (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
            assertThat((double) HalfFloat.toFloat((short) half)).isEqualTo(expected);
            assertThat((double) HalfFloat.toFloat((short) (half | 0x8000))).isEqualTo(-expected);
        }
        assertThat(HalfFloat.toFloat((short) 0x7C00)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(HalfFloat.toFloat((short) 0xFC00)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(HalfFloat.toFloat((short) LARGEST)).isEqualTo(HalfFloat.MAX);
    }

    @Test
    void whatLiesBetweenTwoIsRoundedToTheNearerOrTheEvenOne() {
        for (int half = 0; half < LARGEST; half++) {
            float lower = HalfFloat.toFloat((short) half);
            float middle = (lower + HalfFloat.toFloat((short) (half + 1))) / 2;
            int even = half % 2 == 0 ? half : half + 1;
            assertThat((int) HalfFloat.of(middle)).isEqualTo(even);
            assertThat((int) HalfFloat.of(Math.nextDown(middle))).isEqualTo(half);
            assertThat((int) HalfFloat.of(Math.nextUp(middle))).isEqualTo(half + 1);
            assertThat(HalfFloat.of(-middle) & 0xFFFF).isEqualTo(even | 0x8000);
        }
    }

    @Test
    void whatIsTooLargeIsInfinite() {
        assertThat(HalfFloat.rounded(Math.nextDown(65520f))).isEqualTo(65504f);
        assertThat(HalfFloat.rounded(65520f)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(HalfFloat.rounded(-Float.MAX_VALUE)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(HalfFloat.rounded(Float.NaN)).isNaN();
        assertThat(HalfFloat.rounded(1e-8f)).isZero();
    }

    @Test
    void newerVersionsOfJavaSayTheSame() throws ReflectiveOperationException {
        Method theirs;
        try {
            theirs = Float.class.getMethod("floatToFloat16", float.class);
        } catch (NoSuchMethodException none) {
            return; // it came with 20
        }
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            float number = Float.intBitsToFloat(random.nextInt());
            if (!Float.isNaN(number)) {
                assertThat(HalfFloat.of(number)).isEqualTo(theirs.invoke(null, number));
            }
        }
    }
}
