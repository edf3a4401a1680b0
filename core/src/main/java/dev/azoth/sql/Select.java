package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT.
 *
 * <p>Immutable: every method gives a new statement. When {@link #from} is not called, the statement reads from the tables of what it
 * selects; a table that only WHERE mentions is never added, so that no product of tables comes about unseen.
 *
 * @param <T> what a row yields
 */
public final class Select<T> implements Query<T> {
    private final SelectClauses clauses;
    private final SelectExtras extras;
    private final Projection projection;

    private Select(SelectClauses clauses, SelectExtras extras, Projection projection) {
        this.clauses = clauses;
        this.extras = extras;
        this.projection = projection;
    }

    static <T> Select<T> of(List<? extends Selectable<?>> selection, Projection projection) {
        return new Select<>(SelectClauses.of(selection), SelectExtras.NONE, projection);
    }

    private Select<T> with(SelectClauses changed) {
        return new Select<>(changed, extras, projection);
    }

    private Select<T> with(SelectExtras changed) {
        return new Select<>(clauses, changed, projection);
    }

    private static <E> List<E> appended(List<E> list, List<? extends E> more) {
        List<E> all = new ArrayList<>(list);
        all.addAll(more);
        return all;
    }

    /** The same query of other things. */
    public Select<Row> withSelection(Selectable<?>... selection) {
        return new Select<>(clauses.withSelection(Arrays.asList(selection)), extras, new Projection.Rows());
    }

    /** The same query of one other thing. */
    public <R> Select<R> withOnly(Selectable<R> selection) {
        return new Select<>(clauses.withSelection(List.of(selection)), extras, new Projection.Single());
    }

    /** The same query of these things too, after the others. */
    public Select<Row> addColumns(Selectable<?>... more) {
        List<Selectable<?>> all = new ArrayList<>(clauses.selection());
        all.addAll(Arrays.asList(more));
        return new Select<>(clauses.withSelection(all), extras, new Projection.Rows());
    }

    /**
     * The same query with each row as a record: its components are, in order, the columns selected.
     *
     * <p>Number and classes are checked when the statement is compiled.
     */
    public <R extends Record> Select<R> as(Class<R> record) {
        return new Select<>(clauses, extras, new Projection.Into(record));
    }

    /** Each row once. */
    public Select<T> distinct() {
        return with(clauses.withDistinct(true));
    }

    /**
     * Of the rows that are equal in these the first one, in the order of {@link #orderBy}, which begins with these; adds to former calls.
     *
     * <p>Without an order it is any of them.
     */
    public Select<T> distinctOn(Expression<?>... keys) {
        return with(extras.withDistinctOn(Arrays.asList(keys)));
    }

    /** Reads from these; adds to what a former call gave. */
    public Select<T> from(Source... sources) {
        List<FromItem> items = Arrays.stream(sources).map(Source::fromItem).toList();
        return with(clauses.withFrom(appended(clauses.from(), items)));
    }

    /** Joins to what is in FROM last. */
    public Select<T> join(Source right, Expression<Boolean> on) {
        return joined(Join.Kind.INNER, right, Condition.of(on));
    }

    /**
     * Joins by the only foreign key between the right side and what is in FROM last.
     *
     * @throws InvalidRequestException if there is none, or more than one
     */
    public Select<T> join(Source right) {
        return joined(Join.Kind.INNER, right, keyTo(right));
    }

    /** Joins, keeping rows of the left side that no row of the right meets. */
    public Select<T> leftJoin(Source right, Expression<Boolean> on) {
        return joined(Join.Kind.LEFT, right, Condition.of(on));
    }

    /** The same by the only foreign key between both sides; see {@link #join(Source)}. */
    public Select<T> leftJoin(Source right) {
        return joined(Join.Kind.LEFT, right, keyTo(right));
    }

    private Condition keyTo(Source right) {
        List<FromItem> items = from();
        if (items.isEmpty()) {
            throw new InvalidRequestException("nothing to join to: call from(…) first");
        }
        return KeyJoin.of(items.get(items.size() - 1), right.fromItem());
    }

    /** Joins, keeping rows of the right side that no row of the left meets. */
    public Select<T> rightJoin(Source right, Expression<Boolean> on) {
        return joined(Join.Kind.RIGHT, right, Condition.of(on));
    }

    /** Joins, keeping all rows of both sides. */
    public Select<T> fullJoin(Source right, Expression<Boolean> on) {
        return joined(Join.Kind.FULL, right, Condition.of(on));
    }

    /** Pairs every row with every row. */
    public Select<T> crossJoin(Source right) {
        return joined(Join.Kind.CROSS, right, null);
    }

    private Select<T> joined(Join.Kind kind, Source right, @Nullable Condition on) {
        List<FromItem> items = new ArrayList<>(from());
        if (items.isEmpty()) {
            throw new InvalidRequestException("nothing to join to: call from(…) first");
        }
        FromItem left = items.remove(items.size() - 1);
        items.add(new Join(left, right.fromItem(), kind, on));
        return with(clauses.withFrom(items));
    }

    /** Keeps rows that meet the conditions, and those of former calls. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Select<T> where(Expression<Boolean>... conditions) {
        return with(clauses.withWhere(conjunction(clauses.where(), Arrays.asList(conditions))));
    }

    /** Makes one row of those that are equal in these; adds to former calls. */
    public Select<T> groupBy(Expression<?>... expressions) {
        return with(clauses.withGroupBy(appended(clauses.groupBy(), Arrays.asList(expressions))));
    }

    /** Groups in several ways at once, within what the other calls group by; the last call counts. */
    public Select<T> groupBy(Grouping grouping) {
        return with(extras.withGrouping(grouping));
    }

    /** Keeps groups that meet the conditions, and those of former calls. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Select<T> having(Expression<Boolean>... conditions) {
        return with(clauses.withHaving(conjunction(clauses.having(), Arrays.asList(conditions))));
    }

    /** Keeps rows that meet the conditions, which may have window functions, and those of former calls. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Select<T> qualify(Expression<Boolean>... conditions) {
        return with(extras.withQualify(conjunction(extras.qualify(), Arrays.asList(conditions))));
    }

    /** Sorts; adds to former calls. */
    public Select<T> orderBy(Ordering... orderings) {
        return with(clauses.withOrderBy(appended(clauses.orderBy(), Arrays.asList(orderings))));
    }

    /** Sorts ascending; adds to former calls. */
    public Select<T> orderBy(Expression<?>... expressions) {
        return orderBy(Arrays.stream(expressions).map(Expression::asc).toArray(Ordering[]::new));
    }

    /** Forgets the order. */
    public Select<T> unordered() {
        return with(clauses.withOrderBy(List.of()));
    }

    /** At most so many rows. */
    public Select<T> limit(long rows) {
        return fetch(rows, Fetch.ROWS);
    }

    /** At most so many rows, by an expression; MySQL and MariaDB take a value or a parameter only. */
    public Select<T> limit(Expression<Long> rows) {
        return fetch(rows, Fetch.ROWS);
    }

    /**
     * So many rows and those equal to the last one, or so many hundredths of the rows.
     *
     * <p>Both need an order. With ties, the order decides what is equal.
     */
    public Select<T> fetch(long rows, Fetch counted) {
        return fetch(new Bind<>(Types.BIGINT, notNegative(rows)), counted);
    }

    /** The same by an expression. */
    public Select<T> fetch(Expression<Long> rows, Fetch counted) {
        return new Select<>(clauses.withLimit(rows), extras.withFetch(counted), projection);
    }

    /** The rows from one to before another, which count from 0. */
    public Select<T> slice(long from, long to) {
        return offset(from).limit(Math.subtractExact(to, from));
    }

    /** Leaves out so many rows first. */
    public Select<T> offset(long rows) {
        return with(clauses.withOffset(new Bind<>(Types.BIGINT, notNegative(rows))));
    }

    /** The same query of all rows: without limit and offset. */
    Select<T> withoutRange() {
        return new Select<>(clauses.withLimit(null).withOffset(null), extras.withFetch(Fetch.ROWS), projection);
    }

    /** Leaves out so many rows first, by an expression; MySQL and MariaDB take a value or a parameter only. */
    public Select<T> offset(Expression<Long> rows) {
        return with(clauses.withOffset(rows));
    }

    private static long notNegative(long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("a number of rows is not negative: " + rows);
        }
        return rows;
    }

    /** Locks the rows against all who would change or lock them, until the transaction ends. */
    public Select<T> forUpdate() {
        return forUpdate(UnaryOperator.identity());
    }

    /** The same for some of the tables, or without waiting: {@code forUpdate(lock -> lock.of(order).skipLocked())}. */
    public Select<T> forUpdate(UnaryOperator<Lock> options) {
        return with(clauses.withLock(options.apply(Lock.of(Lock.Strength.UPDATE))));
    }

    /** Locks the rows, but lets others refer to their keys. */
    public Select<T> forNoKeyUpdate() {
        return forNoKeyUpdate(UnaryOperator.identity());
    }

    /** The same for some of the tables, or without waiting: {@code forNoKeyUpdate(lock -> lock.of(order).skipLocked())}. */
    public Select<T> forNoKeyUpdate(UnaryOperator<Lock> options) {
        return with(clauses.withLock(options.apply(Lock.of(Lock.Strength.NO_KEY_UPDATE))));
    }

    /** Locks the rows, letting others read and share them. */
    public Select<T> forShare() {
        return forShare(UnaryOperator.identity());
    }

    /** The same for some of the tables, or without waiting: {@code forShare(lock -> lock.of(order).skipLocked())}. */
    public Select<T> forShare(UnaryOperator<Lock> options) {
        return with(clauses.withLock(options.apply(Lock.of(Lock.Strength.SHARE))));
    }

    /** Locks the keys of the rows: others may change the rest of them. */
    public Select<T> forKeyShare() {
        return forKeyShare(UnaryOperator.identity());
    }

    /** The same for some of the tables, or without waiting: {@code forKeyShare(lock -> lock.of(order).skipLocked())}. */
    public Select<T> forKeyShare(UnaryOperator<Lock> options) {
        return with(clauses.withLock(options.apply(Lock.of(Lock.Strength.KEY_SHARE))));
    }

    /** Writes these in WITH, though nothing reads them; adds to former calls. */
    public Select<T> with(CommonTableExpression... tables) {
        return with(extras.withTables(Arrays.asList(tables)));
    }

    /** Carries options for the layer that runs it; adds to former calls. */
    public Select<T> options(QueryOption... options) {
        return with(clauses.withOptions(appended(clauses.options(), Arrays.asList(options))));
    }

    private static @Nullable Condition conjunction(@Nullable Condition first, List<Expression<Boolean>> more) {
        if (more.isEmpty()) {
            return first;
        }
        Condition added = Junction.of(Operator.AND, more);
        return first == null ? added : first.and(added);
    }

    @Override
    public List<? extends Selectable<?>> selection() {
        return clauses.selection();
    }

    @Override
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

    /** The values, {@link Bind} or {@link InList}, that stand in the text, so that what is grouped by is known to be what is selected. */
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

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }
}
