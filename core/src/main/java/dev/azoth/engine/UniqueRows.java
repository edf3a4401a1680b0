package dev.azoth.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a result whose key did not come before. */
final class UniqueRows<T> implements Result.Rows<T> {
    private final Result<T> source;
    private final Function<? super T, ?> key;
    private final Set<@Nullable Object> seen = new HashSet<>();
    private @Nullable T current;

    UniqueRows(Result<T> source, Function<? super T, ?> key) {
        this.source = source;
        this.key = key;
    }

    @Override
    public boolean next() {
        while (source.advance()) {
            T row = source.current();
            if (seen.add(key.apply(row))) {
                current = row;
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable T current() {
        return current;
    }

    @Override
    public void close() {
        source.close();
    }
}
