package dev.azoth.orm.evaluate;

import dev.azoth.sql.ColumnReference;
import org.jspecify.annotations.Nullable;

/** An expression over the columns of one row. */
@FunctionalInterface
public interface Evaluated {
    /**
     * Its value for a row; null is SQL's NULL, and of a condition what is neither true nor false.
     *
     * @throws UncertainException if that shows only with these values, as a number that grows too large
     */
    @Nullable
    Object of(Columns row);

    /** The values of a row. */
    @FunctionalInterface
    interface Columns {
        /**
         * What the row has in a column.
         *
         * @throws UncertainException if that is not known
         */
        @Nullable
        Object value(ColumnReference<?> column);
    }
}
