package dev.azoth.sql;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.List;

/**
 * Something with a value, in SQL: a column, a bound value, or an operation on others.
 *
 * <p>Its methods build larger expressions and change nothing. A Java value given to them is bound with the type of this expression,
 * never written into the text.
 *
 * @param <T> the Java class of its value
 */
public sealed interface Expression<T>
        extends Selectable<T>,
                ComparisonOperations<T>,
                ListOperations<T>,
                ArithmeticOperations<T>,
                TextOperations,
                SortTerm
        permits Condition,
                ColumnReference,
                Bind,
                Parameter,
                Literal,
                Unary,
                Binary,
                Label,
                FunctionCall,
                CaseWhen,
                Cast,
                Coerced,
                ScalarSubquery,
                TextExpression,
                Excluded,
                JsonPath,
                SimpleCase,
                Quantified,
                QuantifiedArray,
                CustomExpression {

    /** The type of the value. */
    SqlType<T> type();

    @Override
    default List<? extends Expression<?>> expressions() {
        return List.of(this);
    }

    /** An operator that Azoth has no method for, such as {@code @>}; the symbol is written as it is and must not come from input. */
    default <R> Expression<R> operator(String symbol, Expression<?> other, SqlType<R> result) {
        return new Binary<>(this, Operator.custom(symbol), other, result);
    }

    /** An operator of {@linkplain Operator#custom(String, int) another precedence} that Azoth has no method for. */
    default <R> Expression<R> operator(Operator operator, Expression<?> other, SqlType<R> result) {
        return new Binary<>(this, operator, other, result);
    }

    /** An operator of the database's own with a condition's value, such as {@code &&}; the symbol is written as it is and must not come from input. */
    default Condition is(String symbol, Expression<?> other) {
        return Condition.of(operator(symbol, other, Types.BOOLEAN));
    }

    /** {@code CAST(this AS type)}. */
    default <R> Expression<R> cast(SqlType<R> target) {
        return new Cast<>(this, target);
    }

    /** The value as it is, read and compared as a type that stores it in the same way; nothing is converted by the database. */
    default <R> Expression<R> coerce(SqlType<R> target) {
        return new Coerced<>(this, target);
    }

    /** The value as a type, or null where it is none of that type; of texts, and where the database can. */
    default <R> Expression<R> tryCast(SqlType<R> target) {
        return Sql.function("try_cast", target, this);
    }

    /** This expression under a name, by which the row and later clauses know it. */
    default Label<T> as(String name) {
        return new Label<>(this, name);
    }

    @Override
    default Ordering ordering() {
        return asc();
    }

    /** Ascending in ORDER BY. */
    default Ordering asc() {
        return new Ordering(this, false, Ordering.Nulls.DEFAULT);
    }

    /** Descending in ORDER BY. */
    default Ordering desc() {
        return new Ordering(this, true, Ordering.Nulls.DEFAULT);
    }
}
