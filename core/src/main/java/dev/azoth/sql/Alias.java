package dev.azoth.sql;

import java.util.List;

/**
 * Something in FROM under another name, or under a name that the compiler gives it. Equality is identity: its columns belong to this one.
 *
 * <p>A subquery under another name is written once more; a common table expression is only read once more.
 */
public final class Alias implements NamedFrom, Shared {
    private final FromItem source;
    private final String name;
    private final List<? extends ColumnReference<?>> columns;

    /** An alias; an empty name is anonymous. */
    Alias(FromItem source, String name) {
        this.source = source;
        this.name = name;
        this.columns = source.columns().stream()
                .map(column -> new DerivedColumn<>(this, column.name(), column.type()))
                .toList();
    }

    /** What it is an alias of. */
    public FromItem source() {
        return source;
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
        ColumnReference<T> column;
        if (inner instanceof ColumnReference<T> own && own.table().equals(source)) {
            column = own;
        } else if (source instanceof NamedFrom named) {
            column = named.get(inner);
        } else {
            throw missing(inner.toString());
        }
        return new DerivedColumn<>(this, column.name(), column.type());
    }

    @Override
    public void describe(Structure out) {
        out.value(name).node(source);
    }

    @Override
    public String toString() {
        return source + " AS " + (name.isEmpty() ? "…" : name);
    }

    Alias rewritten(Rewriter by) {
        FromItem other = by.node(source);
        return other == source ? this : new Alias(other, name);
    }
}
