package dev.azoth.compile;

import dev.azoth.DataException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.NamedTable;
import dev.azoth.type.TypeCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A column of a compiled statement's result.
 *
 * @param name       its name or label; empty for an expression without one
 * @param expression what was selected
 * @param codec      how it is read
 */
public record ResultColumn<T>(String name, Expression<T> expression, TypeCodec<T> codec) {
    /**
     * Reads the column of the current row.
     *
     * @param index its index in the row, from 1
     * @throws DataException if the value is none of the type, naming table and column
     */
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        try {
            return codec.read(row, index);
        } catch (IllegalArgumentException e) {
            String table = table();
            String place = (table == null ? "" : table + ".") + (name.isEmpty() ? "column " + index : name);
            throw new DataException(
                    new ErrorFields(ErrorKind.DATA, place + ": " + e.getMessage(), null, 0, null, table, name),
                    null,
                    e);
        }
    }

    @SuppressWarnings("unchecked") // an expression of the same structure has the same type
    ResultColumn<T> of(Expression<?> same) {
        return new ResultColumn<>(name, (Expression<T>) same, codec);
    }

    private @Nullable String table() {
        if (expression instanceof ColumnReference<?> column) {
            return column.table() instanceof NamedTable table
                    ? table.name()
                    : column.table() instanceof NamedFrom from ? from.name() : null;
        }
        return null;
    }
}
