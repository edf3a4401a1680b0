package dev.azoth.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of several results, one after another. */
final class ConcatenatedRows<T> implements Result.Rows<T> {
    private final List<? extends Result<? extends T>> results;
    private int at;

    ConcatenatedRows(List<? extends Result<? extends T>> results) {
        this.results = results;
    }

    @Override
    public boolean next() {
        while (at < results.size()) {
            if (results.get(at).advance()) {
                return true;
            }
            at++;
        }
        return false;
    }

    @Override
    public @Nullable T current() {
        return results.get(at).current();
    }

    @Override
    public void close() {
        results.forEach(Result::close);
    }
}
