package dev.azoth.sql;

import java.util.List;
import java.util.stream.Collectors;

/** A table under another name. */
public record TableAlias(NamedTable table, String name) implements NamedFrom {
    @Override
    public List<? extends ColumnReference<?>> columns() {
        return table.columns().stream().map(this::derived).collect(Collectors.toList());
    }

    @Override
    public <T> ColumnReference<T> get(Expression<T> inner) {
        if (inner instanceof ColumnReference<T> column && column.table() == table) {
            return derived(column);
        }
        throw missing(inner.toString());
    }

    private <T> ColumnReference<T> derived(ColumnReference<T> column) {
        return new DerivedColumn<>(this, column.name(), column.type());
    }

    @Override
    public void describe(Structure out) {
        out.node(table).value(name);
    }
}
