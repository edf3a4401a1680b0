package dev.azoth.proof;

import static dev.azoth.sql.Sql.avg;
import static dev.azoth.sql.Sql.boolAnd;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.countDistinct;
import static dev.azoth.sql.Sql.exists;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.min;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.stringAgg;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.sumLong;

import dev.azoth.sql.Bound;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Label;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Queries of the two tables. Whatever is sorted is sorted by all that is selected, so that there is one order only. */
final class RandomQueries {
    private static final Sample t = Sample.first;
    private static final Sample u = Sample.second;

    private final Chance chance;
    private final RandomExpressions ofOne;
    private final RandomExpressions ofBoth;

    RandomQueries(Chance chance) {
        this.chance = chance;
        ofOne = new RandomExpressions(chance, t);
        ofBoth = new RandomExpressions(chance, t, u);
    }

    Query<Row> query() {
        return chance.make(
                this::plain, this::joined, this::grouped, this::nested, this::windowed, this::compound, this::derived);
    }

    private Select<Row> plain() {
        List<Expression<?>> selected = labelled(columns(() -> ofOne.any(2)));
        Select<Row> query = select(selected).from(t).where(ofOne.condition(3));
        return finished(query, selected);
    }

    private Select<Row> joined() {
        List<Expression<?>> selected = labelled(columns(() -> ofBoth.any(1)));
        Select<Row> query = select(selected).from(t);
        Condition on = chance.oneIn(2) ? t.whole.eq(u.whole) : ofBoth.condition(2);
        query = switch (chance.of(0, 1, 2, 3, 4)) {
            case 0 -> query.join(u, on);
            case 1 -> query.leftJoin(u, on);
            case 2 -> query.rightJoin(u, on);
            case 3 -> query.fullJoin(u, t.whole.eq(u.whole));
            default -> query.crossJoin(u);
        };
        return finished(chance.oneIn(3) ? query.where(ofBoth.condition(2)) : query, selected);
    }

    /** Rows, all in one order or in none, perhaps without doubles, perhaps some of them. */
    private Select<Row> finished(Select<Row> query, List<Expression<?>> selected) {
        // see Fact.DISTINCT_ORDER
        boolean labelled = selected.stream().allMatch(each -> each instanceof Label);
        Select<Row> rows = labelled && chance.oneIn(2) ? query.distinct() : query;
        if (chance.oneIn(2)) {
            return rows;
        }
        rows = rows.orderBy(selected.stream().map(this::ordering).toArray(Ordering[]::new));
        rows = chance.oneIn(2) ? rows.limit(chance.of(0L, 1L, 3L)) : rows;
        return chance.oneIn(3) ? rows.limit(2).offset(chance.of(0L, 1L, 4L)) : rows;
    }

    private Ordering ordering(Expression<?> expression) {
        Ordering ordering = chance.oneIn(2) ? expression.asc() : expression.desc();
        return chance.oneIn(2) ? ordering.nullsFirst() : ordering.nullsLast();
    }

    private Select<Row> grouped() {
        List<Expression<?>> keys = chance.oneIn(4) ? List.of() : columns(() -> ofOne.any(1));
        List<Selectable<?>> selected = new ArrayList<>(keys);
        selected.add(aggregate());
        selected.add(aggregate());
        Select<Row> query = select(selected).from(t);
        query = chance.oneIn(3) ? query.where(ofOne.condition(2)) : query;
        query = keys.isEmpty() ? query : query.groupBy(keys.toArray(Expression<?>[]::new));
        return chance.oneIn(3) ? query.having(count().gt(chance.of(0L, 1L, 2L))) : query;
    }

    private FunctionCall<?> aggregate() {
        FunctionCall<?> call = chance.<FunctionCall<?>>make(
                () -> count(),
                () -> count(ofOne.any(1)),
                () -> countDistinct(ofOne.whole(1)),
                () -> countDistinct(ofOne.text(1)),
                () -> sum(ofOne.decimal(1)),
                () -> sumLong(ofOne.whole(1)),
                () -> avg(ofOne.whole(1)),
                () -> min(ofOne.text(1)),
                () -> max(ofOne.date(1)),
                () -> max(ofOne.time(1)),
                () -> min(ofOne.large(1)),
                () -> boolAnd(ofOne.flag(1)),
                () -> stringAgg(ofOne.text(1), ";").orderBy(t.id.desc().nullsLast()));
        return chance.oneIn(3) ? call.filter(ofOne.condition(1)) : call;
    }

