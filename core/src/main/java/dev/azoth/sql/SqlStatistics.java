package dev.azoth.sql;

import dev.azoth.type.Types;

/** Functions of statistics, as {@link Sql} offers them. All leave out nulls, those of two values the rows where one is null. */
abstract class SqlStatistics extends SqlWindows {
    SqlStatistics() {}

    /** The standard deviation of a sample; null of fewer than two values. */
    public static FunctionCall<Double> stddevSamp(Expression<? extends Number> expression) {
        return function("stddev_samp", Types.DOUBLE, expression);
    }

    /** The standard deviation of the whole; null of no rows. */
    public static FunctionCall<Double> stddevPop(Expression<? extends Number> expression) {
        return function("stddev_pop", Types.DOUBLE, expression);
    }

    /** The variance of a sample; null of fewer than two values. */
    public static FunctionCall<Double> varSamp(Expression<? extends Number> expression) {
        return function("var_samp", Types.DOUBLE, expression);
    }

    /** The variance of the whole; null of no rows. */
    public static FunctionCall<Double> varPop(Expression<? extends Number> expression) {
        return function("var_pop", Types.DOUBLE, expression);
    }

    /** The covariance of a sample. */
    public static FunctionCall<Double> covarSamp(Expression<? extends Number> y, Expression<? extends Number> x) {
        return function("covar_samp", Types.DOUBLE, y, x);
    }

    /** The covariance of the whole. */
    public static FunctionCall<Double> covarPop(Expression<? extends Number> y, Expression<? extends Number> x) {
        return function("covar_pop", Types.DOUBLE, y, x);
    }

    /** The correlation, from -1 to 1. */
    public static FunctionCall<Double> corr(Expression<? extends Number> y, Expression<? extends Number> x) {
        return function("corr", Types.DOUBLE, y, x);
    }

    /** The slope of the line that fits best. */
    public static FunctionCall<Double> regrSlope(Expression<? extends Number> y, Expression<? extends Number> x) {
        return function("regr_slope", Types.DOUBLE, y, x);
    }

    /** Where the line that fits best meets the y axis. */
    public static FunctionCall<Double> regrIntercept(Expression<? extends Number> y, Expression<? extends Number> x) {
        return function("regr_intercept", Types.DOUBLE, y, x);
    }

    /** How well the line fits, from 0 to 1. */
    public static FunctionCall<Double> regrR2(Expression<? extends Number> y, Expression<? extends Number> x) {
        return function("regr_r2", Types.DOUBLE, y, x);
    }
}
