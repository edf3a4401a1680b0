package dev.azoth.engine;

import java.util.ArrayList;
import java.util.List;

/** The results of a connection that have rows left, which end with its transaction. */
final class OpenResults {
    private final List<Result.Rows<?>> open = new ArrayList<>(2);

    void remember(Result.Rows<?> rows) {
        open.add(rows);
    }

    void forget(Result.Rows<?> rows) {
        open.remove(rows);
    }

    void close() {
        for (Result.Rows<?> rows : List.copyOf(open)) {
            rows.cut();
        }
    }
}
