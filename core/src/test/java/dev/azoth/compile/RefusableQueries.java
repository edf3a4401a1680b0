package dev.azoth.compile;

import static dev.azoth.compile.Refusable.part;
import static dev.azoth.compile.Refusable.thing;
import static dev.azoth.sql.Bound.currentRow;
import static dev.azoth.sql.Bound.preceding;
import static dev.azoth.sql.Bound.unboundedFollowing;
import static dev.azoth.sql.Bound.unboundedPreceding;
import static dev.azoth.sql.Sql.any;
import static dev.azoth.sql.Sql.anyValue;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.cube;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.expression;
import static dev.azoth.sql.Sql.fulltext;
import static dev.azoth.sql.Sql.function;
import static dev.azoth.sql.Sql.generateSeries;
import static dev.azoth.sql.Sql.grouping;
import static dev.azoth.sql.Sql.groupingSets;
import static dev.azoth.sql.Sql.lastValue;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.percentileCont;
import static dev.azoth.sql.Sql.rollup;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.stringAgg;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.tableFunction;
import static dev.azoth.sql.Sql.tableSample;
import static dev.azoth.sql.Sql.trueCondition;
import static dev.azoth.sql.Sql.unnest;
import static dev.azoth.sql.Sql.value;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.Frame;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Select;
import dev.azoth.sql.SqlOutput;
import dev.azoth.sql.Structure;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.SyntaxExtension;
import dev.azoth.sql.TableAlias;
import dev.azoth.sql.TableSample;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queries that not every dialect can say, by what they are about. */
final class RefusableQueries {
    static final String LONG = "n".repeat(300);

    private RefusableQueries() {}

    private record Clause(Point point) implements SyntaxExtension {
        @Override
        public void render(SqlOutput out) {
            out.sql("");
        }

        @Override
        public void describe(Structure out) {
            out.value(point);
        }
    }

    static Map<String, Refusable> all() {
        Map<String, Refusable> all = new LinkedHashMap<>();
        sources(all);
        groups(all);
        windows(all);
        aggregates(all);
        locks(all);
        searches(all);
        return all;
    }

    private static void sources(Map<String, Refusable> all) {
        Select<Integer> things = select(thing.id).from(thing);
        Subquery last = select(max(part.part).as("last"))
                .from(part)
                .where(part.of.eq(thing.id))
                .lateral("l");
        all.put(
                "lateral",
                Refusable.of(select(last.get("last", Integer.class)).from(thing).leftJoin(last, trueCondition())));
        TableSample some = tableSample(thing, TableSample.Method.BERNOULLI, 10).named("s");
        all.put("sample", Refusable.of(select(some.get(thing.id)).from(some)));
        CommonTableExpression gone = delete(thing).returning(thing.id).cte("gone");
        all.put("change in WITH", Refusable.of(select(gone.get(thing.id)).from(gone)));
        all.put("computed limit", Refusable.of(things.limit(value(1L).plus(1L))));
        all.put(
                "table function",
                Refusable.of(select(count()).from(tableFunction("f", value(1)).named("f"))));
        all.put(
                "names of a table function's columns",
                Refusable.of(select(count()).from(tableFunction("f", value(1)).withOrdinality("n"))));
        all.put(
                "ordinality of a series",
                Refusable.of(
                        select(count()).from(generateSeries(value(1), value(2)).withOrdinality("n"))));
        all.put(
                "unnest of exact numbers",
                Refusable.of(select(count())
                        .from(unnest(value(List.of(BigDecimal.ONE), Types.array(Types.NUMERIC(9, 2)))))));
        all.put("unnest of a column", Refusable.of(select(count()).from(thing, unnest(thing.sizes))));
        all.put("right join", Refusable.of(select(thing.id).from(thing).rightJoin(part, part.of.eq(thing.id))));
        all.put("full join", Refusable.of(select(thing.id).from(thing).fullJoin(part, part.of.eq(thing.id))));
        TableAlias more = part.as("more");
        all.put(
                "full join by what is outside",
                Refusable.of(select(thing.id)
                        .from(thing)
                        .where(select(part.part)
                                .from(part)
                                .fullJoin(more, more.get(part.of).eq(thing.id))
                                .exists())));
        all.put(
                "recursion with UNION",
                Refusable.of(select(CommonTableExpression.recursiveDistinct(
                                "r",
                                select(thing.id).from(thing),
                                table -> select(table.get(thing.id)).from(table))
                        .get(thing.id))));
        all.put(
                "any row of a query",
                Refusable.of(thing.id.eq(any(select(part.part).from(part)))));
        all.put(
                "every row of a query",
                Refusable.of(thing.id.gt(dev.azoth.sql.Sql.all(select(part.part).from(part)))));
        all.put(
                "intersect all",
                Refusable.of(things.intersectAll(select(part.part).from(part))));
    }

