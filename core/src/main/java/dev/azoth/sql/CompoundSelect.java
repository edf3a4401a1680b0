package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Queries joined by UNION, INTERSECT or EXCEPT; its columns have the names of the first query's.
 *
 * <p>ORDER BY and LIMIT of this statement are those of the whole; a part may have its own.
 */
public final class CompoundSelect<T> implements Query<T> {
    private final Kind kind;
    private final List<Query<?>> parts;
    private final CompoundClauses clauses;

    /** The set operations. */
    public enum Kind {
        /** All rows, each once. */
        UNION("UNION"),
        /** All rows. */
        UNION_ALL("UNION ALL"),
        /** The rows of both, each once. */
        INTERSECT("INTERSECT"),
        /** The rows of both, as often as the one that has them less often. */
        INTERSECT_ALL("INTERSECT ALL"),
        /** The rows of the first that the second lacks, each once. */
        EXCEPT("EXCEPT"),
        /** The rows of the first, each as often as it has them more often than the second. */
        EXCEPT_ALL("EXCEPT ALL");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        /** Its keywords. */
        public String sql() {
            return sql;
        }
    }

    private CompoundSelect(Kind kind, List<Query<?>> parts, CompoundClauses clauses) {
        this.kind = kind;
        this.parts = List.copyOf(parts);
        this.clauses = clauses;
    }

    static <T> CompoundSelect<T> of(Kind kind, Query<?> left, Query<?> right) {
        int columns = left.exports().size();
        if (columns != right.exports().size()) {
            throw new InvalidRequestException(kind.sql() + " needs queries of the same number of columns, not "
                    + columns + " and " + right.exports().size());
        }
        List<Query<?>> parts = new ArrayList<>();
        // (a UNION b) UNION c is a UNION b UNION c, as long as nothing was said of the inner whole
        if (left instanceof CompoundSelect<?> inner
                && inner.kind == kind
                && (kind == Kind.UNION || kind == Kind.UNION_ALL)
                && inner.clauses.equals(CompoundClauses.NONE)) {
            parts.addAll(inner.parts);
        } else {
            parts.add(left);
        }
        parts.add(right);
        return new CompoundSelect<>(kind, parts, CompoundClauses.NONE);
    }

    private CompoundSelect<T> with(CompoundClauses changed) {
        return new CompoundSelect<>(kind, parts, changed);
    }

    /** Sorts the whole, by columns or labels of the first query, ascending if nothing is said; adds to former calls. */
    public CompoundSelect<T> orderBy(SortTerm... terms) {
        return with(clauses.withOrderBy(SelectParts.appended(clauses.orderBy(), SortTerm.orderings(terms))));
    }

    /** Forgets the order of the whole. */
    public CompoundSelect<T> unordered() {
        return with(clauses.withOrderBy(List.of()));
    }

    /** At most so many rows of the whole. */
    public CompoundSelect<T> limit(long rows) {
        return fetch(rows, Fetch.ROWS);
    }

    /** At most so many rows of the whole, by an expression; MySQL and MariaDB take a value or a parameter only. */
    public CompoundSelect<T> limit(Expression<Long> rows) {
        return fetch(rows, Fetch.ROWS);
    }

    /** So many rows of the whole and those equal to the last one, or so many hundredths of the rows; see {@link Select#fetch}. */
    public CompoundSelect<T> fetch(long rows, Fetch counted) {
        return fetch(SelectRange.rows(rows), counted);
    }

    /** The same by an expression. */
    public CompoundSelect<T> fetch(Expression<Long> rows, Fetch counted) {
        return with(clauses.withLimit(rows, counted));
    }

    /** The rows of the whole from one to before another, which count from 0. */
    public CompoundSelect<T> slice(long from, long to) {
        return offset(from).limit(Math.subtractExact(to, from));
    }

    /** Leaves out so many rows of the whole first. */
    public CompoundSelect<T> offset(long rows) {
        return offset(SelectRange.rows(rows));
    }

    /** Leaves out so many rows of the whole first, by an expression; MySQL and MariaDB take a value or a parameter only. */
    public CompoundSelect<T> offset(Expression<Long> rows) {
        return with(clauses.withOffset(rows));
    }

    /** Writes these in WITH, though nothing reads them; adds to former calls. */
    public CompoundSelect<T> with(CommonTableExpression... tables) {
        return with(clauses.withTables(SelectParts.appended(clauses.with(), Arrays.asList(tables))));
    }

    /**
     * The same rows, each as a record: its components are, in order, the columns of the first query.
     *
     * <p>Number and classes are checked when the statement is compiled.
     */
    public <R extends Record> CompoundSelect<R> as(Class<R> record) {
        return new CompoundSelect<>(kind, parts, clauses.withProjection(new Projection.Into(record)));
    }

    /** The operation alone: all rows, in no order. */
    public CompoundSelect<T> operation() {
        return with(clauses.unranged());
    }

    /** Which operation it is. */
    public Kind kind() {
        return kind;
    }

    /** The queries, at least two. */
    public List<Query<?>> parts() {
        return parts;
    }

    /** The order of the whole. */
    public List<Ordering> orderBy() {
        return clauses.orderBy();
    }

    /** The most rows of the whole. */
    public Optional<Expression<Long>> limit() {
        return Optional.ofNullable(clauses.limit());
    }

    /** The rows left out of the whole. */
    public Optional<Expression<Long>> offset() {
        return Optional.ofNullable(clauses.offset());
    }

    /** What the limit counts. */
    public Fetch fetch() {
        return clauses.fetch();
    }

    /** What is written in WITH, read or not. */
    public List<CommonTableExpression> with() {
        return clauses.with();
    }

    @Override
    public List<? extends Selectable<?>> selection() {
        return parts.get(0).selection();
    }

    @Override
    public Projection projection() {
        return clauses.projection() == null ? parts.get(0).projection() : clauses.projection();
    }

    @Override
    public void describe(Structure out) {
        out.value(kind)
                .nodes(parts)
                .nodes(clauses.orderBy())
                .node(clauses.limit())
                .node(clauses.offset())
                .value(clauses.fetch())
                .nodes(clauses.with())
                .value(clauses.projection());
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }

    CompoundSelect<T> rewritten(Rewriter by) {
        List<Query<?>> otherParts = by.nodes(parts);
        CompoundClauses otherClauses = RecordParts.rewritten(clauses, by);
        return otherParts == parts && Rewriter.isSame(otherClauses, clauses)
                ? this
                : new CompoundSelect<>(kind, otherParts, otherClauses);
    }

    /** The operation without its last part, which may be one query alone; without order and range. */
    Query<?> withoutLast() {
        List<Query<?>> others = parts.subList(0, parts.size() - 1);
        return others.size() == 1 ? others.get(0) : new CompoundSelect<>(kind, others, CompoundClauses.NONE);
    }
}
