package dev.azoth.compile;

import static dev.azoth.compile.RandomTables.age;
import static dev.azoth.compile.RandomTables.data;
import static dev.azoth.compile.RandomTables.id;
import static dev.azoth.compile.RandomTables.name;
import static dev.azoth.compile.RandomTables.person;
import static dev.azoth.sql.Bound.currentRow;
import static dev.azoth.sql.Bound.preceding;
import static dev.azoth.sql.Sql.caseOf;
import static dev.azoth.sql.Sql.caseWhen;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.exists;
import static dev.azoth.sql.Sql.expression;
import static dev.azoth.sql.Sql.fulltext;
import static dev.azoth.sql.Sql.json;
import static dev.azoth.sql.Sql.jsonArray;
import static dev.azoth.sql.Sql.lag;
import static dev.azoth.sql.Sql.listParameter;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.lower;
import static dev.azoth.sql.Sql.lpad;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.not;
import static dev.azoth.sql.Sql.prefixed;
import static dev.azoth.sql.Sql.replace;
import static dev.azoth.sql.Sql.row;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sql;
import static dev.azoth.sql.Sql.stringAgg;
import static dev.azoth.sql.Sql.variants;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FulltextMode;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.type.Range;
import dev.azoth.type.Types;
import java.util.List;
import java.util.Random;

/** Conditions and other expressions by chance. */
abstract class RandomExpressions extends RandomValues {
    int depth;

    RandomExpressions(Random random) {
        super(random);
    }

    abstract Select<String> query();

    final Condition condition() {
        return condition(name);
    }

    final Condition condition(Expression<String> subject) {
        List<List<Object>> rows = List.of(List.of("a", 1), List.of("b", 2), List.of("c", 3));
        return this.<Condition>make(
                () -> row(subject, age).in(rows.subList(0, random.nextInt(4))),
                () -> row(subject, age).lt(text(), number()),
                () -> row(subject, id).in(select(name, id).from(person).where(name.eq(text()))),
                () -> subject.in(List.of("a", "b").subList(0, random.nextInt(3))),
                () -> subject.in(listParameter(of("some", "others"), Types.TEXT)),
                () -> Sql.condition("name IN (:it)")
                        .bindList("it", Types.TEXT, List.of("a", "b").subList(0, random.nextInt(3))),
                () -> subject.like(of("a%", "b%")),
                () -> subject.like(text()),
                () -> subject.like(text(), of('!', '/')),
                () -> fulltext(name)
                        .language(of("", "english"))
                        .match("v" + random.nextInt(9), of(FulltextMode.values()))
                        .matches(),
                () -> subject.coerce(oneIn(2) ? Types.TEXT : RandomTables.secret.type())
                        .eq(text()),
                () -> not(subject.contains("b")),
                () -> subject.isNull().or(subject.eq(text())),
                () -> subject.isDistinctFrom(text()).and(subject.ne(text())),
                () -> lower(subject).eq(text()).not(),
                () -> subject.between(text(), text()).not(),
                () -> not(subject.eq(text()).and(subject.ne("x"))),
                () -> Sql.condition("length(:it) > " + random.nextInt(2)).bind("it", "v" + random.nextInt(9)),
                () -> Condition.of(Sql.function("starts_with", Types.BOOLEAN, subject, text())),
                () -> depth > 2 ? subject.isNotNull() : subject.in(query()),
                () -> depth > 2 ? subject.isNull() : exists(select(count()).from(person)),
                () -> depth > 2 ? subject.isNull() : subject.eq(oneIn(2) ? Sql.any(query()) : Sql.all(query())),
                () -> subject.eq(oneIn(2) ? Sql.any(texts()) : Sql.all(texts())),
                () -> subject.eq(literal(of("x", "y"))),
                () -> subject.eq(literal(of("x", "y"))));
    }

    private Expression<List<String>> texts() {
        return oneIn(2)
                ? Sql.value(List.of("a", "b").subList(0, random.nextInt(3)), Types.array(Types.TEXT))
                : Sql.arrayOf(text(), name);
    }

    final Expression<String> called(Expression<String> read) {
        return this.<Expression<String>>make(
                () -> caseOf(read).when("a", "b").when(text(), text()),
                () -> caseWhen(condition(read), text()).otherwise(read),
                () -> read.collate(of("C", "D")),
                () -> variants(read).on("sqlite", oneIn(2) ? text() : read),
                () -> sql(of("{} || {}", "{} + {}"), Types.TEXT, read, text()),
                () -> expression("coalesce(:a, :b)", Types.TEXT).bind("a", "x").bind("b", text()),
                () -> stringAgg(read, of(",", ";")).orderBy(read),
                () -> json(data).get(of("a", "b")).asText(),
                () -> json(data).get("a").kind(),
                () -> prefixed(of("@", "~"), read, Types.TEXT),
                () -> read.operator(Operator.custom("#", random.nextInt(2) * 40), text(), Types.TEXT),
                () -> jsonArray(text(), number()).cast(Types.TEXT),
                () -> age.negate().cast(oneIn(2) ? Types.TEXT : Types.VARCHAR(3)),
                () -> Sql.multiply(age, oneIn(2) ? number() : age).cast(Types.TEXT),
                () -> Sql.range(Sql.value(Range.of(1, 2 + random.nextInt(3)), Types.range(Types.INTEGER)))
                        .upper()
                        .cast(Types.TEXT),
                () -> lpad(read, random.nextInt(3), 'x'),
                () -> replace(read, "a", "b").concat(text()),
                () -> max(read).filter(condition(read)),
                () -> max(read).over(w -> oneIn(2) ? w.partitionBy(text()) : w.orderBy(read)),
                () -> lag(read, random.nextInt(2), text())
                        .over(w -> w.orderBy(read).rows(preceding(random.nextInt(3)), currentRow())),
                () -> max(oneIn(2) ? read : text()).distinct(),
                () -> depth > 2 ? read : query().limit(1).scalar(),
                () -> read.concat(text()));
    }
}
