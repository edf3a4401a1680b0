package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Binary;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Export;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Label;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.SyntaxExtension;
import dev.azoth.sql.Window;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * A query that chooses among its rows by window functions, written as a query around it that does so in WHERE.
 *
 * <p>What is chosen by, and what is sorted by without being selected, becomes columns of the inner query that the outer one leaves out.
 */
final class WindowedQuery {
    private final Select<?> query;
    private final List<Export> exports;
    private final List<Selectable<?>> inside = new ArrayList<>();
    private final List<Integer> keys = new ArrayList<>();

    private WindowedQuery(Select<?> query) {
        this.query = query;
        this.exports = query.exports();
        exports.forEach(export -> inside.add(export.expression()));
        query.orderBy().forEach(ordering -> keys.add(place(ordering.expression())));
    }

    /** QUALIFY: the condition is a column. */
    static Select<?> qualified(Select<?> query, Condition condition) {
        if (!query.distinctOn().isEmpty()) {
            throw new CompileException("a query has both qualify(…) and distinctOn(…): make one of them a subquery");
        }
        WindowedQuery whole = new WindowedQuery(query);
        int meets = whole.hide(condition);
        Subquery rows = whole.rows(false);
        Select<?> outer = whole.around(rows).where(rows.get(name(rows, meets), Boolean.class));
        return whole.limited(query.isDistinct() ? outer.distinct() : outer, query.fetch());
    }

    /** The order of rows that cannot be sorted where they are made. */
    static Select<?> sorted(Select<?> query) {
        WindowedQuery whole = new WindowedQuery(query);
        return whole.limited(whole.around(whole.rows(query.isDistinct())), query.fetch());
    }

    /** DISTINCT ON: the first row of each partition. */
    static Select<?> firstOfEach(Select<?> query) {
        WindowedQuery whole = new WindowedQuery(query);
        Expression<?>[] partition = query.distinctOn().toArray(Expression<?>[]::new);
        int place = whole.hide(Sql.rowNumber().over(whole.inOrder(Sql.window().partitionBy(partition))));
        Subquery rows = whole.rows(false);
        return whole.limited(whole.around(rows).where(number(rows, place).eq(Sql.literal(1L))), query.fetch());
    }

    /** LIMIT and OFFSET: the rows of these numbers. */
    static Select<?> ranged(Select<?> query) {
        WindowedQuery whole = new WindowedQuery(query.isDistinct() ? different(query) : query);
        int place = whole.hide(Sql.rowNumber().over(whole.inOrder(Sql.window())));
        Subquery rows = whole.rows(false);
        Expression<Long> row = number(rows, place);
        Select<?> outer = whole.around(rows);
        if (query.offset().isPresent()) {
            Expression<Long> before = query.offset().get();
            outer = outer.where(row.gt(before));
            row = new Binary<>(row, Operator.MINUS, before, Types.BIGINT);
        }
        return query.limit().isPresent() ? outer.where(row.le(query.limit().get())) : outer;
    }

    /** FETCH of rows with ties, or of a part of them: those of so high a rank. */
    static Select<?> fetched(Select<?> query) {
        WindowedQuery whole = new WindowedQuery(query.isDistinct() ? different(query) : query);
        boolean ties = query.fetch() == Fetch.WITH_TIES;
        int place = whole.hide((ties ? Sql.rank() : Sql.rowNumber()).over(whole.inOrder(Sql.window())));
        int all = ties ? place : whole.hide(Sql.count().over());
        Subquery rows = whole.rows(false);
        Expression<Long> row = query.offset().isEmpty()
                ? number(rows, place)
                : new Binary<>(
                        number(rows, place), Operator.MINUS, query.offset().get(), Types.BIGINT);
        Expression<Long> limit = query.limit().orElseThrow();
        Condition near = ties
                ? row.le(limit)
                : row.minus(Sql.literal(1L))
                        .times(Sql.literal(100L))
                        .lt(number(rows, all).times(limit));
        Select<?> outer = whole.around(rows).where(near);
        return query.offset().isEmpty() ? outer : outer.offset(query.offset().get());
    }

    /** The same rows out of a subquery, so that they are different before they are counted. */
    private static Select<?> different(Select<?> query) {
        WindowedQuery whole = new WindowedQuery(query);
        if (whole.inside.size() > whole.exports.size()) {
            throw new CompileException("a query of different rows is sorted by what it does not select");
        }
        return whole.around(whole.rows(true));
    }

    private static String name(Subquery rows, int place) {
        return rows.columns().get(place).name();
    }

    private static Expression<Long> number(Subquery rows, int place) {
        return rows.get(name(rows, place), Long.class);
    }

    /** Adds a column that only this class knows of. */
    private int hide(Expression<?> expression) {
        inside.add(new Label<>(expression, "azoth_" + (inside.size() + 1)));
        return inside.size() - 1;
    }

    /** Where a sort key is among the columns inside. */
    private int place(Expression<?> key) {
        for (int i = 0; i < exports.size(); i++) {
            Expression<?> selected = exports.get(i).expression();
            if (selected.equals(key)
                    || (selected instanceof Label<?> label && label.expression().equals(key))) {
                return i;
            }
        }
        return hide(key instanceof Label<?> label ? label.expression() : key);
    }

    private Window inOrder(Window window) {
        return query.orderBy().isEmpty()
                ? window
                : window.orderBy(query.orderBy().toArray(Ordering[]::new));
    }

    private Subquery rows(boolean distinct) {
        Select<?> rows = Sql.select(inside)
                .with(query.with().toArray(CommonTableExpression[]::new))
                .hints(query.hints())
                .ext(query.extensions().toArray(SyntaxExtension[]::new))
                .from(query.from().toArray(FromItem[]::new));
        rows = query.where().isPresent() ? rows.where(query.where().get()) : rows;
        rows = rows.groupBy(query.groupBy().toArray(Expression<?>[]::new));
        rows = query.grouping().isPresent() ? rows.groupBy(query.grouping().get()) : rows;
        rows = query.having().isPresent() ? rows.having(query.having().get()) : rows;
        return (distinct ? rows.distinct() : rows).subquery();
    }

    /** The query's own columns and order, over the rows of the inner query. */
    private Select<?> around(Subquery rows) {
        Select<?> outer = Sql.select(rows.columns().subList(0, exports.size())).from(rows);
        for (int i = 0; i < keys.size(); i++) {
            Ordering ordering = query.orderBy().get(i);
            outer = outer.orderBy(
                    new Ordering(rows.columns().get(keys.get(i)), ordering.descending(), ordering.nulls()));
        }
        return outer;
    }

    private Select<?> limited(Select<?> outer, Fetch counted) {
        Select<?> limited =
                query.limit().isEmpty() ? outer : outer.fetch(query.limit().get(), counted);
        return query.offset().isEmpty()
                ? limited
                : limited.offset(query.offset().get());
    }
}
