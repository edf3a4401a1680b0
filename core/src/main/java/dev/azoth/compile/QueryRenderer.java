package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.Export;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Grouping;
import dev.azoth.sql.Label;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.SyntaxExtension;
import dev.azoth.sql.TextQuery;
import dev.azoth.type.SqlType;
import java.util.List;

/** Writes queries, in standard SQL with LIMIT and OFFSET. */
public abstract class QueryRenderer extends RangeRenderer {
    /** For dialects. */
    protected QueryRenderer() {}

    @Override
    final void rows(Query<?> query, SqlWriter out) {
        if (without(QueryFeature.CHANGED_TABLE) && out.scope().readsChanged(query)) {
            if (out.scope().readsRow(query)) { // it would find the rows that were changed before
                throw out.unsupported("subquery of the table that is changed, in which its row is read");
            }
            out.scope().reading(() -> divided(query, true, out.sql("SELECT * FROM (")));
            out.sql(") AS own_rows");
        } else {
            divided(query, false, out);
        }
    }

    private void divided(Query<?> query, boolean inner, SqlWriter out) {
        if (out.scope().isDivided()) {
            queryWithItsTables(query, inner, out);
        } else {
            within(query, inner, out);
        }
    }

    /** Writes a query with its common table expressions in front of it, rather than in front of the whole statement. */
    protected final void queryWithItsTables(Query<?> query, SqlWriter out) {
        queryWithItsTables(query, true, out);
    }

    private void queryWithItsTables(Query<?> query, boolean inner, SqlWriter out) {
        out.scope().apart(() -> {
            SqlWriter body = out.part();
            query(query, inner, body);
            out.append(withCommonTables(body));
        });
    }

    @Override
    final void query(Query<?> query, boolean inner, SqlWriter out) {
        boolean qualified = out.isQualified();
        if (query instanceof Select<?> select) {
            out.qualifying(true, () -> select(select, inner, out));
        } else if (query instanceof CompoundSelect<?> compound) {
            out.qualifying(true, () -> compound(compound, inner, out));
        } else if (query instanceof TextQuery<?> text) {
            out.qualifying(qualified, () -> text(text.text(), out));
        }
    }

    private void select(Select<?> select, boolean inner, SqlWriter out) {
        out.scope().write(select.writtenValues());
        Query<?> written = rewritten(select, out);
        if (written != select) {
            query(written, inner, out);
            return;
        }
        boolean read = out.scope().read(false);
        select.with().forEach(table -> commonTable(table, out));
        out.sql("SELECT");
        extensions(select, SyntaxExtension.Point.AFTER_SELECT, out);
        out.sql(select.isDistinct() ? " DISTINCT " : " ");
        if (!select.distinctOn().isEmpty()) {
            out.sql("DISTINCT ON (").arguments(select.distinctOn()).sql(") ");
        }
        List<Export> exports = select.exports();
        for (int i = 0; i < exports.size(); i++) {
            selected(exports.get(i), inner, read, out.sql(i == 0 ? "" : ", "));
        }
        extensions(select, SyntaxExtension.Point.AFTER_SELECTION, out);
        out.scope().hinting(select.hints(), () -> from(select.from(), out));
        extensions(select, SyntaxExtension.Point.AFTER_FROM, out);
        select.where().ifPresent(where -> out.sql(" WHERE ").argument(where));
        extensions(select, SyntaxExtension.Point.AFTER_WHERE, out);
        groupBy(select, out);
        select.having().ifPresent(having -> out.sql(" HAVING ").argument(having));
        extensions(select, SyntaxExtension.Point.AFTER_GROUP_BY, out);
        select.qualify().ifPresent(condition -> out.sql(" QUALIFY ").argument(condition));
        orderBy(select.orderBy(), exports, false, out);
        extensions(select, SyntaxExtension.Point.AFTER_ORDER_BY, out);
        if (select.fetch() == Fetch.ROWS) {
            limit(select.limit(), select.offset(), out);
        } else {
            fetch(select, out);
        }
        select.lock().ifPresent(lock -> lock(lock, out));
        extensions(select, SyntaxExtension.Point.AT_END, out);
        out.scope().read(read);
    }

    private static void extensions(Select<?> select, SyntaxExtension.Point point, SqlWriter out) {
        extensions(select.extensions(), point, out);
    }

    /** Writes the clauses of the user's own that stand at a point. */
    static void extensions(List<SyntaxExtension> extensions, SyntaxExtension.Point point, SqlWriter out) {
        for (SyntaxExtension extension : extensions) {
            if (extension.point() == point && extension.isFor(out.server().dialect())) {
                extension.render(out.sql(" "));
            }
        }
    }

