package dev.azoth.compile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The structure of a statement without its values: statements with equal keys have the same SQL text. */
public final class StatementKey {
    private final @Nullable Object[] tokens;
    private final int hash;

    StatementKey(@Nullable Object[] tokens) {
        this.tokens = tokens;
        this.hash = Arrays.hashCode(tokens);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatementKey key && hash == key.hash && Arrays.equals(tokens, key.tokens);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(tokens);
    }
}
