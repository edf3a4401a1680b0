package dev.azoth.proof;

import static dev.azoth.sql.Sql.value;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.DatePart;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Node;
import dev.azoth.sql.Sql;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Expressions of each type over the columns of some tables, at most so many operations deep. */
final class RandomExpressions {
    private static final SqlType<BigDecimal> NUMERIC = Types.NUMERIC(10, 2);
    private static final List<DatePart> PARTS_OF_DATES = List.of(
            DatePart.YEAR,
            DatePart.QUARTER,
            DatePart.MONTH,
            DatePart.WEEK,
            DatePart.DAY,
            DatePart.DAY_OF_WEEK,
            DatePart.DAY_OF_YEAR);
    private static final List<DateUnit> UNITS_OF_DATES =
            List.of(DateUnit.DAY, DateUnit.WEEK, DateUnit.MONTH, DateUnit.QUARTER, DateUnit.YEAR);
    private static final List<DateUnit> UNITS = List.of(DateUnit.values());

    private final Chance chance;
    private final List<Sample> tables;

    RandomExpressions(Chance chance, Sample... tables) {
        this.chance = chance;
        this.tables = Arrays.asList(tables);
    }

    /** Whether it reads a row: constants cannot be grouped or sorted by. */
    static boolean isOfColumns(Node node) {
        return Nodes.any(List.of(node), part -> part instanceof ColumnReference);
    }

    Expression<?> any(int depth) {
        return chance.<Expression<?>>make(
                () -> whole(depth),
                () -> large(depth),
                () -> decimal(depth),
                () -> text(depth),
                () -> condition(depth),
                () -> date(depth),
                () -> time(depth));
    }

    Expression<Integer> whole(int depth) {
        if (isLeaf(depth)) {
            return leaf(table -> table.whole, RandomValues.WHOLE, Types.INTEGER);
        }
        int below = depth - 1;
        return chance.make(
                () -> common(depth, this::whole),
                () -> common(depth, this::whole),
                () -> arithmetic(whole(below), whole(below)),
                () -> arithmetic(whole(below), whole(below)),
                () -> whole(below).negate(),
                () -> Sql.abs(whole(below)),
                () -> Sql.sign(decimal(below)),
                () -> decimal(below).cast(Types.INTEGER),
                () -> condition(below).cast(Types.INTEGER),
                () -> Sql.charLength(text(below)),
                () -> Sql.octetLength(text(below)),
                () -> Sql.position(chance.of(RandomValues.TEXT), text(below)),
                () -> Sql.extract(chance.of(DatePart.values()), time(below)),
                () -> Sql.extract(chance.of(PARTS_OF_DATES), date(below)),
                () -> Sql.bitAnd(whole(0), whole(0)),
                () -> Sql.bitOr(whole(0), whole(0)),
                () -> Sql.bitXor(whole(0), whole(0)));
    }

    Expression<Long> large(int depth) {
        if (isLeaf(depth)) {
            return leaf(table -> table.large, RandomValues.LARGE, Types.BIGINT);
        }
        int below = depth - 1;
        return chance.make(
                () -> common(depth, this::large),
                () -> common(depth, this::large),
                () -> arithmetic(large(below), large(below)),
                () -> large(below).negate(),
                () -> whole(below).cast(Types.BIGINT),
                () -> Sql.epochSecond(time(below)),
                () -> Sql.dateDiff(chance.of(UNITS_OF_DATES), date(below), date(below)),
                () -> Sql.dateDiff(chance.of(UNITS), time(below), time(below)));
    }

    Expression<BigDecimal> decimal(int depth) {
        if (isLeaf(depth)) {
            return leaf(table -> table.decimal, RandomValues.DECIMAL, NUMERIC);
        }
        int below = depth - 1;
        return chance.make(
                () -> common(depth, this::decimal),
                () -> common(depth, this::decimal),
                () -> decimal(below).plus(decimal(below)),
                () -> decimal(below).minus(decimal(below)),
                () -> decimal(0).times(decimal(0)),
                () -> Sql.round(decimal(0).dividedBy(decimal(0)), 2),
                () -> decimal(0).modulo(decimal(0)),
                () -> Sql.round(decimal(below), chance.of(0, 1)),
                () -> Sql.trunc(decimal(below), chance.of(0, 1)),
                () -> Sql.floor(decimal(below)),
                () -> Sql.ceil(decimal(below)),
                () -> Sql.abs(decimal(below)),
                () -> decimal(below).negate(),
                () -> whole(below).cast(NUMERIC));
    }

    Expression<String> text(int depth) {
        if (isLeaf(depth)) {
            return leaf(table -> table.text, RandomValues.TEXT, Types.TEXT);
        }
        int below = depth - 1;
        int length = chance.of(0, 1, 2, 5);
        char fill = chance.of('x', ' ', '*');
        return chance.make(
                () -> common(depth, this::text),
                () -> common(depth, this::text),
                () -> text(below).concat(text(below)),
                () -> Sql.concat(text(below), text(below)),
                () -> Sql.concatWs("-", text(below), text(below)),
                () -> Sql.lower(text(below)),
                () -> Sql.upper(text(below)),
                () -> Sql.trim(text(below)),
                () -> Sql.ltrim(text(below)),
                () -> Sql.rtrim(text(below)),
                () -> Sql.trim(text(below), fill),
                () -> Sql.reverse(text(below)),
                () -> Sql.lpad(text(below), length, fill),
                () -> Sql.rpad(text(below), length, fill),
                () -> Sql.substring(text(below), chance.of(1, 2, 4), length),
                () -> Sql.left(text(below), length),
                () -> Sql.right(text(below), length),
                () -> Sql.repeat(text(below), length),
                () -> Sql.replace(text(below), chance.of("a", "%", "é", "\\", "ab"), chance.of(RandomValues.TEXT)),
                () -> Sql.overlay(text(below), chance.of(RandomValues.TEXT), chance.of(1, 2), length),
                () -> whole(below).cast(Types.TEXT),
                () -> date(below).cast(Types.TEXT));
    }

