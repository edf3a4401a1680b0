package dev.azoth.vector;

import static jdk.incubator.vector.VectorOperators.ADD;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Arithmetic by the processor's vector instructions. Compiled by itself, since it needs a module of the incubator; it uses what this module has had since JDK 17.
 *
 * <p>Two sums run side by side, as an addition takes longer than until the next could begin.
 */
final class SimdArithmetic extends Arithmetic {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int STEP = 2 * LANES.length();

    @Override
    double dot(float[] a, float[] b) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0;
        int whole = a.length - a.length % STEP;
        int i = 0;
        for (; i < whole; i += STEP) {
            s0 = first(a, i).fma(first(b, i), s0);
            s1 = second(a, i).fma(second(b, i), s1);
        }
        double sum = total(s0, s1);
        for (; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    double projection(float[] a, float[] b) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0;
        FloatVector n0 = s0;
        FloatVector n1 = s0;
        int whole = a.length - a.length % STEP;
        int i = 0;
        for (; i < whole; i += STEP) {
            FloatVector b0 = first(b, i);
            FloatVector b1 = second(b, i);
            s0 = first(a, i).fma(b0, s0);
            s1 = second(a, i).fma(b1, s1);
            n0 = b0.fma(b0, n0);
            n1 = b1.fma(b1, n1);
        }
        double sum = total(s0, s1);
        double length = total(n0, n1);
        for (; i < a.length; i++) {
            sum += a[i] * b[i];
            length += b[i] * b[i];
        }
        return sum / Math.sqrt(length);
    }

    @Override
    double squares(float[] a, float[] b) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0;
        int whole = a.length - a.length % STEP;
        int i = 0;
        for (; i < whole; i += STEP) {
            FloatVector d0 = first(a, i).sub(first(b, i));
            FloatVector d1 = second(a, i).sub(second(b, i));
            s0 = d0.fma(d0, s0);
            s1 = d1.fma(d1, s1);
        }
        double sum = total(s0, s1);
        for (; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    @Override
    double differences(float[] a, float[] b) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0;
        int whole = a.length - a.length % STEP;
        int i = 0;
        for (; i < whole; i += STEP) {
            s0 = s0.add(first(a, i).sub(first(b, i)).abs());
            s1 = s1.add(second(a, i).sub(second(b, i)).abs());
        }
        double sum = total(s0, s1);
        for (; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }

    private static FloatVector first(float[] of, int index) {
        return FloatVector.fromArray(LANES, of, index);
    }

    private static FloatVector second(float[] of, int index) {
        return FloatVector.fromArray(LANES, of, index + LANES.length());
    }

    private static double total(FloatVector s0, FloatVector s1) {
        return s0.add(s1).reduceLanes(ADD);
    }
}
