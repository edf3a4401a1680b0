package dev.azoth.compile;

import static dev.azoth.sql.Bound.currentRow;
import static dev.azoth.sql.Bound.preceding;
import static dev.azoth.sql.Sql.caseOf;
import static dev.azoth.sql.Sql.construct;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.fulltext;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.json;
import static dev.azoth.sql.Sql.jsonArray;
import static dev.azoth.sql.Sql.lag;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.lower;
import static dev.azoth.sql.Sql.lpad;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.not;
import static dev.azoth.sql.Sql.prefixed;
import static dev.azoth.sql.Sql.replace;
import static dev.azoth.sql.Sql.row;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sql;
import static dev.azoth.sql.Sql.stringAgg;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.sql.Sql.values;
import static dev.azoth.sql.Sql.variants;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.Dialects;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.FulltextMode;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Query;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.Select;
import dev.azoth.sql.Statement;
import dev.azoth.sql.TableAlias;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many statements by chance, always the same: those with equal keys must be written alike. */
class RandomStatementTest {
    private static final int STATEMENTS = 20_000;

    private static final Column<Long> id = Column.of("id", Types.BIGINT).primaryKey();
    private static final Column<String> name = Column.of("name", Types.VARCHAR(30));
    private static final Column<Integer> age = Column.of("age", Types.INTEGER);
    private static final Column<String> secret = Column.of("secret", Types.TEXT).sensitive();
    private static final Table person = Table.of(new MetaData(), "person", id, name, age, secret);

    /** A table whose columns have defaults. */
    private static final class Noted extends Table {
        final Column<String> body = column("body", Types.TEXT).onUpdate(() -> "by update");

        Noted() {
            super("noted", new MetaData());
            column("made", Types.INTEGER).defaultFrom(() -> 1).onUpdate(value(2).plus(3));
        }
    }

    private static final Noted noted = new Noted();

    record Pair(String first, String second) {}

    /** A statement as written: its text for two lengths of its lists, and what is bound where. */
    private record Written(String sql, String longer, List<String> slots) {}

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void equalKeysAreEqualStatements(String dialectName) {
        Dialect dialect = Dialects.named(dialectName);
        SqlLanguage language = dialect.language(dialect.assumedServer());
        Random random = new Random(20_240_607);
        Map<StatementKey, Written> known = new HashMap<>();
        int met = 0;
        for (int i = 0; i < STATEMENTS; i++) {
            Statement<?> statement = new Maker(random).statement();
            StatementKey key = StatementWalk.of(statement).key();
            Written written = written(statement, language);

            assertThat(written(statement, language)).as("compiled twice").isEqualTo(written);
            Written before = known.putIfAbsent(key, written);
            if (before != null) {
                met++;
                assertThat(written).as("%s", key).isEqualTo(before);
            }
        }
        assertThat(met).as("pairs with equal keys").isGreaterThan(STATEMENTS / 50);
        assertThat(known).as("different structures").hasSizeGreaterThan(STATEMENTS / 10);
    }

