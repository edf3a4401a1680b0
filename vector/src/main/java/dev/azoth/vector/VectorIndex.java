package dev.azoth.vector;

/** How an index finds near vectors without looking at all of them. */
public sealed interface VectorIndex permits VectorIndex.Hnsw, VectorIndex.None {
    /** A graph of the usual size: 16 neighbours, 64 candidates. */
    static VectorIndex hnsw() {
        return new Hnsw(16, 64);
    }

    /**
     * A graph in which each vector knows some of its neighbours.
     *
     * @param m              how many neighbours; more take more room and find more
     * @param efConstruction how many candidates are looked at for a vector's neighbours; more take longer to build. Databases that choose it
     *                       themselves ignore it
     */
    static VectorIndex hnsw(int m, int efConstruction) {
        return new Hnsw(m, efConstruction);
    }

    /** No index: every search looks at all vectors, and finds exactly the nearest. */
    static VectorIndex none() {
        return new None();
    }

    /** See {@link VectorIndex#hnsw(int, int)}. */
    record Hnsw(int m, int efConstruction) implements VectorIndex {
        /** Checks the numbers, by the bounds that all databases have in common. */
        public Hnsw {
            if (m < 3 || m > 100) {
                throw new IllegalArgumentException("m is from 3 to 100, not " + m);
            }
            if (efConstruction < 2 * m || efConstruction > 1000) {
                throw new IllegalArgumentException(
                        "efConstruction is from 2 * m = " + 2 * m + " to 1000, not " + efConstruction);
            }
        }
    }

    /** See {@link VectorIndex#none()}. */
    record None() implements VectorIndex {}
}
