package dev.azoth.compile;

import static dev.azoth.compile.Refusable.part;
import static dev.azoth.compile.Refusable.thing;
import static dev.azoth.sql.Sql.crossJoin;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.jsonTable;
import static dev.azoth.sql.Sql.merge;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.union;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.sql.Sql.values;

import dev.azoth.schema.StoredQuery;
import dev.azoth.schema.View;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Select;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What no dialect can say, since it contradicts itself or is not finished; by what is said of it. */
final class Mistakes {
    private Mistakes() {}

    private record Two(int one, int two) {}

    static Map<String, Refusable> all() {
        Map<String, Refusable> all = new LinkedHashMap<>();
        Select<Integer> things = select(thing.id).from(thing);
        all.put("fetch(…, WITH_TIES) needs an order: call orderBy(…)", Refusable.of(things.fetch(1, Fetch.WITH_TIES)));
        all.put(
                "a query has both distinct() and distinctOn(…): leave one out",
                Refusable.of(things.distinct().distinctOn(thing.name)));
        all.put(
                "the order of a query with distinctOn(…) begins with the same expressions: [thing.name], not thing.id",
                Refusable.of(things.distinctOn(thing.name).orderBy(thing.id)));
        all.put(
                "the insert into thing has columns but no row: call row(…), or give rows to execute",
                Refusable.of(insert(thing).columns(thing.id)));
        all.put("the update of thing sets nothing: call set(…)", Refusable.of(update(thing)));
        all.put("the table of values v has no rows: call row(…)", Refusable.of(select(values("v", thing.id))));
        CommonTableExpression one = things.cte("c");
        CommonTableExpression two = select(thing.name).from(thing).cte("c");
        all.put(
                "two common table expressions are named c: give one another name",
                Refusable.of(select(one.get(thing.id), two.get(thing.name)).from(one, two)));
        Nested<Integer, List<Integer>> parts = nested(select(part.part)).on(part.of.eq(thing.id));
        all.put(
                "a nested query cannot be in a set operation: put the operation in FROM, with subquery(…), and nest in"
                        + " a select of that",
                Refusable.of(union(List.of(
                        select(thing.id, parts).from(thing),
                        select(thing.id, parts).from(thing)))));
        all.put(
                "what is selected takes 2 columns for one thing: run it in a Session, or select columns",
                language -> SelectionMakers.severalForOne(2).make(new Object[0]));
        all.put(
                "a JSON table has no columns: call column(…)",
                Refusable.of(select(thing.id).from(thing, jsonTable(value(Json.parse("[]"), Types.JSON)))));
        View view = View.of("v", things.where(thing.id.eq(parameter("id", Types.INTEGER))));
        all.put(
                "v has parameters, whose values are only known when a statement runs: give values",
                language -> language.ddl().stored(view, StoredQuery.Change.CREATE, language));
        all.put(
                "v keeps no rows: only a materialized view is refreshed",
                language -> language.ddl().stored(view, StoredQuery.Change.REFRESH, language));
        return all;
    }

    /** Those that only some dialects come to, the others being refused before or able to do it. */
    static Map<String, Refusable> some() {
        Map<String, Refusable> some = new LinkedHashMap<>();
        Select<Integer> things = select(thing.id).from(thing);
        some.put(
                "chosen by windows and by different values",
                Refusable.of(things.qualify(rowNumber().over().le(1L)).distinctOn(thing.name)));
        some.put(
                "different rows sorted by what is not selected",
                Refusable.of(things.distinct().orderBy(thing.name).fetch(1, Fetch.WITH_TIES)));
        some.put(
                "numbered rows sorted by what is not selected",
                Refusable.of(things.exceptAll(select(part.part).from(part)).orderBy(thing.name)));
        some.put("lock of a join", Refusable.of(things.forUpdate(lock -> lock.of(crossJoin(thing, part)))));
        some.put("empty merge", Refusable.of(merge(thing).using(part, part.of.eq(thing.id))));
        Nested<Integer, List<Integer>> parts = nested(select(part.part)).on(part.of.eq(thing.id));
        some.put("nested rows of a change", language -> {
            var change = update(thing).set(thing.amount, 1).returning(thing.id, parts.select());
            CompiledStatement compiled = language.statements().compile(change, StatementWalk.of(change), language);
            RowDecoders.of(compiled.projection(), change.returning(), compiled.columns());
        });
        some.put(
                "nested rows as JSON of different ones",
                Refusable.of(select(thing.id, parts.json()).from(thing).distinct()));
        some.put("record of fewer columns", language -> {
            Select<Two> query = select(thing.id, thing.name).from(thing).as(Two.class);
            CompiledStatement compiled = language.statements().compile(query, StatementWalk.of(query), language);
            RowDecoders.of(compiled.projection(), query.selection(), compiled.columns());
        });
        return some;
    }
}
