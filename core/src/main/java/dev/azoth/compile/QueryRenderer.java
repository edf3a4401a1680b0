package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Bind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.Export;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Grouping;
import dev.azoth.sql.Label;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Parameter;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.TextQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes queries, in standard SQL with LIMIT and OFFSET. */
public abstract class QueryRenderer extends FromRenderer {
    /** For dialects. */
    protected QueryRenderer() {}

    @Override
    final void rows(Query<?> query, SqlWriter out) {
        if (without(QueryFeature.CHANGED_TABLE) && out.scope().readsChanged(query)) {
            if (out.scope().readsRow(query)) { // it would find the rows that were changed before
                throw out.unsupported("subquery of the table that is changed, in which its row is read");
            }
            out.scope().reading(() -> query(query, true, out.sql("SELECT * FROM (")));
            out.sql(") AS own_rows");
        } else {
            query(query, false, out);
        }
    }

    @Override
    final void query(Query<?> query, boolean inner, SqlWriter out) {
        boolean qualified = out.isQualified();
        if (query instanceof Select<?> select) {
            out.qualifying(true, () -> select(select, inner, out));
        } else if (query instanceof CompoundSelect<?> compound) {
            out.qualifying(true, () -> compound(compound, inner, out));
        } else if (query instanceof TextQuery text) {
            out.qualifying(qualified, () -> text(text.text(), out));
        }
    }

    private void select(Select<?> select, boolean inner, SqlWriter out) {
        out.scope().write(select.writtenValues());
        Select<?> written = rewritten(select, out);
        if (written != select) {
            select(written, inner, out);
            return;
        }
        boolean read = out.scope().read(false);
        select.with().forEach(table -> commonTable(table, out));
        out.sql(select.isDistinct() ? "SELECT DISTINCT " : "SELECT ");
        if (!select.distinctOn().isEmpty()) {
            out.sql("DISTINCT ON (").arguments(select.distinctOn()).sql(") ");
        }
        List<Export> exports = select.exports();
        for (int i = 0; i < exports.size(); i++) {
            selected(exports.get(i), inner, read, out.sql(i == 0 ? "" : ", "));
        }
        from(select.from(), out);
        select.where().ifPresent(where -> out.sql(" WHERE ").argument(where));
        groupBy(select, out);
        select.having().ifPresent(having -> out.sql(" HAVING ").argument(having));
        select.qualify().ifPresent(condition -> out.sql(" QUALIFY ").argument(condition));
        orderBy(select.orderBy(), exports, false, out);
        if (select.fetch() == Fetch.ROWS) {
            limit(select.limit(), select.offset(), out);
        } else {
            fetch(select, out);
        }
        select.lock().ifPresent(lock -> lock(lock, out));
        out.scope().read(read);
    }

