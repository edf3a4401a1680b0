package dev.azoth.compile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all columns of a row, each to its value, in order. */
public final class RowValues implements RowDecoder<@Nullable Object[]> {
    private final ResultColumn<?>[] columns;

    /** The values of these columns, which are the first of the result. */
    public RowValues(List<? extends ResultColumn<?>> columns) {
        this.columns = columns.toArray(ResultColumn<?>[]::new);
    }

    @Override
    public @Nullable Object[] decode(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i].read(row, i + 1);
        }
        return values;
    }
}
