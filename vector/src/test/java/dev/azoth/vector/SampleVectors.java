package dev.azoth.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Vectors made up for tests, always the same from the same seed. */
public final class SampleVectors {
    private SampleVectors() {}

    public static float[] random(Random random, int dimensions) {
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    /** Vectors around some centres, as texts about some subjects give them. */
    public static List<float[]> clustered(long seed, int number, int dimensions, int clusters) {
        Random random = new Random(seed);
        List<float[]> centres = new ArrayList<>();
        for (int i = 0; i < clusters; i++) {
            centres.add(random(random, dimensions));
        }
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            vectors.add(near(centres.get(random.nextInt(clusters)), random));
        }
        return vectors;
    }

    public static float[] near(float[] centre, Random random) {
        float[] vector = centre.clone();
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) random.nextGaussian() * 0.3f;
        }
        return vector;
    }
}
