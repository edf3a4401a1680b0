package dev.azoth.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rows of a result, read and kept: for a cache, or to go through them more than once. Safe for many threads if what the rows yield is.
 *
 * @param <T> what a row yields
 */
public final class FrozenResult<T> {
    private final List<T> rows;
    private final long rowCount;

    FrozenResult(List<T> rows, long rowCount) {
        this.rows = Collections.unmodifiableList(new ArrayList<>(rows));
        this.rowCount = rowCount;
    }

    /** The rows, from the first, as a result of their own. */
    public Result<T> result() {
        return Result.of(rows, rowCount);
    }

    /** The rows. */
    public List<T> rows() {
        return rows;
    }
}
