package dev.azoth.vector;

import java.util.Locale;

/**
 * How far two vectors are from each other.
 *
 * <p>A distance is smaller for vectors that are more alike, whatever the metric, so that results are always sorted by it ascending. A
 * similarity is its opposite, larger for vectors that are more alike; {@link #similarity} says how it is made of the distance.
 */
public enum Metric {
    /**
     * One minus the cosine of the angle: 0 for the same direction, 1 for none in common, 2 for the opposite. Similarity is the cosine, from 1
     * down to -1. A vector of zeros has no direction and is refused.
     */
    COSINE {
        @Override
        public double distance(float[] left, float[] right) {
            return to(left).from(right);
        }

        @Override
        public Distance to(float[] query) {
            double norm = Math.sqrt(Fastest.ARITHMETIC.dot(query, query));
            return other -> {
                double cosine = Fastest.ARITHMETIC.projection(query, other) / norm;
                return 1 - Math.max(-1, Math.min(1, cosine));
            };
        }

        @Override
        public double similarity(double distance) {
            return 1 - distance;
        }

        @Override
        public void check(float[] vector, String place) {
            for (float element : vector) {
                if (element != 0) {
                    return;
                }
            }
            throw new IllegalArgumentException(place + " is searched by cosine distance, and this vector of "
                    + vector.length + " zeros has no direction");
        }
    },

    /** The length of the line between both. Similarity is {@code 1 / (1 + distance)}, from 1 down to 0. */
    L2 {
        @Override
        public double distance(float[] left, float[] right) {
            return Math.sqrt(Fastest.ARITHMETIC.squares(left, right));
        }

        @Override
        public double similarity(double distance) {
            return 1 / (1 + distance);
        }
    },

    /** The inner product with its sign turned. Similarity is the inner product; for vectors of length 1 it is the cosine. */
    INNER_PRODUCT {
        @Override
        public double distance(float[] left, float[] right) {
            return -Fastest.ARITHMETIC.dot(left, right);
        }

        @Override
        public double similarity(double distance) {
            return -distance;
        }
    },

    /** The sum of the differences of the elements. Similarity is {@code 1 / (1 + distance)}, from 1 down to 0. */
    L1 {
        @Override
        public double distance(float[] left, float[] right) {
            return Fastest.ARITHMETIC.differences(left, right);
        }

        @Override
        public double similarity(double distance) {
            return 1 / (1 + distance);
        }
    };

    /** The distance to one vector from any other, with what can be known of the one computed once. */
    @FunctionalInterface
    public interface Distance {
        /** The distance from a vector of the same dimensions. */
        double from(float[] other);
    }

    /** The distance, computed in Java; both have the same dimensions. */
    public abstract double distance(float[] left, float[] right);

    /** The distance to a vector that many others are compared with; safe for many threads while {@code query} does not change. */
    public Distance to(float[] query) {
        return other -> distance(query, other);
    }

    /** The similarity that goes with a distance. */
    public abstract double similarity(double distance);

    /**
     * Refuses a vector that has no distance by this metric.
     *
     * @param place where the vector is going, for the message: {@code docs.embedding}
     */
    public void check(float[] vector, String place) {
        // all vectors have one
    }

    /** The name for messages: {@code inner product}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
