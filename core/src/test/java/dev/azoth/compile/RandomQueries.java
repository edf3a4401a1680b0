package dev.azoth.compile;

import static dev.azoth.compile.RandomTables.age;
import static dev.azoth.compile.RandomTables.data;
import static dev.azoth.compile.RandomTables.id;
import static dev.azoth.compile.RandomTables.name;
import static dev.azoth.compile.RandomTables.person;
import static dev.azoth.sql.Sql.column;
import static dev.azoth.sql.Sql.construct;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.generateSeries;
import static dev.azoth.sql.Sql.json;
import static dev.azoth.sql.Sql.jsonTable;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.table;
import static dev.azoth.sql.Sql.tableSample;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.sql.Sql.values;

import dev.azoth.compile.RandomTables.Pair;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.Lock;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.TableAlias;
import dev.azoth.sql.TableSample;
import dev.azoth.type.Types;
import java.util.List;
import java.util.Random;

/** Queries by chance. */
abstract class RandomQueries extends RandomExpressions {
    final TableAlias other = person.as("other");
    private int tables;

    RandomQueries(Random random) {
        super(random);
    }

    record Only(String name) {}

    @Override
    final Select<String> query() {
        depth++;
        NamedFrom from = depth > 2 || random.nextInt(3) > 0 ? other : derived();
        ColumnReference<String> read = from.get("name", String.class);
        Select<String> query = select(oneIn(4) ? called(read) : read).from(from);
        query = oneIn(2) ? query.where(read.eq(text())) : query;
        query = oneIn(3) ? query.where(condition(read)) : query;
        query = oneIn(4) ? query.limit(random.nextInt(9)) : query;
        query = oneIn(8) ? query.offset(random.nextInt(9)) : query;
        query = oneIn(4) ? query.orderBy(oneIn(2) ? read.asc() : read.desc().nullsLast()) : query;
        query = clause(query, read);
        query = oneIn(9) ? joined(query, from.as("b"), read) : query;
        depth--;
        return query;
    }

    private Select<String> clause(Select<String> query, ColumnReference<String> read) {
        return switch (random.nextInt(16)) {
            case 6 -> query.hint(other, of("HINT1", "HINT2"), of("sqlite", "h2"));
            case 7 -> oneIn(2) ? query.prefix("PREFIX") : query.prefix("PREFIX", of("sqlite", "h2"));
            case 8 -> query.suffix(of("SUFFIX1", "SUFFIX2"));
            case 9 -> query.with(update(person).set(name, text()).cte("changed"));
            case 10 -> query.where(column(of("a", "b"), Types.TEXT).eq(text()));
            case 0, 1 -> query.distinct();
            case 2 -> query.distinctOn(read).orderBy(read);
            case 3 -> query.orderBy(read).fetch(3, of(Fetch.values()));
            case 4 -> query.qualify(rowNumber().over(w -> w.orderBy(read)).lt((long) random.nextInt(9)));
            case 5 -> locked(query);
            default -> query;
        };
    }

    private Select<String> locked(Select<String> query) {
        int seconds = random.nextInt(3);
        return make(
                () -> query.forUpdate(),
                () -> query.forUpdate(Lock::skipLocked),
                () -> query.forUpdate(lock -> lock.waitSeconds(seconds)),
                () -> query.forShare(Lock::nowait),
                () -> query.forNoKeyUpdate(),
                () -> query.forKeyShare());
    }

    private Select<String> joined(Select<String> query, NamedFrom to, Expression<String> read) {
        return make(
                () -> query.join(to, condition(read)),
                () -> query.leftJoin(to, condition(read)),
                () -> query.fullJoin(to, condition(read)),
                () -> query.crossJoin(to));
    }

