package dev.azoth.type;

/** Refuses values that no database could store, before they are sent; see {@link SqlType#check}. */
@FunctionalInterface
public interface ValueCheck<T> {
    /**
     * Refuses a value that does not do.
     *
     * @param place where the value is going, for the message: {@code doc.embedding}
     * @throws IllegalArgumentException naming the place, and what is wrong
     */
    void check(T value, String place);
}
