package dev.azoth.vector.document;

import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** An embedder for tests: a text's vector is the sum of its words' vectors, which are made of the words' hashes. */
final class Texts implements Embedder {
    static final int DIMENSIONS = 16;
    int calls;

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        calls++;
        float[] vector = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] += (float) random.nextGaussian();
            }
        }
        return vector;
    }

    static Document document(String id, String text, Object... metadata) {
        Document document = Document.of(text, Map.of()).withId(id);
        for (int i = 0; i < metadata.length; i += 2) {
            document = document.withMetadata((String) metadata[i], metadata[i + 1]);
        }
        return document;
    }
}
