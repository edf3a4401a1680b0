package dev.azoth.sql;

import java.util.List;

/** A query in FROM. Equality is identity: its columns belong to this one. */
public final class Subquery implements NamedFrom, Shared {
    private final Query<?> query;
    private final String name;
    private final boolean lateral;
    private final DerivedColumns columns;

    Subquery(Query<?> query, String name, boolean lateral) {
        this.query = query;
        this.name = name;
        this.lateral = lateral;
        this.columns = new DerivedColumns(this, query.exports());
    }

    /** The query. */
    public Query<?> query() {
        return query;
    }

    /** Whether it may read columns of what stands before it in FROM. */
    public boolean isLateral() {
        return lateral;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<? extends ColumnReference<?>> columns() {
        return columns.all();
    }

    @Override
    public <T> ColumnReference<T> get(Expression<T> inner) {
        return columns.find(inner).orElseThrow(() -> missing(inner.toString()));
    }

    @Override
    public void describe(Structure out) {
        out.value(name).value(lateral).node(query);
    }

    @Override
    public String toString() {
        return "(…) AS " + (name.isEmpty() ? "…" : name);
    }

    Subquery rewritten(Rewriter by) {
        Query<?> other = by.node(query);
        return other == query ? this : new Subquery(other, name, lateral);
    }
}