    private void groupBy(Select<?> select, SqlWriter out) {
        if (!select.groupBy().isEmpty()) {
            out.sql(" GROUP BY ").arguments(select.groupBy());
        }
        select.grouping()
                .ifPresent(grouping -> grouping(grouping, !select.groupBy().isEmpty(), out));
    }

    /**
     * Writes several groupings.
     *
     * @param within whether the query groups by other expressions before
     */
    protected void grouping(Grouping grouping, boolean within, SqlWriter out) {
        out.sql(within ? ", " : " GROUP BY ").sql(grouping.kind().sql()).sql(" (");
        if (grouping.kind() == Grouping.Kind.SETS) {
            for (int i = 0; i < grouping.sets().size(); i++) {
                out.sql(i == 0 ? "(" : ", (").arguments(grouping.sets().get(i)).sql(")");
            }
        } else {
            out.arguments(grouping.expressions());
        }
        out.sql(")");
    }

    /** A query whose rows windows choose as one around it that does so in WHERE; any other as it is. */
    protected static Query<?> chosenInWhere(Query<?> query) {
        if (!(query instanceof Select<?> select)) {
            return query;
        } else if (select.qualify().isPresent()) {
            return WindowedQuery.qualified(select, select.qualify().get());
        }
        return select.distinctOn().isEmpty() ? select : WindowedQuery.firstOfEach(select);
    }

    /** The select as this dialect can say it: one thing that it lacks less, or the same. */
    private Query<?> rewritten(Select<?> select, SqlWriter out) {
        check(select);
        Query<?> written = select;
        boolean unites = select.grouping().isPresent()
                && lacksGrouping(select, select.grouping().get());
        boolean counts = without(QueryFeature.CORRELATED_LIMIT) && Correlation.isLimited(select);
        boolean wraps = unites || counts;
        if (select.qualify().isPresent() && (wraps || without(QueryFeature.QUALIFY))) {
            written = WindowedQuery.qualified(select, select.qualify().get());
        } else if (!select.distinctOn().isEmpty() && (wraps || without(QueryFeature.DISTINCT_ON))) {
            written = WindowedQuery.firstOfEach(select);
        } else if ((select.fetch() == Fetch.WITH_TIES && (unites || without(QueryFeature.WITH_TIES)))
                || (select.fetch() == Fetch.PERCENT && (unites || without(QueryFeature.PERCENT)))) {
            written = WindowedQuery.fetched(select);
        } else if (counts) {
            written = WindowedQuery.ranged(select);
        } else if (unites && isRanged(select)) {
            written = WindowedQuery.sorted(select);
        } else if (unites) {
            written = GroupingUnion.of(select, select.grouping().get(), this, out);
        } else if (without(QueryFeature.FULL_JOIN) && FullJoinUnion.isIn(select)) {
            written = FullJoinUnion.of(select, this, out);
        }
        if (written != select && select.lock().isPresent()) {
            throw out.unsupported("lock of rows that are chosen, grouped or joined by a query around them");
        }
        return written;
    }

    private static boolean isRanged(Select<?> select) {
        return !select.orderBy().isEmpty()
                || select.limit().isPresent()
                || select.offset().isPresent();
    }

    private boolean lacksGrouping(Select<?> select, Grouping grouping) {
        if (grouping.kind() != Grouping.Kind.ROLLUP) {
            return without(QueryFeature.GROUPING_SETS);
        }
        boolean plain = select.groupBy().isEmpty()
                && grouping.expressions().stream().allMatch(ColumnReference.class::isInstance);
        return without(QueryFeature.ROLLUP) || (!plain && without(QueryFeature.ROLLUP_OF_EXPRESSIONS));
    }

    /** NULL as a value of a type, in a query that is joined to others by UNION. */
    protected <T> Expression<T> nullOf(SqlType<T> type) {
        return Sql.nullValue(type).cast(type);
    }

    private static void check(Select<?> select) {
        if (select.fetch() != Fetch.ROWS && select.orderBy().isEmpty()) {
            throw new CompileException("fetch(…, " + select.fetch() + ") needs an order: call orderBy(…)");
        }
        if (select.isDistinct() && !select.distinctOn().isEmpty()) {
            throw new CompileException("a query has both distinct() and distinctOn(…): leave one out");
        }
        int leading = Math.min(select.distinctOn().size(), select.orderBy().size());
        for (Ordering ordering : select.orderBy().subList(0, leading)) {
            if (!select.distinctOn().contains(ordering.expression())) {
                throw new CompileException("the order of a query with distinctOn(…) begins with the same expressions: "
                        + select.distinctOn() + ", not " + ordering.expression());
            }
        }
    }

