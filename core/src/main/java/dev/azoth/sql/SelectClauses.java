package dev.azoth.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses of a SELECT; each {@code with} method gives a copy with one clause changed. */
record SelectClauses(
        List<? extends Selectable<?>> selection,
        boolean distinct,
        List<FromItem> from,
        @Nullable Condition where,
        List<Expression<?>> groupBy,
        @Nullable Condition having,
        List<Ordering> orderBy,
        @Nullable Expression<Long> limit,
        @Nullable Expression<Long> offset,
        @Nullable Lock lock,
        List<QueryOption> options) {
    SelectClauses {
        selection = List.copyOf(selection);
        from = List.copyOf(from);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
        options = List.copyOf(options);
    }

    static SelectClauses of(List<? extends Selectable<?>> selection) {
        return new SelectClauses(
                selection, false, List.of(), null, List.of(), null, List.of(), null, null, null, List.of());
    }

    SelectClauses withSelection(List<? extends Selectable<?>> to) {
        return new SelectClauses(to, distinct, from, where, groupBy, having, orderBy, limit, offset, lock, options);
    }

    SelectClauses withDistinct(boolean to) {
        return new SelectClauses(selection, to, from, where, groupBy, having, orderBy, limit, offset, lock, options);
    }

    SelectClauses withFrom(List<FromItem> to) {
        return new SelectClauses(
                selection, distinct, to, where, groupBy, having, orderBy, limit, offset, lock, options);
    }

    SelectClauses withWhere(@Nullable Condition to) {
        return new SelectClauses(selection, distinct, from, to, groupBy, having, orderBy, limit, offset, lock, options);
    }

    SelectClauses withGroupBy(List<Expression<?>> to) {
        return new SelectClauses(selection, distinct, from, where, to, having, orderBy, limit, offset, lock, options);
    }

    SelectClauses withHaving(@Nullable Condition to) {
        return new SelectClauses(selection, distinct, from, where, groupBy, to, orderBy, limit, offset, lock, options);
    }

    SelectClauses withOrderBy(List<Ordering> to) {
        return new SelectClauses(selection, distinct, from, where, groupBy, having, to, limit, offset, lock, options);
    }

    SelectClauses withLimit(@Nullable Expression<Long> to) {
        return new SelectClauses(selection, distinct, from, where, groupBy, having, orderBy, to, offset, lock, options);
    }

    SelectClauses withOffset(@Nullable Expression<Long> to) {
        return new SelectClauses(selection, distinct, from, where, groupBy, having, orderBy, limit, to, lock, options);
    }

    SelectClauses withLock(@Nullable Lock to) {
        return new SelectClauses(
                selection, distinct, from, where, groupBy, having, orderBy, limit, offset, to, options);
    }

    SelectClauses withOptions(List<QueryOption> to) {
        return new SelectClauses(selection, distinct, from, where, groupBy, having, orderBy, limit, offset, lock, to);
    }
}