    Expression<LocalDate> date(int depth) {
        if (isLeaf(depth)) {
            return leaf(table -> table.date, RandomValues.DATE, Types.DATE);
        }
        int below = depth - 1;
        return chance.make(
                () -> common(depth, this::date),
                () -> date(below).plus(chance.of(-13L, 1L, 5L), chance.of(UNITS_OF_DATES)),
                () -> date(below).plus(whole(0), chance.of(UNITS_OF_DATES)),
                () -> Sql.dateTrunc(chance.of(UNITS_OF_DATES), date(below)),
                () -> Sql.makeDate(value(2020), value(chance.oneIn(4) ? null : 2, Types.INTEGER), value(28)),
                () -> time(below).cast(Types.DATE));
    }

    Expression<LocalDateTime> time(int depth) {
        if (isLeaf(depth)) {
            return leaf(table -> table.time, RandomValues.TIME, Types.TIMESTAMP);
        }
        int below = depth - 1;
        return chance.make(
                () -> common(depth, this::time),
                () -> time(below).plus(chance.of(-13L, 1L, 5L), chance.of(UNITS)),
                () -> Sql.dateTrunc(chance.of(UNITS.subList(1, UNITS.size())), time(below)),
                () -> date(below).cast(Types.TIMESTAMP));
    }

    Expression<Boolean> flag(int depth) {
        return chance.oneIn(3) ? leaf(table -> table.flag, RandomValues.FLAG, Types.BOOLEAN) : condition(depth);
    }

    Condition condition(int depth) {
        int below = Math.max(0, depth - 1);
        if (depth == 0 || !chance.oneIn(3)) {
            return chance.make(
                    () -> Condition.of(leaf(table -> table.flag, RandomValues.FLAG, Types.BOOLEAN)),
                    () -> test(() -> whole(below), RandomValues.WHOLE),
                    () -> test(() -> large(below), RandomValues.LARGE),
                    () -> test(() -> decimal(below), RandomValues.DECIMAL),
                    () -> test(() -> text(below), RandomValues.TEXT),
                    () -> test(() -> date(below), RandomValues.DATE),
                    () -> test(() -> time(below), RandomValues.TIME),
                    () -> like(below));
        }
        return chance.make(
                () -> Sql.and(flag(below), flag(below)),
                () -> Sql.or(flag(below), flag(below)),
                () -> condition(below).not(),
                () -> condition(below).isTrue(),
                () -> condition(below).isNotFalse(),
                () -> condition(below).isNull(),
                () -> flag(below).eq(flag(below)),
                () -> Condition.of(common(depth, this::flag)));
    }

    private <T> Condition test(Supplier<Expression<T>> operands, List<T> values) {
        Expression<T> one = operands.get();
        return chance.make(
                () -> one.eq(operands.get()),
                () -> one.ne(operands.get()),
                () -> one.lt(operands.get()),
                () -> one.le(operands.get()),
                () -> one.gt(operands.get()),
                () -> one.ge(operands.get()),
                one::isNull,
                () -> one.between(operands.get(), operands.get()),
                () -> one.in(chance.some(values, 3)),
                () -> one.notIn(chance.some(values, 3)),
                () -> one.isDistinctFrom(operands.get()),
                () -> one.isNotDistinctFrom(operands.get()));
    }

    private Condition like(int below) {
        String pattern = chance.of("%", "a%", "%b", "_", "", "a_b", "%a%", "é%", "_😀%", "A%", "\\", "%\\%");
        String part = chance.of(RandomValues.TEXT);
        return chance.make(
                () -> text(below).like(pattern),
                () -> text(below).ilike(pattern),
                () -> text(below).like(text(0)),
                () -> text(below).startsWith(part),
                () -> text(below).endsWith(part),
                () -> text(below).contains(part),
                () -> text(below).contains(text(0)));
    }

    /** What there is of every type. */
    private <T> Expression<T> common(int depth, Function<Integer, Expression<T>> smaller) {
        int below = depth - 1;
        Expression<T> one = smaller.apply(below);
        return chance.make(
                () -> Sql.caseWhen(condition(below), one).otherwise(smaller.apply(below)),
                () -> Sql.caseWhen(condition(below), one),
                () -> Sql.caseOf(whole(below)).when(whole(0), one).otherwise(smaller.apply(below)),
                () -> Sql.coalesce(one, smaller.apply(below)),
                () -> Sql.nullif(one, smaller.apply(below)),
                () -> Sql.greatest(one, smaller.apply(below)),
                () -> Sql.least(one, smaller.apply(below)));
    }

    private <T> Expression<T> arithmetic(Expression<T> one, Expression<T> other) {
        return chance.make(
                () -> one.plus(other),
                () -> one.minus(other),
                () -> one.times(other),
                () -> one.dividedBy(other),
                () -> one.modulo(other));
    }

    private boolean isLeaf(int depth) {
        return depth <= 0 || chance.oneIn(4);
    }

    private <T> Expression<T> leaf(Function<Sample, Expression<T>> column, List<T> values, SqlType<T> type) {
        // see Fact.NULLS
        if (chance.oneIn(12) && type != Types.TIMESTAMP && type != NUMERIC) {
            return value(null, type);
        }
        return chance.oneIn(3) ? value(chance.of(values), type) : column.apply(chance.of(tables));
    }
}
