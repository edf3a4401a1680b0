package dev.azoth.vector;

import java.util.Random;

/** Says which arithmetic it has, and how far it is from the plain one. */
final class SimdProgram {
    private SimdProgram() {}

    public static void main(String[] arguments) {
        Arithmetic fastest = Fastest.ARITHMETIC;
        Arithmetic plain = new PlainArithmetic();
        Random random = new Random(1);
        double worst = 0;
        for (int dimensions = 1; dimensions < 200; dimensions++) {
            float[] a = SampleVectors.random(random, dimensions);
            float[] b = SampleVectors.random(random, dimensions);
            worst = Math.max(worst, Math.abs(fastest.dot(a, b) - plain.dot(a, b)));
            worst = Math.max(worst, Math.abs(fastest.projection(a, b) - plain.projection(a, b)));
            worst = Math.max(worst, Math.abs(fastest.squares(a, b) - plain.squares(a, b)));
            worst = Math.max(worst, Math.abs(fastest.differences(a, b) - plain.differences(a, b)));
        }
        System.out.println(fastest.getClass().getSimpleName() + (worst < 1e-3 ? " agrees" : " is off by " + worst));
    }
}