    private NamedFrom derived() {
        return make(
                () -> values("v", id, name, age)
                        .row(1L, text(), random.nextInt(9))
                        .row(id, "x", null),
                () -> values("v", id, name, age).row(1L, text(), random.nextInt(9)),
                () -> values(id, name, age).row(1L, text(), random.nextInt(9)),
                () -> generateSeries(value(1), value(random.nextInt(9)))
                        .column("name", Types.TEXT)
                        .named(of("s", "r")),
                () -> jsonTable(oneIn(2) ? data : json(data).get("a"))
                        .column("name", of(Types.TEXT, Types.VARCHAR(5)))
                        .column("id", Types.BIGINT, element -> element.get(of("b", "c")))
                        .withOrdinality("n")
                        .named(of("j", "k")),
                () -> inner().subquery("q"),
                () -> inner().subquery(),
                () -> inner().lateral("l"),
                () -> inner().cte(),
                () -> person.alias(),
                () -> RandomTables.seen.as("s"),
                () -> RandomTables.copied.as("s"),
                () -> table("loose", column("id", Types.BIGINT), column("name", Types.TEXT))
                        .as("t"),
                () -> tableSample(person, of(TableSample.Method.values()), 10).repeatable(random.nextInt(2)),
                () -> inner().cte("c" + ++tables),
                () -> inner().cte("c" + ++tables).materialized(oneIn(2)),
                () -> inner().cte("c" + ++tables).nested(),
                this::recursive);
    }

    private CommonTableExpression recursive() {
        Query<?> anchor = inner();
        String step = of("a", "b");
        if (oneIn(3)) {
            return CommonTableExpression.recursive(anchor, table -> onward(table, step));
        }
        return oneIn(2)
                ? CommonTableExpression.recursive("c" + ++tables, anchor, table -> onward(table, step))
                : CommonTableExpression.recursiveDistinct("c" + ++tables, anchor, table -> onward(table, step));
    }

    private static Query<?> onward(CommonTableExpression table, String step) {
        return select(table.get("name", String.class).concat(step), table.get("id", Long.class))
                .from(table)
                .where(table.get("id", Long.class).lt(9L));
    }

    private Query<?> inner() {
        return select(other.get(name), other.get(id))
                .from(other)
                .where(other.get(age).gt(number()));
    }

    final Query<?> compound() {
        var both = make(
                () -> query().union(query()),
                () -> query().unionAll(query()),
                () -> query().intersect(query()),
                () -> query().except(query()),
                () -> query().intersectAll(query()),
                () -> query().exceptAll(query()));
        return make(
                () -> both,
                () -> both.limit(random.nextInt(3)),
                () -> both.offset(random.nextInt(3)),
                () -> both.as(Only.class),
                () -> both.with(inner().cte("unread")),
                () -> both.orderBy(other.get(name)).fetch(random.nextInt(3), of(Fetch.values())));
    }

    /** The values of the grouping are written into the text, and so must be part of the key. */
    final Select<?> grouped() {
        Expression<String> key = oneIn(2) ? name.concat(text()) : name;
        Expression<String> same = oneIn(2) ? key : name.concat("v" + random.nextInt(3));
        Select<?> query = select(same, count());
        query = switch (random.nextInt(6)) {
            case 0 -> query.groupBy(Sql.rollup(key, age));
            case 1 -> query.groupBy(Sql.cube(key, age));
            case 2 -> query.groupBy(Sql.groupingSets(List.of(List.of(key), List.of(key, age), List.of())));
            default -> query.groupBy(key);
        };
        return oneIn(2) ? query.having(same.ne(text())) : query.orderBy(same);
    }

    final Select<?> composed() {
        var inner = nested(select(other.get(name), text())
                        .from(other)
                        .where(condition(other.get(name)))
                        .limit(random.nextInt(2)))
                .on(other.get(id).eq(id));
        var rows = nested(select(other.get(name), text()).from(other).where(condition(other.get(name))))
                .on(other.get(id).eq(id));
        if (oneIn(3)) {
            return select(name, oneIn(2) ? rows.json() : rows.asMap(other.get(id)))
                    .where(condition());
        }
        return oneIn(2)
                ? select(construct(Pair.class, name, text()), oneIn(2) ? inner : inner.asSet())
                : select(inner).where(condition());
    }

    final Query<?> textual() {
        var text = Sql.text(of("SELECT :a", "SELECT :a || 'x'"))
                .bind("a", "v" + random.nextInt(9))
                .column(of("a", "b"), Types.TEXT);
        return make(() -> text, () -> text.as(Only.class), () -> text.withOnly(of("a", "b"), Types.TEXT));
    }

    final Select<?> named() {
        return select(name.as(of("a", "b")), age.plus(number())).where(condition());
    }
}
