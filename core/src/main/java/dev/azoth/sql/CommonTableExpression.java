package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A query in WITH, or a statement that changes rows and returns some. Equality is identity: its columns belong to this one. */
public final class CommonTableExpression implements NamedFrom, Shared {
    private final String name;
    private final boolean recursive;
    private final Statement<?> statement;
    private final @Nullable Boolean materialized;
    private final boolean nested;
    private final DerivedColumns columns;

    CommonTableExpression(String name, Statement<?> statement) {
        this(name, statement, null, false);
    }

    private CommonTableExpression(String name, Statement<?> statement, @Nullable Boolean materialized, boolean nested) {
        this.materialized = materialized;
        this.nested = nested;
        this.name = name;
        this.recursive = false;
        this.statement = statement;
        this.columns = new DerivedColumns(
                this, statement instanceof Dml<?> dml ? Export.of(dml.returning()) : ((Query<?>) statement).exports());
    }

    private CommonTableExpression(
            String name,
            Query<?> anchor,
            Function<CommonTableExpression, ? extends Query<?>> step,
            CompoundSelect.Kind kind) {
        this.materialized = null;
        this.nested = false;
        this.name = name;
        this.recursive = true;
        this.columns = new DerivedColumns(this, anchor.exports());
        this.statement = CompoundSelect.of(kind, anchor, step.apply(this));
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

    /** The same under a name that the compiler gives it. */
    public static CommonTableExpression recursive(
            Query<?> anchor, Function<CommonTableExpression, ? extends Query<?>> step) {
        return new CommonTableExpression("", anchor, step, CompoundSelect.Kind.UNION_ALL);
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
        return new CommonTableExpression(name, statement, kept, nested);
    }

    /**
     * The same as another table, which stands in front of the query in the statement that reads it, and not in front of the whole: it may have the name of one
     * that stands there.
     *
     * @throws InvalidRequestException of a recursive one, and of a statement that changes rows, which stand in front of the whole
     */
    public CommonTableExpression nested() {
        if (recursive || !(statement instanceof Query<?>)) {
            throw new InvalidRequestException((recursive ? "a recursive query" : "a statement that changes rows")
                    + " stands in front of the whole statement, and is not nested");
        }
        return new CommonTableExpression(name, statement, materialized, true);
    }

    /** Whether it stands in front of the query that reads it. */
    public boolean isNested() {
        return nested;
    }

    /** Whether the rows are to be kept, if that was said. */
    public Optional<Boolean> materialized() {
        return Optional.ofNullable(materialized);
    }

    /**
     * The query.
     *
     * @throws InvalidRequestException if it is a statement that changes rows
     */
    public Query<?> query() {
        if (statement instanceof Query<?> query) {
            return query;
        }
        throw new InvalidRequestException(name + " is a statement that changes rows, and no query: see statement()");
    }

    /** The query, or the statement that changes rows and returns what it yields. */
    public Statement<?> statement() {
        return statement;
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
        out.value(name).value(recursive).value(materialized).value(nested).node(statement);
    }

    @Override
    public String toString() {
        return "WITH " + (name.isEmpty() ? "…" : name);
    }

    CommonTableExpression rewritten(Rewriter by) {
        Rewriter trial = by.apart();
        trial.know(this, this);
        Statement<?> other = trial.node(statement);
        if (other == statement) {
            return this;
        } else if (!recursive) {
            return new CommonTableExpression(name, other, materialized, nested);
        }
        CompoundSelect<?> whole = (CompoundSelect<?>) statement;
        return new CommonTableExpression(
                name,
                by.node(whole.withoutLast()),
                made -> {
                    by.know(this, made);
                    return by.node(whole.parts().get(whole.parts().size() - 1));
                },
                whole.kind());
    }
}
