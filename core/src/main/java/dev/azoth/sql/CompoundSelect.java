package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Queries joined by UNION, INTERSECT or EXCEPT; its columns have the names of the first query's.
 *
 * <p>ORDER BY and LIMIT of this statement are those of the whole; a part may have its own.
 */
public final class CompoundSelect<T> implements Query<T> {
    private final Kind kind;
    private final List<Query<?>> parts;
    private final List<Ordering> orderBy;
    private final @Nullable Expression<Long> limit;
    private final @Nullable Expression<Long> offset;

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

    private CompoundSelect(
            Kind kind,
            List<Query<?>> parts,
            List<Ordering> orderBy,
            @Nullable Expression<Long> limit,
            @Nullable Expression<Long> offset) {
        this.kind = kind;
        this.parts = List.copyOf(parts);
        this.orderBy = List.copyOf(orderBy);
        this.limit = limit;
        this.offset = offset;
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
                && inner.orderBy.isEmpty()
                && inner.limit == null
                && inner.offset == null) {
            parts.addAll(inner.parts);
        } else {
            parts.add(left);
        }
        parts.add(right);
        return new CompoundSelect<>(kind, parts, List.of(), null, null);
    }

    /** Sorts the whole, by columns or labels of the first query; adds to former calls. */
    public CompoundSelect<T> orderBy(Ordering... orderings) {
        List<Ordering> all = new ArrayList<>(orderBy);
        all.addAll(Arrays.asList(orderings));
        return new CompoundSelect<>(kind, parts, all, limit, offset);
    }

    /** Sorts the whole ascending. */
    public CompoundSelect<T> orderBy(Expression<?>... expressions) {
        return orderBy(Arrays.stream(expressions).map(Expression::asc).toArray(Ordering[]::new));
    }

    /** At most so many rows of the whole. */
    public CompoundSelect<T> limit(long rows) {
        return new CompoundSelect<>(kind, parts, orderBy, new Bind<>(Types.BIGINT, rows), offset);
    }

    /** Leaves out so many rows of the whole first. */
    public CompoundSelect<T> offset(long rows) {
        return new CompoundSelect<>(kind, parts, orderBy, limit, new Bind<>(Types.BIGINT, rows));
    }

    /** The operation. */
    public Kind kind() {
        return kind;
    }

    /** The queries, at least two. */
    public List<Query<?>> parts() {
        return parts;
    }

    /** The order of the whole. */
    public List<Ordering> orderBy() {
        return orderBy;
    }

    /** The most rows of the whole. */
    public Optional<Expression<Long>> limit() {
        return Optional.ofNullable(limit);
    }

    /** The rows left out of the whole. */
    public Optional<Expression<Long>> offset() {
        return Optional.ofNullable(offset);
    }

    @Override
    public List<? extends Selectable<?>> selection() {
        return parts.get(0).selection();
    }

    @Override
    public Projection projection() {
        return parts.get(0).projection();
    }

    @Override
    public void describe(Structure out) {
        out.value(kind).nodes(parts).nodes(orderBy).node(limit).node(offset);
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }

    CompoundSelect<T> rewritten(Rewriter by) {
        List<Query<?>> otherParts = by.nodes(parts);
        List<Ordering> otherOrder = by.nodes(orderBy);
        @Nullable Expression<Long> otherLimit = by.optional(limit);
        @Nullable Expression<Long> otherOffset = by.optional(offset);
        return otherParts == parts && otherOrder == orderBy && otherLimit == limit && otherOffset == offset
                ? this
                : new CompoundSelect<>(kind, otherParts, otherOrder, otherLimit, otherOffset);
    }

    /** The operation without its last part, which may be one query alone; without order and range. */
    Query<?> withoutLast() {
        List<Query<?>> others = parts.subList(0, parts.size() - 1);
        return others.size() == 1 ? others.get(0) : new CompoundSelect<>(kind, others, List.of(), null, null);
    }
}
