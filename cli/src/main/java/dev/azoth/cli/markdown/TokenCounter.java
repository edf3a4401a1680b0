package dev.azoth.cli.markdown;

/** Counts what an embedding model's limit counts. */
@FunctionalInterface
public interface TokenCounter {
    /** The tokens of a text. */
    int count(String text);
}
