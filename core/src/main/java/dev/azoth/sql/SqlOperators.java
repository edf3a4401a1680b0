package dev.azoth.sql;

import dev.azoth.type.Range;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cases, quantifiers, bits and SQL of one's own, as {@link Sql} offers them. */
abstract class SqlOperators extends SqlJson {
    SqlOperators() {}

    /** {@code CASE subject WHEN … THEN …}; continue with {@code when}. */
    public static <S> SimpleCase.Subject<S> caseOf(Expression<S> subject) {
        return new SimpleCase.Subject<>(subject);
    }

    /** One of a query's rows, for a comparison: {@code age.gt(any(ages))}. */
    public static <T> Quantified<T> any(Query<T> query) {
        return new Quantified<>(false, query, typeOf(query));
    }

    /** Every one of a query's rows, for a comparison: {@code age.ge(all(ages))}. */
    public static <T> Quantified<T> all(Query<T> query) {
        return new Quantified<>(true, query, typeOf(query));
    }

    /** One of an array's elements, for a comparison: {@code value(5).lt(any(post.marks))}. */
    public static <E> QuantifiedArray<E> any(Expression<List<E>> array) {
        return new QuantifiedArray<>(false, array, array(array).element());
    }

    /** Every one of an array's elements, for a comparison. */
    public static <E> QuantifiedArray<E> all(Expression<List<E>> array) {
        return new QuantifiedArray<>(true, array, array(array).element());
    }

    /** An array of expressions. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <E> FunctionCall<List<E>> arrayOf(Expression<E> first, Expression<? extends E>... more) {
        List<Expression<?>> elements = new ArrayList<>();
        elements.add(first);
        elements.addAll(Arrays.asList(more));
        return function("array_of", Types.array(first.type()), elements.toArray(Expression<?>[]::new));
    }

    @SuppressWarnings("unchecked") // the one thing selected is what the rows are
    private static <T> SqlType<T> typeOf(Query<T> query) {
        List<? extends Selectable<?>> selection = query.selection();
        if (selection.size() != 1 || !(selection.get(0) instanceof Expression<?> expression)) {
            throw new IllegalArgumentException("a query of one column is wanted, not of " + selection.size());
        }
        return (SqlType<T>) expression.type();
    }

    /** A range to look into: {@code range(booking.days).contains(today)}; on PostgreSQL. */
    public static <T extends Comparable<? super T>> RangeOperations<T> range(Expression<Range<T>> range) {
        return RangeOperations.of(range);
    }

    /** An array to look into: {@code array(post.tags).contains("java")}. */
    public static <E> ArrayOperations<E> array(Expression<List<E>> array) {
        return new ArrayOperations<>(array);
    }

    /** The whole number with its bits turned round. */
    public static <T extends Number> FunctionCall<T> bitNot(Expression<T> number) {
        return function("bits_of_none", number.type(), number);
    }

    /** A new UUID, another one for each row. */
    public static FunctionCall<UUID> randomUuid() {
        return function("random_uuid", Types.UUID);
    }

    /** The user that the database has to do with. */
    public static FunctionCall<String> currentUser() {
        return function("current_user", Types.TEXT);
    }

    /** The bits that both whole numbers have. */
    public static <T extends Number> FunctionCall<T> bitAnd(Expression<T> one, Expression<? extends T> other) {
        return function("bits_of_both", one.type(), one, other);
    }

    /** The bits that one of the whole numbers has, or both. */
    public static <T extends Number> FunctionCall<T> bitOr(Expression<T> one, Expression<? extends T> other) {
        return function("bits_of_any", one.type(), one, other);
    }

    /** The bits that just one of the whole numbers has. */
    public static <T extends Number> FunctionCall<T> bitXor(Expression<T> one, Expression<? extends T> other) {
        return function("bits_of_one", one.type(), one, other);
    }

    /** The bits that all of the whole numbers have; null of no rows. */
    public static <T extends Number> FunctionCall<T> bitAndAgg(Expression<T> number) {
        return function("bit_and", number.type(), number);
    }

    /** The bits that one of the whole numbers has; null of no rows. */
    public static <T extends Number> FunctionCall<T> bitOrAgg(Expression<T> number) {
        return function("bit_or", number.type(), number);
    }

    /** The bits that an odd number of the whole numbers have; null of no rows. */
    public static <T extends Number> FunctionCall<T> bitXorAgg(Expression<T> number) {
        return function("bit_xor", number.type(), number);
    }

    /** An operator of the database's own before its operand, such as {@code |/}; the symbol is written as it is and must not come from input. */
    public static <T> Expression<T> prefixed(String symbol, Expression<?> operand, SqlType<T> type) {
        return new Unary<>(Operator.custom(symbol), operand, type);
    }

    /** The whole number with its bits shifted to where they count more. */
    public static <T extends Number> FunctionCall<T> shiftLeft(Expression<T> number, int bits) {
        return function("bits_up", number.type(), number, value(bits));
    }

    /** The whole number with its bits shifted to where they count less. */
    public static <T extends Number> FunctionCall<T> shiftRight(Expression<T> number, int bits) {
        return function("bits_down", number.type(), number, value(bits));
    }

    /**
     * An expression as SQL text with places for others: {@code sql("{} <-> {}", DOUBLE, a, b)}. The text is sent as it is and must not
     * come from input; each expression is put in parentheses unless it is simple.
     *
     * @throws IllegalArgumentException if there are not as many places as expressions
     */
    public static <T> TextExpression<T> sql(String text, SqlType<T> type, Expression<?>... expressions) {
        List<String> pieces = List.of(text.split("\\{}", -1));
        if (pieces.size() != expressions.length + 1) {
            throw new IllegalArgumentException(
                    (pieces.size() - 1) + " places {} in the text, but " + expressions.length + " expressions");
        }
        List<String> names = new ArrayList<>();
        Map<String, Node> values = new LinkedHashMap<>();
        for (Expression<?> expression : expressions) {
            names.add(String.valueOf(names.size()));
            values.put(names.get(names.size() - 1), expression);
        }
        return new TextExpression<>(new TextFragment(pieces, names, values), type);
    }

    /**
     * An expression that other dialects write in another way: {@code variants(function("soundex", TEXT, name)).on(dialect, sql(…))}. So is a function
     * of one's own: a method that returns it.
     */
    public static <T> DialectVariants<T> variants(Expression<T> standard) {
        return new DialectVariants<>(standard, Map.of());
    }
}
