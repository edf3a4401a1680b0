package dev.azoth.vector.document;

import java.util.function.IntToLongFunction;

/** Takes vectors as they are stored, as many at a time as its caller likes. Used by one thread. */
@FunctionalInterface
public interface VectorSink {
    /**
     * Takes some.
     *
     * @param vectors one behind the other, each the 32-bit floating-point numbers of its elements, little endian; not kept
     * @param numbers the number of each document, by its place from 0; asked for those alone that may be among the nearest
     */
    void take(byte[] vectors, IntToLongFunction numbers);
}
