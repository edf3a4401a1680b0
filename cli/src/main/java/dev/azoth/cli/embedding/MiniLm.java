package dev.azoth.cli.embedding;

import dev.azoth.cli.markdown.TokenCounter;
import dev.azoth.vector.document.Embedder;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The model all-MiniLM-L6-v2, quantized: 384 dimensions, texts of up to 256 tokens, English above all. It runs in this process, out of a jar.
 *
 * <p>It is loaded by the first text, in about half a second, and computes on all processors. Safe for many threads.
 */
public final class MiniLm implements Embedder, TokenCounter, AutoCloseable {
    /** What the model is called. */
    public static final String NAME = "all-MiniLM-L6-v2 (quantized)";

    private static final int DIMENSIONS = 384;

    private final Path cache;
    private @Nullable AllMiniLmL6V2QuantizedEmbeddingModel model;
    private @Nullable HuggingFaceTokenCountEstimator tokenizer;
    private @Nullable ExecutorService threads;

    /**
     * The model, not loaded yet.
     *
     * @param cache a folder for the libraries' native code
     */
    public MiniLm(Path cache) {
        this.cache = cache;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        return loaded().embed(text).content().vector();
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        return loaded().embedAll(segments).content().stream()
                .map(Embedding::vector)
                .toList();
    }

    /** The tokens of a text, without those that mark its beginning and end. */
    @Override
    public synchronized int count(String text) {
        if (tokenizer == null) {
            prepare();
            tokenizer = new HuggingFaceTokenCountEstimator();
        }
        return tokenizer.estimateTokenCountInText(text);
    }

    private synchronized AllMiniLmL6V2QuantizedEmbeddingModel loaded() {
        if (model == null) {
            prepare();
            threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                Thread thread = new Thread(work, "embedding");
                thread.setDaemon(true); // a program that is done need not wait for an idle thread
                return thread;
            });
            model = new AllMiniLmL6V2QuantizedEmbeddingModel(threads);
        }
        return model;
    }

    private void prepare() {
        new NativeFolder(AllMiniLmL6V2QuantizedEmbeddingModel.class.getClassLoader(), cache).prepare();
    }

    @Override
    public synchronized void close() {
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
            model = null;
        }
    }
}
