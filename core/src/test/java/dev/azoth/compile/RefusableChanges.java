package dev.azoth.compile;

import static dev.azoth.compile.Refusable.part;
import static dev.azoth.compile.Refusable.thing;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.merge;
import static dev.azoth.sql.Sql.oldValue;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;

import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.IndexOptions;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.StoredQuery;
import dev.azoth.schema.Table;
import dev.azoth.schema.View;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Merge;
import dev.azoth.sql.Row;
import dev.azoth.sql.TableAlias;
import dev.azoth.sql.Update;
import dev.azoth.type.Range;
import dev.azoth.type.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Changes, tables and types that not every dialect has, by what they are about. */
final class RefusableChanges {
    private RefusableChanges() {}

    static Map<String, Refusable> all() {
        Map<String, Refusable> all = new LinkedHashMap<>();
        upserts(all);
        merges(all);
        returning(all);
        changes(all);
        tables(all);
        types(all);
        return all;
    }

    private static Insert<Row> named() {
        return insert(thing).values(thing.id, 1).values(thing.name, "x");
    }

    private static void upserts(Map<String, Refusable> all) {
        all.put("upsert by a constraint", Refusable.of(named().onConstraint("k").doNothing()));
        all.put(
                "upsert by an index of some rows",
                Refusable.of(named().onConflict(thing.name)
                        .where(thing.amount.eq(literal(0)))
                        .doNothing()));
        all.put(
                "upsert by an index of some rows, with values",
                Refusable.of(
                        named().onConflict(thing.name).where(thing.amount.eq(0)).doNothing()));
        all.put(
                "upsert by what is not inserted",
                Refusable.of(
                        insert(thing).values(thing.id, 1).onConflict(thing.name).doNothing()));
        all.put("insert of arrays", language -> {
            Insert<?> rows = insert(thing).parameters(List.of(thing.id));
            language.statements().compileArrays(rows, StatementWalk.of(rows), language);
        });
    }

    private static Merge<Row> merging() {
        return merge(thing).using(part, part.of.eq(thing.id));
    }

    private static void merges(Map<String, Refusable> all) {
        all.put("merge", Refusable.of(merging().whenMatched().delete()));
        all.put(
                "merge of rows without a source",
                Refusable.of(merging().whenNotMatchedBySource().delete()));
        all.put(
                "merge that leaves rows alone",
                Refusable.of(merging().whenMatched().doNothing()));
        all.put(
                "merge that returns",
                Refusable.of(merging().whenMatched().delete().returning(thing.id)));
    }

    private static void returning(Map<String, Refusable> all) {
        all.put("insert that returns", Refusable.of(named().returning(thing.amount)));
        all.put(
                "update that returns",
                Refusable.of(update(thing).set(thing.amount, 1).returning(thing.id)));
        all.put("delete that returns", Refusable.of(delete(thing).returning(thing.id)));
        Column<Integer> number = Column.of("number", Types.INTEGER).primaryKey().identity();
        Column<Integer> value = Column.of("value", Types.INTEGER);
        Table numbered = Table.of(new MetaData(), "numbered", number, value);
        all.put(
                "insert of rows that may be left out, and returns",
                Refusable.of(insert(numbered)
                        .columns(value)
                        .row(1)
                        .row(2)
                        .suffix("x")
                        .returning(number)));
        all.put(
                "insert by a clause of one's own, and returns",
                Refusable.of(named().suffix("x").returning(thing.name)));
        all.put(
                "insert of a query's rows that returns",
                Refusable.of(insert(thing)
                        .columns(thing.id, thing.name)
                        .select(select(thing.id, thing.name))
                        .returning(thing.id)));
        all.put(
                "insert without its key that returns",
                Refusable.of(insert(thing).values(thing.name, "x").returning(thing.id)));
        all.put(
                "upsert that leaves rows alone, and returns",
                Refusable.of(named().onConflict(thing.name).doNothing().returning(thing.id)));
        all.put(
                "update of the key that returns",
                Refusable.of(update(thing).set(thing.id, 2).returning(thing.id)));
        all.put("delete without a key that returns", Refusable.of(delete(part).returning(part.of)));
        all.put(
                "old values in what returns",
                Refusable.of(update(thing).set(thing.amount, 1).returning(oldValue(thing.amount))));
        all.put("old values in a query", Refusable.of(oldValue(thing.amount)));
        Column<Integer> amount = Column.of("amount", Types.INTEGER);
        Table old =
                Table.of(new MetaData(), "old", Column.of("id", Types.INTEGER).primaryKey(), amount);
        all.put(
                "old values of a table that is called old",
                Refusable.of(update(old).set(amount, 1).returning(oldValue(amount))));
        all.put("values in what returns", Refusable.of(named().returning(thing.id.plus(1))));
        all.put(
                "columns of others in what returns",
                Refusable.of(update(thing)
                        .from(part)
                        .set(thing.amount, part.part)
                        .where(part.of.eq(thing.id))
                        .returning(thing.id, part.part)));
    }

