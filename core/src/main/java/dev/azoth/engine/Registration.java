package dev.azoth.engine;

/** A listener's place with an engine, until it is closed. Safe for many threads. */
public interface Registration extends AutoCloseable {
    /** Takes the listener out; it is not told anything more. Does nothing the second time. */
    @Override
    void close();
}