    private static void groups(Map<String, Refusable> all) {
        Select<?> cubes = select(count()).from(thing).groupBy(cube(thing.amount));
        all.put("rollup", Refusable.of(select(count()).from(thing).groupBy(rollup(thing.amount))));
        all.put(
                "grouping",
                Refusable.of(select(grouping(thing.amount)).from(thing).groupBy(rollup(thing.amount))));
        all.put(
                "grouping sets",
                Refusable.of(select(count()).from(thing).groupBy(groupingSets(List.of(List.of(thing.amount))))));
        all.put(
                "groupings beside clauses of one's own",
                Refusable.of(cubes.ext(new Clause(SyntaxExtension.Point.AFTER_WHERE))));
        all.put("groupings beside text", Refusable.of(cubes.addColumns(expression("amount + 1", Types.INTEGER))));
        all.put(
                "groupings beside windows",
                Refusable.of(cubes.addColumns(sum(count()).over())));
        all.put("ties", Refusable.of(select(thing.id).orderBy(thing.id).fetch(1, Fetch.WITH_TIES)));
    }

    private static void windows(Map<String, Refusable> all) {
        all.put(
                "frame of groups",
                Refusable.of(sum(thing.id).over(w -> w.orderBy(thing.id).groups(preceding(1), currentRow()))));
        all.put(
                "frame without rows",
                Refusable.of(sum(thing.id)
                        .over(w -> w.orderBy(thing.id)
                                .rows(unboundedPreceding(), unboundedFollowing())
                                .exclude(Frame.Exclusion.CURRENT_ROW))));
        all.put(
                "frame without rows and order",
                Refusable.of(sum(thing.id)
                        .over(w -> w.rows(unboundedPreceding(), unboundedFollowing())
                                .exclude(Frame.Exclusion.CURRENT_ROW))));
        all.put(
                "frame of time",
                Refusable.of(sum(thing.id)
                        .over(w -> w.orderBy(thing.day).range(preceding(1, DateUnit.WEEK), currentRow()))));
        all.put(
                "nulls passed over",
                Refusable.of(lastValue(thing.amount).ignoreNulls().over(w -> w.orderBy(thing.id))));
        all.put(
                "each value once in a window",
                Refusable.of(sum(thing.id).distinct().over()));
        all.put(
                "texts joined in a window",
                Refusable.of(stringAgg(thing.name, ",").over()));
    }

    private static void aggregates(Map<String, Refusable> all) {
        all.put("any of many values", Refusable.of(anyValue(thing.name)));
        all.put("cast that may fail", Refusable.of(thing.name.tryCast(Types.INTEGER)));
        all.put("ordered set", Refusable.of(percentileCont(0.5, thing.amount)));
        FunctionCall<Double> share = function("percentile_cont", Types.DOUBLE, literal(0.5));
        all.put("ordered set downwards", Refusable.of(share.withinGroup(thing.amount.desc())));
        all.put(
                "filter without arguments",
                Refusable.of(function("f", Types.INTEGER).filter(thing.id.gt(1))));
        all.put(
                "order in an aggregate",
                Refusable.of(function("f", Types.INTEGER, thing.id).orderBy(thing.id)));
        all.put(
                "texts joined in an order",
                Refusable.of(stringAgg(thing.name, ",").orderBy(thing.id)));
        all.put(
                "different texts joined",
                Refusable.of(stringAgg(thing.name, ";").distinct()));
        all.put(
                "aggregate of no aggregate",
                Refusable.of(function("bits_of_both", Types.INTEGER, thing.id, thing.id)
                        .distinct()));
    }

    private static void locks(Map<String, Refusable> all) {
        Select<Integer> things = select(thing.id).from(thing);
        all.put("lock", Refusable.of(things.forUpdate()));
        all.put("lock that is shared", Refusable.of(things.forShare()));
        all.put("lock of all but keys", Refusable.of(things.forNoKeyUpdate()));
        all.put("lock of keys", Refusable.of(things.forKeyShare()));
        all.put("lock of some tables", Refusable.of(things.forUpdate(lock -> lock.of(thing))));
        all.put("lock waited for", Refusable.of(things.forUpdate(lock -> lock.waitSeconds(3))));
        all.put(
                "lock of chosen rows",
                Refusable.of(things.qualify(rowNumber().over().le(1L)).forUpdate()));
    }

    private static void searches(Map<String, Refusable> all) {
        Subquery rows = select(thing.name).from(thing).subquery("rows");
        all.put("full text search", Refusable.of(fulltext(thing.name).match("a").matches()));
        all.put(
                "full text headline",
                Refusable.of(fulltext(thing.name).match("a").headline(thing.name)));
        all.put(
                "full text search of expressions",
                Refusable.of(fulltext(thing.name.concat("x")).match("a").matches()));
        all.put(
                "full text search of a subquery",
                Refusable.of(select(count())
                        .from(rows)
                        .where(fulltext(rows.get(thing.name)).match("a").matches())));
        Table named = Table.of(new MetaData(), LONG, Column.of("id", Types.INTEGER));
        all.put("name that is too long", Refusable.of(select(count()).from(named)));
    }
}