    private Select<Row> nested() {
        Condition matching = ofBoth.condition(2);
        Condition condition = chance.make(
                () -> exists(select(u.id).from(u).where(matching)),
                () -> exists(select(u.id).from(u).where(matching)).not(),
                () -> t.whole.in(select(u.whole).from(u).where(matching)),
                () -> t.text.notIn(select(u.text).from(u).where(u.text.isNotNull(), matching)),
                () -> t.large.eq(select(max(u.large)).from(u).where(matching)));
        Expression<Integer> inner = chance.make(
                () -> select(max(u.whole)).from(u).where(matching).scalar(),
                () -> Sql.coalesce(
                        select(min(u.whole)).from(u).where(u.whole.gt(t.whole)).scalar(), 7));
        return select(t.id, inner).from(t).where(chance.oneIn(2) ? condition : condition.or(ofOne.condition(1)));
    }

    private Select<Row> windowed() {
        Ordering first = ordering(ofOne.whole(0).plus(t.whole));
        Window window = Sql.window().orderBy(first, ordering(t.id));
        window = chance.oneIn(2) ? window.partitionBy(t.flag) : window;
        Window peers = Sql.window().partitionBy(t.text).orderBy(first);
        Window framed = chance.of(
                window,
                window.rows(Bound.preceding(1), Bound.currentRow()),
                window.rows(Bound.unboundedPreceding(), Bound.unboundedFollowing()),
                window.rows(Bound.currentRow(), Bound.following(2)));
        Window ordered = window;
        return select(
                        t.id,
                        chance.make(
                                () -> Sql.rowNumber().over(ordered),
                                () -> Sql.rank().over(peers),
                                () -> Sql.denseRank().over(peers),
                                () -> Sql.lag(ofOne.text(1)).over(ordered),
                                () -> Sql.lead(t.whole, 2, 5).over(ordered)),
                        chance.make(
                                () -> Sql.sumLong(ofOne.whole(1)).over(framed),
                                () -> count(t.whole).over(framed),
                                () -> Sql.firstValue(ofOne.date(1)).over(framed),
                                () -> Sql.lastValue(ofOne.decimal(0)).over(framed),
                                () -> max(ofOne.whole(1)).over(peers),
                                () -> count().over(Sql.window().partitionBy(t.flag))))
                .from(t);
    }

    private Query<Row> compound() {
        List<Expression<?>> columns =
                List.of(ofOne.whole(1).as("a"), ofOne.text(1).as("b"));
        Select<Row> one = select(columns).from(t);
        Select<Row> other = select(u.whole.as("a"), u.text.as("b")).from(u);
        var both = switch (chance.of(0, 1, 2, 3)) {
            case 0 -> one.union(other);
            case 1 -> one.unionAll(other);
            case 2 -> one.intersect(other);
            default -> one.except(other);
        };
        return chance.oneIn(2)
                ? both
                : both.union(select(t.whole.as("a"), t.text.as("b")).from(t));
    }

    private Select<Row> derived() {
        Expression<Integer> whole = ofOne.whole(2);
        Select<Row> inner = select(whole.as("x"), t.text, count().as("n"))
                .from(t)
                .groupBy(t.text, t.whole, t.large, t.decimal, t.flag, t.date, t.time);
        var table = chance.oneIn(2) ? inner.subquery("q") : inner.cte("q");
        return select(table.get("x", Integer.class), table.get("n", Long.class), u.text)
                .from(table)
                .leftJoin(
                        u,
                        table.get("s", String.class)
                                .eq(u.text)
                                .and(table.get("x", Integer.class).isNotNull()));
    }

    private List<Expression<?>> labelled(List<Expression<?>> columns) {
        boolean labels = chance.oneIn(2);
        return columns.stream()
                .<Expression<?>>map(column -> labels ? column.as("c" + columns.indexOf(column)) : column)
                .toList();
    }

    /** One or two, none of them constant or twice. */
    private List<Expression<?>> columns(Supplier<Expression<?>> maker) {
        List<Expression<?>> columns = new ArrayList<>();
        while (columns.isEmpty() || (columns.size() < 2 && chance.oneIn(2))) {
            Expression<?> made = maker.get();
            if (RandomExpressions.isOfColumns(made) && !columns.contains(made)) {
                columns.add(made);
            }
        }
        return columns;
    }
}
