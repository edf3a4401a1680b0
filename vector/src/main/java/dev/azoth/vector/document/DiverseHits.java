package dev.azoth.vector.document;

import dev.azoth.vector.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Chooses hits that are near to the query and far from each other: maximal marginal relevance, by Carbonell and Goldstein (1998), with the metric's similarity.
 */
final class DiverseHits {
    private final Metric metric;
    private final double relevance;

    DiverseHits(Metric metric, double relevance) {
        this.metric = metric;
        this.relevance = relevance;
    }

    /** So many of the hits, in the order in which they are chosen; of equally good ones, the one that is nearer. All have their vectors. */
    List<Hit> choose(List<Hit> hits, int most) {
        List<Hit> left = new ArrayList<>(hits);
        List<Hit> chosen = new ArrayList<>();
        double[] likest =
                new double[hits.size()]; // the similarity of each that is left to the chosen one that is most like it
        Arrays.fill(likest, Double.NEGATIVE_INFINITY);
        while (chosen.size() < most && !left.isEmpty()) {
            int best = best(left, likest, chosen.isEmpty());
            Hit next = left.remove(best);
            System.arraycopy(likest, best + 1, likest, best, left.size() - best);
            chosen.add(next);
            Metric.Distance distance = metric.to(vector(next));
            for (int i = 0; i < left.size(); i++) {
                likest[i] = Math.max(likest[i], metric.similarity(distance.from(vector(left.get(i)))));
            }
        }
        return chosen;
    }

    private int best(List<Hit> left, double[] likest, boolean first) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < left.size(); i++) {
            double near = left.get(i).similarity();
            double value = first ? near : relevance * near - (1 - relevance) * likest[i];
            if (value > highest) {
                highest = value;
                best = i;
            }
        }
        return best;
    }

    private static float[] vector(Hit hit) {
        return Objects.requireNonNull(hit.document().vector());
    }
}
