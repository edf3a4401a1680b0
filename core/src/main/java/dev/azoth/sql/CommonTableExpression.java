package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A query in WITH. Equality is identity: its columns belong to this one. */
public final class CommonTableExpression implements NamedFrom, Shared {
    private final String name;
    private final boolean recursive;
    private final Query<?> query;
    private final @Nullable Boolean materialized;
    private final DerivedColumns columns;

    CommonTableExpression(String name, Query<?> query) {
        this(name, query, null);
    }

    private CommonTableExpression(String name, Query<?> query, @Nullable Boolean materialized) {
        this.materialized = materialized;
        this.name = name;
        this.recursive = false;
        this.query = query;
        this.columns = new DerivedColumns(this, query.exports());
    }

    private CommonTableExpression(
            String name,
            Query<?> anchor,
            Function<CommonTableExpression, ? extends Query<?>> step,
            CompoundSelect.Kind kind) {
        this.materialized = null;
        this.name = name;
        this.recursive = true;
        this.columns = new DerivedColumns(this, anchor.exports());
        this.query = CompoundSelect.of(kind, anchor, step.apply(this));
    }

    /**
     * A recursive query: the anchor's rows, and those that the step makes of them, until it makes none.
     *
     * @param name   its name
     * @param anchor where it begins; its columns are the columns of the whole
     * @param step   the query over the rows so far, which are its argument; kept with {@code UNION ALL}
     */
    public static CommonTableExpression recursive(
            String name, Query<?> anchor, Function<CommonTableExpression, ? extends Query<?>> step) {
        return new CommonTableExpression(Names.checked(name), anchor, step, CompoundSelect.Kind.UNION_ALL);
    }

    /** The same with {@code UNION}: a row that came before is dropped, so that a cycle in the data ends. */
    public static CommonTableExpression recursiveDistinct(
            String name, Query<?> anchor, Function<CommonTableExpression, ? extends Query<?>> step) {
        return new CommonTableExpression(Names.checked(name), anchor, step, CompoundSelect.Kind.UNION);
    }

    /**
     * The same as another table, with a hint to PostgreSQL and SQLite: to compute the rows once and keep them, or to work the query into those that read it.
     *
     * @throws InvalidRequestException of a recursive one, whose rows are kept always
     */
    public CommonTableExpression materialized(boolean kept) {
        if (recursive) {
            throw new InvalidRequestException("the rows of a recursive query are kept always");
        }
        return new CommonTableExpression(name, query, kept);
    }

    /** Whether the rows are to be kept, if that was said. */
    public Optional<Boolean> materialized() {
        return Optional.ofNullable(materialized);
    }

    /** The query. */
    public Query<?> query() {
        return query;
    }

    /** Whether the query reads what it yields. */
    public boolean isRecursive() {
        return recursive;
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
        out.value(name).value(recursive).value(materialized).node(query);
    }

    @Override
    public String toString() {
        return "WITH " + (name.isEmpty() ? "…" : name);
    }
}
