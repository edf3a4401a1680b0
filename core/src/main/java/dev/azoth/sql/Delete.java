package dev.azoth.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A DELETE. Immutable: every method gives a new statement.
 *
 * @param <T> what a returned row yields
 */
public final class Delete<T> implements Dml<T> {
    private final NamedTable table;
    private final @Nullable Condition where;
    private final List<? extends Selectable<?>> returning;
    private final Projection projection;

    private Delete(
            NamedTable table,
            @Nullable Condition where,
            List<? extends Selectable<?>> returning,
            Projection projection) {
        this.table = table;
        this.where = where;
        this.returning = List.copyOf(returning);
        this.projection = projection;
    }

    static Delete<Row> from(NamedTable table) {
        return new Delete<>(table, null, List.of(), new Projection.Rows());
    }

    /** Deletes rows that meet the conditions, and those of former calls; all rows when it is never called. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Delete<T> where(Expression<Boolean>... conditions) {
        Condition added = Junction.of(Operator.AND, Arrays.asList(conditions));
        return new Delete<>(table, where == null ? added : where.and(added), returning, projection);
    }

    /** Returns one thing of each row deleted. */
    public <R> Delete<R> returning(Selectable<R> selected) {
        return new Delete<>(table, where, List.of(selected), new Projection.Single());
    }

    /** Returns several things of each row deleted. */
    public Delete<Row> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return new Delete<>(table, where, Sql.listOf(first, second, more), new Projection.Rows());
    }

    /** The same delete returning these things, each row as a {@link Row}. */
    public Delete<Row> returning(List<? extends Selectable<?>> selected) {
        return new Delete<>(table, where, selected, new Projection.Rows());
    }

    /** Returns all columns of each row. */
    public Delete<Row> returning(NamedTable all) {
        return returning(all.columns());
    }

    @Override
    public NamedTable table() {
        return table;
    }

    /** The condition on rows. */
    public Optional<Condition> where() {
        return Optional.ofNullable(where);
    }

    @Override
    public List<? extends Selectable<?>> returning() {
        return returning;
    }

    @Override
    public Projection projection() {
        return projection;
    }

    @Override
    public void describe(Structure out) {
        out.node(table).node(where).nodes(returning).value(projection);
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }
}