    private static void changes(Map<String, Refusable> all) {
        CommonTableExpression some = select(part.of).from(part).cte("some");
        var of = select(some.get(part.of)).from(some);
        all.put("WITH of an insert", Refusable.of(insert(thing).values(thing.id, of.scalar())));
        all.put(
                "WITH of an upsert",
                Refusable.of(named().onConflict(thing.name).doUpdate(x -> x.set(thing.amount, of.scalar()))));
        all.put(
                "WITH of an update",
                Refusable.of(update(thing)
                        .from(some)
                        .set(thing.amount, 1)
                        .where(some.get(part.of).eq(thing.id))));
        all.put(
                "WITH of a merge",
                Refusable.of(merge(thing)
                        .using(some, some.get(part.of).eq(thing.id))
                        .whenMatched()
                        .delete()));
        all.put("WITH of a delete", Refusable.of(delete(thing).where(thing.id.in(of))));
        Update<Row> swapped = update(thing).set(thing.id, thing.amount).set(thing.amount, thing.id);
        all.put("update that swaps", Refusable.of(swapped));
        all.put("update of several tables that swaps", Refusable.of(swapped.from(part)));
        all.put(
                "change of a few rows by another table",
                Refusable.of(delete(thing).using(part).orderBy(thing.id).limit(1)));
        all.put("change in an order", Refusable.of(delete(thing).orderBy(thing.id)));
        all.put("change of a few rows without a key", Refusable.of(delete(part).limit(1)));
        TableAlias other = thing.as("other");
        all.put(
                "change by a subquery of the table and its row",
                Refusable.of(delete(thing)
                        .where(select(count())
                                .from(other)
                                .where(other.get(thing.amount).eq(thing.amount))
                                .scalar()
                                .gt(1L))));
    }

