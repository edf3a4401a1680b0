package dev.azoth.vector;

import dev.azoth.engine.Engine;
import dev.azoth.schema.Index;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How an index of vectors is built on a table that is there: after its rows were loaded, which is faster than before, or beside a program that goes on.
 *
 * <p>By default others may change the table meanwhile, and memory and workers are what the server has. Settings end with the build. Immutable.
 *
 * @param concurrently whether others may change the table meanwhile; it takes longer, and no transaction is around it
 * @param memory       how much memory the build may take, as the server writes it: {@code 2GB}. A graph that does not fit is built many times slower
 * @param workers      how many processes build beside the first
 * @param progress     is told every now and then how far it is, by a thread that ends with the build
 */
public record IndexBuild(
        boolean concurrently,
        Optional<String> memory,
        Optional<Integer> workers,
        Optional<Consumer<Progress>> progress) {
    /** What an index is doing. */
    public record Progress(String phase, long done, long total) {}

    /** A build with the settings of the server, during which others may change the table. */
    public static IndexBuild concurrent() {
        return new IndexBuild(true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A build with the settings of the server, during which others may only read the table. */
    public static IndexBuild locking() {
        return new IndexBuild(false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with so much memory: {@code 2GB}. */
    public IndexBuild memory(String size) {
        if (!size.matches("\\d+ ?(kB|MB|GB|TB)")) {
            throw new IllegalArgumentException("a size of memory is written like 2GB, not \"" + size + "\"");
        }
        return new IndexBuild(concurrently, Optional.of(size), workers, progress);
    }

    /** The same with so many processes beside the first. */
    public IndexBuild workers(int number) {
        return new IndexBuild(concurrently, memory, Optional.of(number), progress);
    }

    /** The same telling how far it is. */
    public IndexBuild progress(Consumer<Progress> told) {
        return new IndexBuild(concurrently, memory, workers, Optional.of(told));
    }

    /**
     * Builds an index of a table, and replaces one of the name that a build which failed left behind. A valid one is left alone. What a failed build leaves is dropped.
     *
     * @param index one of {@code table.indexes()} that is an {@link IndexedVector}
     * @return false if it was there
     * @throws dev.azoth.CompileException if the server has no such index
     */
    public boolean build(Engine engine, Index index) {
        return VectorStorage.of(engine.server()).build(engine, index, this);
    }
}
