package dev.azoth.schema;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.ColumnsByName;
import dev.azoth.sql.DerivedColumn;
import dev.azoth.sql.Export;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Query;
import java.util.List;
import java.util.Optional;

/**
 * A query that the database keeps under a name, or whose rows it keeps: a view, or a table that a query fills.
 *
 * <p>It can be read from as a table can; its columns are the query's. Equality is identity.
 */
public abstract sealed class StoredQuery implements NamedTable, ColumnsByName permits View, QueryTable {
    private final String name;
    private final Optional<String> schema;
    private final Query<?> query;
    private final List<? extends ColumnReference<?>> columns;

    /** What can be done with it. */
    public enum Change {
        /** It is made. */
        CREATE,
        /** It is removed. */
        DROP,
        /** The rows that it keeps are read anew. */
        REFRESH
    }

    StoredQuery(String name, Optional<String> schema, Query<?> query) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a view or table has a name");
        }
        this.name = name;
        this.schema = schema;
        this.query = query;
        this.columns = query.exports().stream().map(this::column).toList();
    }

    private ColumnReference<?> column(Export export) {
        return new DerivedColumn<>(this, export.name(), export.expression().type());
    }

    /** Makes it. Values in the query become part of its text. */
    public final void create(SchemaTarget target) {
        target.change(this, Change.CREATE);
    }

    /** Removes it. */
    public final void drop(SchemaTarget target) {
        target.change(this, Change.DROP);
    }

    /** The query. */
    public final Query<?> query() {
        return query;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Optional<String> schema() {
        return schema;
    }

    @Override
    public final List<? extends ColumnReference<?>> columns() {
        return columns;
    }

    @Override
    public final String toString() {
        return name;
    }
}
