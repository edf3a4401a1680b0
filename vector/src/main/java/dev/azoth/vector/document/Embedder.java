package dev.azoth.vector.document;

import java.util.List;

/**
 * Turns texts into vectors, so that texts of like meaning get near ones: a model, to be implemented with the library or service of one's choice.
 *
 * <p>A store calls it from the thread of its caller; one that is used by many threads must be safe for them.
 */
public interface Embedder {
    /** The dimensions of its vectors. */
    int dimensions();

    /**
     * The name of the model, which a collection is told when it is made: another one's vectors, even of as many dimensions, mean something else there, and are refused. Empty by default: then nothing is
     * compared.
     */
    default String model() {
        return "";
    }

    /** The vector of a text that is being stored. */
    float[] embed(String text);

    /** The vectors of texts that are being stored, in their order. Models and services are faster with many at once. */
    default List<float[]> embedAll(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }

    /** The vector of a text that is being searched for; some models want a question marked as such. */
    default float[] embedQuery(String text) {
        return embed(text);
    }
}
