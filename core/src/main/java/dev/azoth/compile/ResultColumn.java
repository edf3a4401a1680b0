package dev.azoth.compile;

import dev.azoth.DataException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Construct;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Label;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.TableAlias;
import dev.azoth.type.TypeCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
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
            throw unreadable(index, e);
        }
    }

    /** The column of a row that came as JSON. */
    @Nullable
    Object fromJson(@Nullable Object value, int index) {
        try {
            if (codec instanceof NestedCodec nested) {
                return nested.reader().read(value);
            }
            return value == null ? null : codec.jsonForm().orElseThrow().read().apply(value);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException | ClassCastException e) {
            throw unreadable(index, e);
        }
    }

    private DataException unreadable(int index, RuntimeException cause) {
        String table = table();
        String place = (table == null ? "" : table + ".") + (name.isEmpty() ? "column " + index : name);
        return new DataException(
                new ErrorFields(ErrorKind.DATA, place + ": " + cause.getMessage(), null, 0, null, table, name),
                null,
                cause);
    }

    /** Whether it has the rows of a nested query, as JSON. */
    public boolean isNested() {
        return codec instanceof NestedCodec;
    }

    /** Whether the expression of every statement of the same structure equals this one's; a nested query equals no other. */
    boolean isLasting() {
        return !isNested() && isLasting(expression);
    }

    private static boolean isLasting(Expression<?> expression) {
        return expression instanceof Label<?> label
                ? isLasting(label.expression())
                : expression instanceof ColumnReference<?> column
                        && (column.table() instanceof NamedTable || column.table() instanceof TableAlias);
    }

    /** These columns with the expressions of a selection of the same structure. */
    static List<ResultColumn<?>> of(List<ResultColumn<?>> columns, List<? extends Selectable<?>> selection) {
        List<ResultColumn<?>> own = new ArrayList<>(columns.size());
        selection.forEach(each -> add(each, columns, own));
        return own;
    }

    private static void add(Selectable<?> selected, List<ResultColumn<?>> columns, List<ResultColumn<?>> own) {
        if (selected instanceof Construct<?> construct) {
            construct.parts().forEach(part -> add(part, columns, own));
        } else if (selected instanceof Nested<?, ?> nested
                && columns.get(own.size()).codec() instanceof NestedCodec rows) {
            ResultColumn<?> column = columns.get(own.size());
            own.add(nested(
                    column.name(),
                    column.expression(),
                    new NestedCodec(rows.reader().of(nested), rows.json())));
        } else {
            selected.expressions()
                    .forEach(each -> own.add(columns.get(own.size()).of(each)));
        }
    }

    /** A column of JSON that is read as what the rows in it become. */
    @SuppressWarnings("unchecked") // nobody reads the expression's own class out of it
    static ResultColumn<Object> nested(String name, Expression<?> expression, NestedCodec codec) {
        return new ResultColumn<>(name, (Expression<Object>) expression, codec);
    }

    @SuppressWarnings("unchecked") // an expression of the same structure has the same type
    private ResultColumn<T> of(Expression<?> same) {
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
