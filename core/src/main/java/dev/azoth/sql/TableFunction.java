package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * A function in FROM whose result is a table. It may read columns of what stands before it.
 *
 * <p>Immutable: {@link #column} gives another table, so ask for columns when all are said. Equality is identity.
 */
public final class TableFunction implements NamedFrom, Shared {
    private final FunctionCall<?> call;
    private final String name;
    private final List<DerivedColumn<?>> columns;
    private final boolean numbered;

    private TableFunction(
            FunctionCall<?> call, String name, List<? extends ColumnReference<?>> columns, boolean numbered) {
        this.call = call;
        this.name = name;
        this.numbered = numbered;
        List<DerivedColumn<?>> own = new ArrayList<>();
        columns.forEach(column -> own.add(new DerivedColumn<>(this, column.name(), column.type())));
        this.columns = List.copyOf(own);
    }

    static TableFunction of(FunctionCall<?> call) {
        return new TableFunction(call, "", List.of(), false);
    }

    /** The same under a name; without one the compiler gives it. */
    public TableFunction named(String to) {
        return new TableFunction(call, Names.checked(to), columns, numbered);
    }

    /** The same with one more column. */
    public TableFunction column(String column, SqlType<?> type) {
        if (numbered) {
            throw new InvalidRequestException("the ordinality is the last column: say it after " + column);
        }
        List<ColumnReference<?>> all = new ArrayList<>(columns);
        all.add(new DerivedColumn<>(this, column, type));
        return new TableFunction(call, name, all, false);
    }

    /** The same with the rows numbered from 1, in a last column. */
    public TableFunction withOrdinality(String column) {
        TableFunction more = column(column, Types.BIGINT);
        return new TableFunction(call, name, more.columns, true);
    }

    /** The call. */
    public FunctionCall<?> call() {
        return call;
    }

    /** Whether the last column is the number of the row. */
    public boolean isNumbered() {
        return numbered;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<? extends ColumnReference<?>> columns() {
        return columns;
    }

    @Override
    public <T> ColumnReference<T> get(Expression<T> inner) {
        throw missing(inner.toString());
    }

    @Override
    public void describe(Structure out) {
        out.value(name).value(numbered).node(call).value(columns.size());
        columns.forEach(column -> out.value(column.name()).value(column.type()));
    }

    @Override
    public String toString() {
        return call.function() + "(…)";
    }

    TableFunction rewritten(Rewriter by) {
        FunctionCall<?> other = by.node(call);
        return Rewriter.isSame(other, call) ? this : new TableFunction(other, name, columns, numbered);
    }
}
