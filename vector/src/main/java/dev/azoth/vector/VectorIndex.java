package dev.azoth.vector;

/** How an index finds near vectors without looking at all of them. */
public sealed interface VectorIndex permits VectorIndex.Hnsw, VectorIndex.IvfFlat, VectorIndex.None {
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

    /**
     * Lists of vectors that are near to each other, some of which a search looks through. Built fast and small, once the vectors are there: their lists are made of those that it finds. Found
     * on PostgreSQL alone.
     *
     * @param lists how many; a thousandth of the rows is usual
     */
    static VectorIndex ivfFlat(int lists) {
        return new IvfFlat(lists);
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

    /** See {@link VectorIndex#ivfFlat}. */
    record IvfFlat(int lists) implements VectorIndex {
        /** Checks the number. */
        public IvfFlat {
            if (lists < 1 || lists > 32_768) {
                throw new IllegalArgumentException("lists is from 1 to 32768, not " + lists);
            }
        }
    }

    /** See {@link VectorIndex#none()}. */
    record None() implements VectorIndex {}
}
