package dev.azoth.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a {@link Select} is made of. */
abstract class SelectParts<T> implements Node {
    final SelectClauses clauses;
    final SelectExtras extras;
    final Projection projection;

    SelectParts(SelectClauses clauses, SelectExtras extras, Projection projection) {
        this.clauses = clauses;
        this.extras = extras;
        this.projection = projection;
    }

    abstract Select<T> with(SelectClauses changed);

    abstract Select<T> with(SelectExtras changed);

    static <E> List<E> appended(List<E> list, List<? extends E> more) {
        List<E> all = new ArrayList<>(list);
        all.addAll(more);
        return all;
    }

    /** What is selected. */
    public List<? extends Selectable<?>> selection() {
        return clauses.selection();
    }

    /** What a row becomes. */
    public Projection projection() {
        return projection;
    }

    /** Whether each row comes once. */
    public boolean isDistinct() {
        return clauses.distinct();
    }

    /** What is read from: what was given, else the tables of what is selected. */
    public List<FromItem> from() {
        if (!clauses.from().isEmpty()) {
            return clauses.from();
        }
        Set<FromItem> tables = new LinkedHashSet<>();
        for (Selectable<?> selectable : clauses.selection()) {
            for (Expression<?> expression : selectable.expressions()) {
                ColumnTables.collect(expression, tables);
            }
        }
        return new ArrayList<>(tables);
    }

    /** The condition on rows. */
    public Optional<Condition> where() {
        return Optional.ofNullable(clauses.where());
    }

    /** What rows are grouped by. */
    public List<Expression<?>> groupBy() {
        return clauses.groupBy();
    }

    /** The condition on groups. */
    public Optional<Condition> having() {
        return Optional.ofNullable(clauses.having());
    }

    /** The order. */
    public List<Ordering> orderBy() {
        return clauses.orderBy();
    }

    /** The most rows. */
    public Optional<Expression<Long>> limit() {
        return Optional.ofNullable(clauses.limit());
    }

    /** The rows left out. */
    public Optional<Expression<Long>> offset() {
        return Optional.ofNullable(clauses.offset());
    }

    /** What the limit counts. */
    public Fetch fetch() {
        return extras.fetch();
    }

    /** The several groupings. */
    public Optional<Grouping> grouping() {
        return Optional.ofNullable(extras.grouping());
    }

    /** What is written in WITH, read or not. */
    public List<CommonTableExpression> with() {
        return extras.with();
    }

    /** What rows are equal in of which only the first is kept. */
    public List<Expression<?>> distinctOn() {
        return extras.distinctOn();
    }

    /** The condition on rows whose window functions are known. */
    public Optional<Condition> qualify() {
        return Optional.ofNullable(extras.qualify());
    }

    /** The lock. */
    public Optional<Lock> lock() {
        return Optional.ofNullable(clauses.lock());
    }

    /** The options for the layer that runs it. */
    public List<QueryOption> options() {
        return clauses.options();
    }

    @Override
    public void describe(Structure out) {
        out.value(projection)
                .nodes(clauses.selection())
                .value(clauses.distinct())
                .nodes(clauses.from())
                .node(clauses.where())
                .nodes(clauses.groupBy())
                .node(clauses.having())
                .nodes(clauses.orderBy())
                .node(clauses.limit())
                .node(clauses.offset())
                .node(clauses.lock())
                .nodes(clauses.options());
        if (extras.isNone()) {
            out.value(null);
        } else {
            out.node(extras);
        }
        WrittenValues written = written();
        if (!written.holders().isEmpty()) {
            out.value(written.key());
        }
    }

    /** The values, {@link Bind} or {@link ListedValues}, that stand in the text, so that what is grouped by is known to be what is selected. */
    public Set<Object> writtenValues() {
        return written().holders();
    }

    private WrittenValues written() {
        boolean sortsDistinct = (clauses.distinct() && !clauses.orderBy().isEmpty())
                || !extras.distinctOn().isEmpty();
        if (clauses.groupBy().isEmpty() && extras.grouping() == null && !sortsDistinct) {
            return WrittenValues.NONE;
        }
        List<Node> recognized = new ArrayList<>(clauses.groupBy());
        grouping().ifPresent(grouping -> recognized.addAll(grouping.expressions()));
        if (sortsDistinct) {
            recognized.addAll(extras.distinctOn());
            recognized.addAll(clauses.orderBy());
        }
        List<Node> elsewhere = new ArrayList<>(clauses.selection());
        elsewhere.addAll(clauses.orderBy());
        having().ifPresent(elsewhere::add);
        qualify().ifPresent(elsewhere::add);
        return WrittenValues.of(recognized, elsewhere);
    }
}
