package dev.azoth.vector.document;

import dev.azoth.vector.Metric;
import dev.azoth.vector.portable.LittleEndian;
import java.nio.FloatBuffer;
import java.util.function.IntToLongFunction;

/** Compares all vectors with a query, and keeps the nearest; nothing is made for a vector that is not among them. */
final class ExactSearch implements VectorSink {
    private final Metric.Distance distance;
    private final float[] vector;
    private final Nearest nearest;

    ExactSearch(Metric metric, float[] query, int most) {
        this.distance = metric.to(query);
        this.vector = new float[query.length];
        this.nearest = new Nearest(most);
    }

    @Override
    public void take(byte[] vectors, IntToLongFunction numbers) {
        FloatBuffer elements = LittleEndian.elements(vectors, vector.length);
        for (int place = 0; elements.hasRemaining(); place++) {
            elements.get(vector);
            double far = distance.from(vector);
            if (nearest.takes(far)) {
                nearest.offer(far, numbers.applyAsLong(place));
            }
        }
    }

    Nearest nearest() {
        return nearest;
    }
}
