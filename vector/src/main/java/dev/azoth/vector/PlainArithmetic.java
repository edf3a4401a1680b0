package dev.azoth.vector;

/**
 * Arithmetic for any JVM.
 *
 * <p>Several sums run side by side: a single one would make each addition wait for the one before, and the compiler must not change the order
 * of floating-point additions by itself.
 */
final class PlainArithmetic extends Arithmetic {
    private static final int LANES = 8;

    @Override
    double dot(float[] a, float[] b) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int whole = a.length - a.length % LANES;
        int i = 0;
        for (; i < whole; i += LANES) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
            s4 += a[i + 4] * b[i + 4];
            s5 += a[i + 5] * b[i + 5];
            s6 += a[i + 6] * b[i + 6];
            s7 += a[i + 7] * b[i + 7];
        }
        double sum = total(s0, s1, s2, s3) + total(s4, s5, s6, s7);
        for (; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    double projection(float[] a, float[] b) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        float n0 = 0, n1 = 0, n2 = 0, n3 = 0;
        int whole = a.length - a.length % 4;
        int i = 0;
        for (; i < whole; i += 4) {
            float b0 = b[i];
            float b1 = b[i + 1];
            float b2 = b[i + 2];
            float b3 = b[i + 3];
            s0 += a[i] * b0;
            s1 += a[i + 1] * b1;
            s2 += a[i + 2] * b2;
            s3 += a[i + 3] * b3;
            n0 += b0 * b0;
            n1 += b1 * b1;
            n2 += b2 * b2;
            n3 += b3 * b3;
        }
        double sum = total(s0, s1, s2, s3);
        double length = total(n0, n1, n2, n3);
        for (; i < a.length; i++) {
            sum += a[i] * b[i];
            length += b[i] * b[i];
        }
        return sum / Math.sqrt(length);
    }

    @Override
    double squares(float[] a, float[] b) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int whole = a.length - a.length % 4;
        int i = 0;
        for (; i < whole; i += 4) {
            float d0 = a[i] - b[i];
            float d1 = a[i + 1] - b[i + 1];
            float d2 = a[i + 2] - b[i + 2];
            float d3 = a[i + 3] - b[i + 3];
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        double sum = total(s0, s1, s2, s3);
        for (; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    @Override
    double differences(float[] a, float[] b) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int whole = a.length - a.length % 4;
        int i = 0;
        for (; i < whole; i += 4) {
            s0 += Math.abs(a[i] - b[i]);
            s1 += Math.abs(a[i + 1] - b[i + 1]);
            s2 += Math.abs(a[i + 2] - b[i + 2]);
            s3 += Math.abs(a[i + 3] - b[i + 3]);
        }
        double sum = total(s0, s1, s2, s3);
        for (; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }

    private static double total(double s0, double s1, double s2, double s3) {
        return (s0 + s1) + (s2 + s3);
    }
}