    private void groupBy(Select<?> select, SqlWriter out) {
        if (!select.groupBy().isEmpty()) {
            out.sql(" GROUP BY ").arguments(select.groupBy());
        }
        select.grouping().ifPresent(grouping -> {
            need(grouping.kind() == Grouping.Kind.ROLLUP ? QueryFeature.ROLLUP : QueryFeature.GROUPING_SETS, out);
            grouping(grouping, !select.groupBy().isEmpty(), out);
        });
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

    /** The select as this dialect can say it: one thing that it lacks less, or the same. */
    private Select<?> rewritten(Select<?> select, SqlWriter out) {
        check(select);
        Select<?> written = select;
        if (select.qualify().isPresent() && without(QueryFeature.QUALIFY)) {
            written = WindowedQuery.qualified(select, select.qualify().get());
        } else if (!select.distinctOn().isEmpty() && without(QueryFeature.DISTINCT_ON)) {
            written = WindowedQuery.firstOfEach(select);
        } else if ((select.fetch() == Fetch.WITH_TIES && without(QueryFeature.WITH_TIES))
                || (select.fetch() == Fetch.PERCENT && without(QueryFeature.PERCENT))) {
            written = WindowedQuery.fetched(select);
        }
        boolean sortsTotals = select.grouping().isPresent() && !select.orderBy().isEmpty();
        if (written == select && sortsTotals && without(QueryFeature.ROLLUP_ORDER)) {
            written = WindowedQuery.sorted(select);
        }
        if (written != select && select.lock().isPresent()) {
            throw out.unsupported("lock of rows that are chosen by window functions");
        }
        return written;
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

    /** What this dialect lacks, of {@link QueryFeature}. */
    protected Set<QueryFeature> without() {
        return Set.of();
    }

    @Override
    final void need(QueryFeature feature, SqlWriter out) {
        if (without(feature)) {
            throw out.unsupported(feature.sql());
        }
    }

    @Override
    final boolean without(QueryFeature feature) {
        return without().contains(feature);
    }

    /** Writes FETCH of rows with ties or of a part of the rows, and OFFSET before it. */
    private static void fetch(Select<?> select, SqlWriter out) {
        select.offset().ifPresent(rows -> out.sql(" OFFSET ").argument(rows).sql(" ROWS"));
        out.sql(select.offset().isPresent() ? " FETCH NEXT " : " FETCH FIRST ");
        out.argument(select.limit().orElseThrow());
        out.sql(select.fetch() == Fetch.WITH_TIES ? " ROWS WITH TIES" : " PERCENT ROWS ONLY");
    }

    private void selected(Export export, boolean inner, boolean read, SqlWriter out) {
        if (read) {
            out.reading(export.expression(), () -> selected(export.expression(), out));
        } else {
            selected(export.expression(), out);
        }
        boolean labelled = export.expression() instanceof Label<?>;
        if (labelled || (export.renamed() && (inner || export.expression() instanceof ColumnReference<?>))) {
            out.sql(" AS ").identifier(export.name());
        }
    }

    /** Writes what is selected, but for its name. */
    protected void selected(Expression<?> selected, SqlWriter out) {
        expression(selected, out);
    }

    private void from(List<FromItem> items, SqlWriter out) {
        for (int i = 0; i < items.size(); i++) {
            fromItem(items.get(i), out.sql(i == 0 ? " FROM " : ", "));
        }
    }

    private void compound(CompoundSelect<?> compound, boolean inner, SqlWriter out) {
        if (compound.kind() == CompoundSelect.Kind.INTERSECT_ALL || compound.kind() == CompoundSelect.Kind.EXCEPT_ALL) {
            need(QueryFeature.SET_ALL, out);
        }
        List<Query<?>> parts = compound.parts();
        for (int i = 0; i < parts.size(); i++) {
            out.sql(i == 0 ? "" : " " + compound.kind().sql() + " ");
            Query<?> part = parts.get(i);
            if (isSimplePart(part)) {
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
                && select.lock().isEmpty();
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
    private static SortKey sortKey(List<Export> exports, boolean byName, SqlWriter out) {
        return key -> {
            Optional<Export> export = exports.stream()
                    .filter(each -> each.expression().equals(key)
                            ? byName || each.expression() instanceof Label<?>
                            : byName
                                    && each.expression() instanceof Label<?> label
                                    && label.expression().equals(key))
                    .findFirst();
            if (export.isPresent()) {
                out.identifier(export.get().name());
            } else {
                out.argument(key);
            }
        };
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

    /** Writes LIMIT and OFFSET. */
    protected void limit(Optional<Expression<Long>> limit, Optional<Expression<Long>> offset, SqlWriter out) {
        if (!isPlain(limit) || !isPlain(offset)) {
            need(QueryFeature.LIMIT_EXPRESSION, out);
        }
        limit.ifPresent(rows -> out.sql(" LIMIT ").argument(rows));
        if (limit.isEmpty() && offset.isPresent()) {
            noLimit(out);
        }
        offset.ifPresent(rows -> out.sql(" OFFSET ").argument(rows));
    }

    private static boolean isPlain(Optional<Expression<Long>> rows) {
        return rows.isEmpty()
                || rows.get() instanceof Bind<?>
                || rows.get() instanceof Parameter<?>
                || rows.get() instanceof Literal<?>;
    }

    /** Writes what must stand before OFFSET when there is no limit. */
    protected void noLimit(SqlWriter out) {}

    /** Writes the lock. */
    protected void lock(Lock lock, SqlWriter out) {
        lockStrength(lock.strength(), out);
        if (!lock.tables().isEmpty()) {
            lockedTables(lock.tables(), out);
        }
        switch (lock.waiting()) {
            case ALWAYS -> {}
            case NEVER -> out.sql(" NOWAIT");
            case SKIPPING -> out.sql(" SKIP LOCKED");
            case SECONDS -> lockSeconds(lock.seconds(), out);
        }
    }

    /** Writes against whom rows are locked. */
    protected void lockStrength(Lock.Strength strength, SqlWriter out) {
        if (strength != Lock.Strength.UPDATE && strength != Lock.Strength.SHARE) {
            throw out.unsupported(strength.sql());
        }
        out.sql(" ").sql(strength.sql());
    }

    /** Writes whose rows are locked. */
    protected void lockedTables(List<FromItem> tables, SqlWriter out) {
        for (int i = 0; i < tables.size(); i++) {
            out.sql(i == 0 ? " OF " : ", ").identifier(unqualifiedName(tables.get(i), out));
        }
    }

    /** Writes how long a lock is waited for. */
    protected void lockSeconds(int seconds, SqlWriter out) {
        throw out.unsupported("lock that is waited for some seconds");
    }
}
