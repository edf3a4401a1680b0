package dev.azoth.compile;

import dev.azoth.sql.Projection;
import dev.azoth.sql.Selectable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes something of the current row of a result. Used by many threads, each with a result of its own. */
@FunctionalInterface
public interface RowDecoder<T> {
    /**
     * Reads the current row; null only where a row of one column has SQL's NULL.
     *
     * @throws dev.azoth.DataException if a value is none of its type; the statement may be left to be added by the result
     */
    @Nullable
    T decode(ResultSet row) throws SQLException;

    /**
     * A decoder of a projection.
     *
     * @param selection what was selected
     * @param columns   the columns that it takes: the first columns of the result
     * @throws dev.azoth.CompileException if what is selected does not fit the projection, or is read by more than one statement
     */
    static RowDecoder<?> of(
            Projection projection, List<? extends Selectable<?>> selection, List<? extends ResultColumn<?>> columns) {
        return RowDecoders.of(projection, selection, columns);
    }
}
