package dev.azoth.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTest {
    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 2};
    private static final float[] WEST = {-3, 0};

    @Test
    void cosineIsOfTheDirectionAlone() {
        assertThat(Metric.COSINE.distance(EAST, NORTH)).isEqualTo(1);
        assertThat(Metric.COSINE.distance(EAST, WEST)).isEqualTo(2);
        assertThat(Metric.COSINE.distance(WEST, new float[] {-1, 0})).isZero();
        assertThat(Metric.COSINE.similarity(2)).isEqualTo(-1);
    }

    @Test
    void othersAreOfTheLengthToo() {
        assertThat(Metric.L2.distance(new float[] {0, 0}, new float[] {3, 4})).isEqualTo(5);
        assertThat(Metric.L1.distance(new float[] {0, 0}, new float[] {3, -4})).isEqualTo(7);
        assertThat(Metric.INNER_PRODUCT.distance(EAST, WEST)).isEqualTo(3);
        assertThat(Metric.INNER_PRODUCT.similarity(3)).isEqualTo(-3);
        assertThat(Metric.L2.similarity(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9, 31, 384, 385, 1536})
    void agreesWithTheTextbookInAnyNumberOfDimensions(int dimensions) {
        Random random = new Random(dimensions);
        float[] a = SampleVectors.random(random, dimensions);
        float[] b = SampleVectors.random(random, dimensions);
        double dot = 0, aa = 0, bb = 0, squares = 0, differences = 0;
        for (int i = 0; i < dimensions; i++) {
            dot += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
            squares += Math.pow((double) a[i] - b[i], 2);
            differences += Math.abs((double) a[i] - b[i]);
        }
        assertThat(Metric.COSINE.distance(a, b)).isCloseTo(1 - dot / Math.sqrt(aa * bb), within(1e-5));
        assertThat(Metric.L2.distance(a, b)).isCloseTo(Math.sqrt(squares), within(1e-4));
        assertThat(Metric.INNER_PRODUCT.distance(a, b)).isCloseTo(-dot, within(1e-3));
        assertThat(Metric.L1.distance(a, b)).isCloseTo(differences, within(1e-3));
        for (Metric metric : Metric.values()) {
            assertThat(metric.to(a).from(b)).isEqualTo(metric.distance(a, b));
        }
    }

    @Test
    void aVectorOfZerosHasNoCosine() {
        assertThatThrownBy(() -> Metric.COSINE.check(new float[] {0, -0f, 0}, "docs.embedding"))
                .hasMessage(
                        "docs.embedding is searched by cosine distance, and this vector of 3 zeros has no direction");
        Metric.L2.check(new float[3], "docs.embedding");
    }
}
