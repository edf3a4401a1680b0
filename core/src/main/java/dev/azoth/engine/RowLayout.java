package dev.azoth.engine;

import dev.azoth.compile.ResultColumn;
import java.util.List;

/**
 * The columns of a result, for a layer that reads rows in its own way.
 *
 * @param columns one for each column, in order; column {@code i} is read with {@code columns.get(i).read(row, i + 1)}
 */
public record RowLayout(List<ResultColumn<?>> columns) {
    /** Takes an immutable copy. */
    public RowLayout {
        columns = List.copyOf(columns);
    }
}
