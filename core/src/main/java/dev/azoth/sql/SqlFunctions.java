package dev.azoth.sql;

/** Functions of values of any type, as {@link Sql} offers them. */
abstract class SqlFunctions extends SqlDates {
    SqlFunctions() {}

    /** The first value that is not null. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> FunctionCall<T> coalesce(Expression<T> first, Expression<? extends T>... more) {
        return new FunctionCall<>("coalesce", listOf(first, more), Aggregation.NONE, first.type());
    }

    /** The expression, or the value when it is null. */
    public static <T> FunctionCall<T> coalesce(Expression<T> expression, T value) {
        // where the compiler takes two expressions of values for this method, T is Object
        Expression<?> other = value instanceof Expression<?> given ? given : new Bind<>(expression.type(), value);
        return function("coalesce", expression.type(), expression, other);
    }

    /** Null if both are equal, else the first. */
    public static <T> FunctionCall<T> nullif(Expression<T> expression, Expression<? extends T> other) {
        return function("nullif", expression.type(), expression, other);
    }
}