    private void selected(Export export, boolean inner, boolean read, SqlWriter out) {
        if (read) {
            out.reading(export.expression(), () -> selected(export.expression(), out));
        } else {
            selected(export.expression(), out);
        }
        Expression<?> written = export.expression();
        boolean named = written instanceof ColumnReference<?> own && (export.renamed() || (inner && isComputed(own)));
        if (named || written instanceof Label<?> || (export.renamed() && inner)) {
            out.sql(" AS ").local(export.name());
        }
    }

    /** Writes what is selected, but for its name. */
    protected void selected(Expression<?> selected, SqlWriter out) {
        expression(selected, out);
    }

    /** Writes what stands for FROM where nothing is read. */
    protected void fromNothing(SqlWriter out) {}

    private void from(List<FromItem> items, SqlWriter out) {
        if (items.isEmpty()) {
            fromNothing(out);
        }
        for (int i = 0; i < items.size(); i++) {
            fromItem(items.get(i), out.sql(i == 0 ? " FROM " : ", "));
        }
    }

    private void compound(CompoundSelect<?> compound, boolean inner, SqlWriter out) {
        compound.with().forEach(table -> commonTable(table, out));
        if (compound.fetch() != Fetch.ROWS) {
            query(AroundCompound.of(compound), inner, out);
            return;
        }
        boolean repeats = compound.kind() == CompoundSelect.Kind.INTERSECT_ALL
                || compound.kind() == CompoundSelect.Kind.EXCEPT_ALL;
        if (repeats && without(QueryFeature.SET_ALL)) {
            query(SetAllByNumbers.of(compound), inner, out);
            return;
        }
        List<Query<?>> parts = compound.parts();
        for (int i = 0; i < parts.size(); i++) {
            out.sql(i == 0 ? "" : " " + compound.kind().sql() + " ");
            Query<?> part = parts.get(i);
            if (isSimplePart(part) && !isUnited(part)) {
                // the order of the whole knows columns by their names only
                query(part, i == 0 && (inner || !compound.orderBy().isEmpty()), out);
            } else {
                compoundPart(part, out);
            }
        }
        orderBy(compound.orderBy(), compound.exports(), true, out);
        limit(compound.limit(), compound.offset(), out);
    }

    private static boolean isSimplePart(Query<?> part) {
        return part instanceof Select<?> select
                && select.orderBy().isEmpty()
                && select.limit().isEmpty()
                && select.offset().isEmpty()
                && select.lock().isEmpty()
                && select.extensions().isEmpty();
    }

    private boolean isUnited(Query<?> part) {
        return part instanceof Select<?> select
                && select.grouping()
                        .filter(grouping -> lacksGrouping(select, grouping))
                        .isPresent();
    }

    /** Writes a part of a set operation that has an order, a limit or parts of its own. */
    protected void compoundPart(Query<?> part, SqlWriter out) {
        out.sql("(");
        query(part, out);
        out.sql(")");
    }

    private void orderBy(List<Ordering> orderings, List<Export> exports, boolean byName, SqlWriter out) {
        for (int i = 0; i < orderings.size(); i++) {
            out.sql(i == 0 ? " ORDER BY " : ", ");
            ordering(orderings.get(i), sortKey(exports, byName, out), out);
        }
    }

    @Override
    final void orderings(List<Ordering> orderings, SqlWriter out) {
        for (int i = 0; i < orderings.size(); i++) {
            ordering(orderings.get(i), out::argument, out.sql(i == 0 ? "" : ", "));
        }
    }

    /** How a sort key is written: by the name of a label, and in a set operation by the name of the column. */
    private SortKey sortKey(List<Export> exports, boolean byName, SqlWriter out) {
        return key -> {
            for (int i = 0; i < exports.size(); i++) {
                Export each = exports.get(i);
                if (each.expression().equals(key)
                        ? byName || each.expression() instanceof Label<?>
                        : byName
                                && each.expression() instanceof Label<?> label
                                && label.expression().equals(key)) {
                    if (byName) {
                        compoundSortKey(each, i + 1, out);
                    } else {
                        out.local(each.name());
                    }
                    return;
                }
            }
            out.argument(key);
        };
    }

    /** Writes a column of a set operation by which it is sorted; {@code position} counts from 1. */
    protected void compoundSortKey(Export column, int position, SqlWriter out) {
        out.local(column.name());
    }

    /** Writes the key of an ordering. */
    @FunctionalInterface
    protected interface SortKey {
        /** Writes it. */
        void write(Expression<?> key);
    }

    /** Writes an element of ORDER BY. */
    protected void ordering(Ordering ordering, SortKey key, SqlWriter out) {
        key.write(ordering.expression());
        out.sql(ordering.descending() ? " DESC" : "");
        switch (ordering.nulls()) {
            case FIRST -> out.sql(" NULLS FIRST");
            case LAST -> out.sql(" NULLS LAST");
            case DEFAULT -> {}
        }
    }
}
