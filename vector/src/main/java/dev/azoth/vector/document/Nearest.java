package dev.azoth.vector.document;

/**
 * The nearest so far of those that were offered: a heap with the farthest on top, which the next nearer one replaces. Of two equally far ones, the one with the smaller number is
 * nearer.
 */
final class Nearest {
    private final double[] distances;
    private final long[] numbers;
    private int size;

    Nearest(int most) {
        distances = new double[most];
        numbers = new long[most];
    }

    /** Whether something so far may be among the nearest. */
    boolean takes(double distance) {
        return size < distances.length || distance <= distances[0];
    }

    void offer(double distance, long number) {
        if (size < distances.length) {
            rise(size++, distance, number);
        } else if (isFarther(distances[0], numbers[0], distance, number)) {
            sink(0, distance, number);
        }
    }

    private static boolean isFarther(double distance, long number, double than, long thanNumber) {
        return distance > than || (distance == than && number > thanNumber);
    }

    private void rise(int from, double distance, long number) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (!isFarther(distance, number, distances[parent], numbers[parent])) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, distance, number);
    }

    private void sink(int from, double distance, long number) {
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size
                    && isFarther(distances[child + 1], numbers[child + 1], distances[child], numbers[child])) {
                child++;
            }
            if (!isFarther(distances[child], numbers[child], distance, number)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, distance, number);
    }

    private void move(int from, int to) {
        put(to, distances[from], numbers[from]);
    }

    private void put(int at, double distance, long number) {
        distances[at] = distance;
        numbers[at] = number;
    }

    int size() {
        return size;
    }

    /** Takes the farthest out. */
    Found poll() {
        Found top = new Found(distances[0], numbers[0]);
        size--;
        if (size > 0) {
            sink(0, distances[size], numbers[size]);
        }
        return top;
    }

    record Found(double distance, long number) {}
}
