package dev.azoth.spring.ai;

import dev.azoth.vector.document.Embedder;

/** Everything means the same. */
final class Right implements Embedder {
    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public float[] embed(String text) {
        return new float[] {1, 0};
    }
}