    private static Written written(Statement<?> statement, SqlLanguage language) {
        StatementWalk walk = StatementWalk.of(statement);
        CompiledStatement compiled = language.statements().compile(statement, walk, language);
        Object[] values = walk.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] instanceof List<?> ? List.of(1, 2, 3) : values[i];
        }
        return new Written(
                compiled.sql(),
                compiled.sql(values),
                compiled.slots().stream().map(RandomStatementTest::slot).toList());
    }

    /** A slot without its codec, which has no equality. */
    private static String slot(ParameterSlot slot) {
        String kind = slot.getClass().getSimpleName()
                + (slot.sensitive() ? " sensitive " : " ")
                + slot.codec().declaration();
        if (slot instanceof ParameterSlot.Value one) {
            return kind + one.number();
        } else if (slot instanceof ParameterSlot.Expanding list) {
            return kind + list.number();
        } else if (slot instanceof ParameterSlot.Array list) {
            return kind + list.number();
        }
        return kind;
    }

    /** A bug: JSON texts that are equal but not the same were one literal. */
    @Test
    void aLiteralIsItsTextAndNotItsValue() {
        assertThat(StatementWalk.of(literal(Json.parse("[1,2]"))).key())
                .isEqualTo(StatementWalk.of(literal(Json.parse("[1,2]"))).key())
                .isNotEqualTo(StatementWalk.of(literal(Json.parse("[1.0, 2]"))).key());
    }

    /** Makes one statement, small enough that another of the same structure comes soon. */
    private static final class Maker {
        private final Random random;
        private final TableAlias other = person.as("other");
        private final List<Expression<String>> shared = new ArrayList<>();
        private int depth;
        private int tables;

        Maker(Random random) {
            this.random = random;
        }

        Statement<?> statement() {
            return switch (random.nextInt(9)) {
                case 8 ->
                    random.nextBoolean()
                            ? insert(noted).values(noted.body, text()).completed()
                            : update(noted)
                                    .set(noted.body, text())
                                    .where(noted.body.eq(text()))
                                    .completed();
                case 7 -> composed();
                case 0 -> insert(person).values(name, text()).values(age, number());
                case 1 ->
                    insert(person)
                            .columns(id, name)
                            .row(1L, text())
                            .row(2L, "x")
                            .onConflict(id)
                            .doUpdate(x -> x.set(name, random.nextBoolean() ? x.excluded(name) : text()));
                case 2 -> changed();
                case 3 -> query().union(query());
                case 4 -> random.nextInt(4) == 0 ? upserted() : grouped();
                default -> query();
            };
        }

        private Statement<?> upserted() {
            var row = insert(person).values(id, 1L).values(name, text());
            return row.onConflict(id)
                    .where(age.gt(literal(random.nextInt(3))))
                    .doUpdate(x -> x.set(name, random.nextBoolean() ? x.excluded(name) : text()));
        }

        private RowChange<?> changed() {
            var update = update(person).set(name, text()).where(condition());
            var delete = delete(person).where(condition());
            return switch (random.nextInt(6)) {
                case 0 -> update.from(other).where(other.get(id).eq(id)).set(age, number());
                case 1 -> delete.using(other).where(other.get(name).eq(text()));
                case 2 -> update.orderBy(name).limit(random.nextInt(3));
                case 3 ->
                    delete.orderBy(random.nextBoolean() ? name.desc() : age.asc())
                            .limit(1);
                case 4 -> delete;
                default -> update;
            };
        }

        /** The values of the grouping are written into the text, and so must be part of the key. */
        private Select<?> grouped() {
            Expression<String> key = random.nextBoolean() ? name.concat(text()) : name;
            Expression<String> same = random.nextBoolean() ? key : name.concat("v" + random.nextInt(3));
            Select<?> query = select(same, count()).groupBy(key);
            return random.nextBoolean() ? query.having(same.ne(text())) : query.orderBy(same);
        }

        private Select<?> composed() {
            var inner = nested(select(other.get(name), text())
                            .from(other)
                            .where(condition(other.get(name)))
                            .limit(random.nextInt(2)))
                    .on(other.get(id).eq(id));
            return random.nextBoolean()
                    ? select(construct(Pair.class, name, text()), random.nextBoolean() ? inner : inner.asSet())
                    : select(inner).where(condition());
        }

        private Select<String> query() {
            depth++;
            NamedFrom from = depth > 2 || random.nextInt(3) > 0 ? other : derived();
            ColumnReference<String> read = from.get("name", String.class);
            Select<String> query =
                    select(random.nextInt(4) == 0 ? called(read) : read).from(from);
            query = random.nextBoolean() ? query.where(read.eq(text())) : query;
            query = random.nextInt(3) == 0 ? query.where(condition(read)) : query;
            query = random.nextInt(4) == 0 ? query.limit(random.nextInt(9)) : query;
            query = random.nextInt(4) == 0 ? query.orderBy(read) : query;
            query = switch (random.nextInt(9)) {
                case 0, 1 -> query.distinct();
                case 2 -> query.distinctOn(read).orderBy(read);
                case 3 -> query.orderBy(read).fetch(3, List.of(Fetch.values()).get(random.nextInt(3)));
                case 4 -> query.qualify(rowNumber().over(w -> w.orderBy(read)).lt((long) random.nextInt(9)));
                default -> query;
            };
            query = random.nextInt(9) == 0 ? query.join(from.as("b"), condition(read)) : query;
            depth--;
            return query;
        }

        private NamedFrom derived() {
            return switch (random.nextInt(7)) {
                case 5 ->
                    values("v", id, name, age)
                            .row(1L, text(), random.nextInt(9))
                            .row(id, "x", null);
                case 6 -> values("v", id, name, age).row(1L, text(), random.nextInt(9));
                case 0 -> inner().subquery("q");
                case 1 -> inner().subquery();
                case 2 -> inner().cte();
                case 3 -> person.alias();
                default -> inner().cte("c" + ++tables);
            };
        }

        private Query<?> inner() {
            return select(other.get(name), other.get(id))
                    .from(other)
                    .where(other.get(age).gt(number()));
        }

        private Condition condition() {
            return condition(name);
        }

        private Condition condition(Expression<String> subject) {
            return switch (random.nextInt(15)) {
                case 14 ->
                    fulltext(name)
                            .language(random.nextBoolean() ? "" : "english")
                            .match(
                                    "v" + random.nextInt(9),
                                    List.of(FulltextMode.values()).get(random.nextInt(4)))
                            .matches();
                case 12 -> subject.like(text(), random.nextBoolean() ? '!' : '/');
                case 13 ->
                    subject.coerce(random.nextBoolean() ? Types.TEXT : secret.type())
                            .eq(text());
                case 9 ->
                    row(subject, age)
                            .in(List.of(List.of("a", 1), List.of("b", 2), List.of("c", 3))
                                    .subList(0, random.nextInt(4)));
                case 10 -> row(subject, age).lt(text(), number());
                case 11 -> row(subject, id).in(select(name, id).from(person).where(name.eq(text())));
                case 0 -> subject.in(List.of("a", "b").subList(0, random.nextInt(3)));
                case 1 -> subject.like("a%");
                case 2 -> not(subject.contains("b"));
                case 3 -> subject.isNull().or(subject.eq(text()));
                case 4 -> subject.isDistinctFrom(text()).and(subject.ne(text()));
                case 5 -> lower(subject).eq(text()).not();
                case 6 -> depth > 2 ? subject.isNotNull() : subject.in(query());
                case 7 ->
                    depth > 2 ? subject.isNull() : select(count()).from(person).exists();
                default -> subject.eq(literal(random.nextBoolean() ? "x" : "y"));
            };
        }

        private Expression<String> called(Expression<String> read) {
            return switch (random.nextInt(17)) {
                case 14 -> json(value(Json.parse("{}"), Types.JSON)).get("a").kind();
                case 15 -> prefixed(random.nextBoolean() ? "@" : "~", read, Types.TEXT);
                case 16 -> read.operator(Operator.custom("#", random.nextInt(2) * 40), text(), Types.TEXT);
                case 9 -> caseOf(read).when("a", "b").when(text(), text());
                case 10 -> read.collate(random.nextBoolean() ? "C" : "D");
                case 11 -> variants(read).on("sqlite", random.nextBoolean() ? text() : read);
                case 12 -> sql(random.nextBoolean() ? "{} || {}" : "{} + {}", Types.TEXT, read, text());
                case 6 -> stringAgg(read, random.nextBoolean() ? "," : ";").orderBy(read);
                case 7 ->
                    json(value(Json.parse("{}"), Types.JSON))
                            .get(random.nextBoolean() ? "a" : "b")
                            .asText();
                case 8 -> jsonArray(text(), number()).cast(Types.TEXT);
                case 4 -> lpad(read, random.nextInt(3), 'x');
                case 5 -> replace(read, "a", "b").concat(text());
                case 0 -> max(read).filter(condition(read));
                case 1 -> max(read).over(w -> random.nextBoolean() ? w.partitionBy(text()) : w.orderBy(read));
                case 2 ->
                    lag(read, random.nextInt(2), text())
                            .over(w -> w.orderBy(read).rows(preceding(random.nextInt(3)), currentRow()));
                case 3 -> max(random.nextBoolean() ? read : text()).distinct();
                default -> read.concat(text());
            };
        }

        /** A value, sometimes one that stands elsewhere in the statement too. */
        private Expression<String> text() {
            if (!shared.isEmpty() && random.nextInt(3) == 0) {
                return shared.get(random.nextInt(shared.size()));
            }
            Expression<String> made = random.nextInt(5) == 0
                    ? value("s" + random.nextInt(100), secret.type())
                    : value("v" + random.nextInt(100));
            shared.add(made);
            return made;
        }

        private Expression<Integer> number() {
            return random.nextBoolean()
                    ? value(random.nextInt())
                    : literal(random.nextInt(5) - 2).negate();
        }
    }
}