    private static void tables(Map<String, Refusable> all) {
        Column<String> text = Column.of("text", Types.TEXT).unique();
        all.put("key of a text", Refusable.of(Table.of(new MetaData(), "t", text)));
        Column<String> key = Column.of("text", Types.TEXT).primaryKey();
        all.put("primary key of a text", Refusable.of(Table.of(new MetaData(), "t", key)));
        all.put(
                "number that is no key",
                Refusable.of(Table.of(
                        new MetaData(),
                        "t",
                        Column.of("id", Types.INTEGER).primaryKey(),
                        Column.of("number", Types.INTEGER).identity())));
        Column<Integer> id = Column.of("id", Types.INTEGER).primaryKey();
        Column<Integer> of = Column.of("of", Types.INTEGER).references(() -> id, ForeignKey.Action.CASCADE);
        all.put("rows that go with others", Refusable.of(Table.of(new MetaData(), "t", id, of)));
        Column<Integer> followed = Column.of("id", Types.INTEGER).primaryKey();
        Column<Integer> following = Column.of("of", Types.INTEGER)
                .references(() -> followed, ForeignKey.Action.NO_ACTION, ForeignKey.Action.CASCADE);
        all.put("rows that follow others", Refusable.of(Table.of(new MetaData(), "t", followed, following)));
        all.put(
                "comment beyond the basic characters",
                Refusable.of(Table.of(
                        new MetaData(), "t", Column.of("id", Types.INTEGER).comment("😀"))));
        indexes(all);
        Column<Integer> away = Column.of("id", Types.INTEGER).primaryKey();
        MetaData schemas = new MetaData();
        Table other = Table.reflected(schemas, "other", "t");
        other.add(away);
        Table here = Table.of(schemas, "h", Column.of("of", Types.INTEGER).references(away));
        all.put("key into another schema", Refusable.of(other, here));
        Column<Integer> near = Column.of("id", Types.INTEGER).primaryKey();
        Table usual = Table.of(new MetaData(), "t", near);
        Table far = Table.reflected(new MetaData(), "other", "h");
        far.add(Column.of("of", Types.INTEGER).references(near));
        all.put("key out of another schema", Refusable.of(usual, far));
        MetaData circle = new MetaData();
        Column<Integer> hen = Column.of("id", Types.INTEGER).primaryKey();
        Column<Integer> egg = Column.of("id", Types.INTEGER).primaryKey();
        Table hens =
                Table.of(circle, "hen", hen, Column.of("egg", Types.INTEGER).references(() -> egg));
        Table eggs =
                Table.of(circle, "egg", egg, Column.of("hen", Types.INTEGER).references(() -> hen));
        all.put("tables that refer to each other", Refusable.of(hens, eggs));
        View view = View.of("v", select(thing.id).from(thing)).materialized();
        all.put("materialized view", language -> language.ddl().stored(view, StoredQuery.Change.CREATE, language));
    }

    private static void indexes(Map<String, Refusable> all) {
        index("index of some rows", all, id -> IndexOptions.NONE.where(id.gt(literal(0))));
        index("index with columns to be read", all, id -> IndexOptions.NONE.including(id));
        index("index of a method", all, id -> IndexOptions.NONE.using("gin"));
        index("index by an operator class", all, id -> IndexOptions.NONE.operatorClass(id, "int4_ops"));
        index("index that is told something", all, id -> IndexOptions.NONE.with("fillfactor", "70"));
        index("index from the largest on", all, id -> IndexOptions.NONE.order(id.desc()));
        index(
                "index with nulls first",
                all,
                id -> IndexOptions.NONE.order(id.asc().nullsFirst()));
    }

    private static void index(
            String what, Map<String, Refusable> all, Function<Column<Integer>, IndexOptions> options) {
        Column<Integer> id = Column.of("id", Types.INTEGER).primaryKey();
        Table table = Table.of(new MetaData(), "t", id);
        table.index("i", List.of(id), options.apply(id));
        all.put(what, Refusable.of(table));
    }

    private static void types(Map<String, Refusable> all) {
        all.put("ranges", Refusable.of(value(Range.of(1, 2), Types.range(Types.INTEGER))));
        all.put("several ranges", Refusable.of(Types.multirange(Types.INTEGER)));
        all.put("arrays", Refusable.of(Types.array(Types.INTEGER)));
        all.put("arrays of arrays", Refusable.of(Types.array(Types.array(Types.INTEGER))));
        all.put("decimals of 60 digits", Refusable.of(Types.NUMERIC(60, 2)));
        all.put("decimals of 70 digits", Refusable.of(Types.NUMERIC(70, 40)));
        all.put("type of another database", Refusable.of(Types.named("NOSUCH")));
        all.put("INET6", Refusable.of(Types.named("INET6")));
        all.put("no number as a literal", Refusable.of(literal(Double.NaN)));
    }
}
