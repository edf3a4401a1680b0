package dev.azoth.dialect.duckdb;

import dev.azoth.CompileException;
import dev.azoth.dialect.JdbcCodec;
import dev.azoth.dialect.StandardCodecs;
import dev.azoth.type.DecimalType;
import dev.azoth.type.ServerInfo;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Types;
import java.util.function.Function;

/** How DuckDB stores numbers and booleans. */
abstract class DuckdbNumberCodecs extends StandardCodecs {
    private static final int MOST_DIGITS = 38;

    /** Of a decimal without a precision, which would have three digits after the point. */
    private static final int SCALE = 12;

    DuckdbNumberCodecs(ServerInfo server) {
        super(server);
    }

    static <T> JdbcCodec<T> withArrays(JdbcCodec<T> codec, String driverType, Function<T, Object> element) {
        boolean asText = driverType.equals("VARCHAR") && !codec.declaration().equals(driverType);
        return codec.withArray(driverType, asText ? "CAST(? AS " + codec.declaration() + "[])" : "?", element);
    }

    static <T> JdbcCodec.Reader<T> reading(Function<Object, T> read) {
        return (row, index) -> {
            Object value = row.getObject(index);
            return value == null ? null : read.apply(value);
        };
    }

    @Override
    protected JdbcCodec<Short> smallint() {
        return withArrays(
                super.smallint().withReader(reading(value -> (short) whole(value, Short.MIN_VALUE, Short.MAX_VALUE))),
                "SMALLINT",
                value -> value);
    }

    @Override
    protected JdbcCodec<Integer> integer() {
        return withArrays(
                super.integer().withReader(reading(value -> (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE))),
                "INTEGER",
                value -> value);
    }

    @Override
    protected JdbcCodec<Long> bigint() {
        return withArrays(
                super.bigint().withReader(reading(value -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE))),
                "BIGINT",
                value -> value);
    }

    /** A sum of whole numbers has 128 bits; an average is a floating-point number. */
    private static long whole(Object value, long least, long most) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return within(((Number) value).longValue(), least, most, value);
        }
        BigDecimal number = decimal(value);
        try {
            return within(number.longValueExact(), least, most, value);
        } catch (ArithmeticException notWholeOrTooLong) {
            throw noWhole(value, least, most);
        }
    }

    private static long within(long number, long least, long most, Object value) {
        if (number < least || number > most) {
            throw noWhole(value, least, most);
        }
        return number;
    }

    private static IllegalArgumentException noWhole(Object value, long least, long most) {
        return new IllegalArgumentException(value + " is no whole number from " + least + " to " + most);
    }

    @Override
    protected JdbcCodec<BigDecimal> decimal(DecimalType type) {
        if (type.precision() > MOST_DIGITS) {
            throw new CompileException(
                    "DuckDB has no " + type.name() + ": its decimals have at most " + MOST_DIGITS + " digits");
        }
        JdbcCodec<BigDecimal> codec = type.precision() > 0
                ? super.decimal(type)
                        .withDeclaration("DECIMAL(" + type.precision() + "," + type.scale() + ")")
                        .withReader(reading(DuckdbNumberCodecs::decimal))
                : super.decimal(type)
                        .withDeclaration("DECIMAL(" + MOST_DIGITS + "," + SCALE + ")")
                        .withReader(reading(value -> shortest(decimal(value))))
                        .withJson(asText(value -> shortest(new BigDecimal(value))));
        return withArrays(
                codec.withBinder(
                        Types.NUMERIC, (statement, index, value) -> statement.setBigDecimal(index, plain(value))),
                "VARCHAR",
                BigDecimal::toPlainString);
    }

    /** The driver refuses 1E+3. */
    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        } else if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(value + " is no decimal number", e);
        }
    }

    private static BigDecimal shortest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    protected JdbcCodec<Float> real() {
        return withArrays(
                super.real()
                        .withReader(reading(value -> ((Number) value).floatValue()))
                        .withJson(asText(value -> (float) number(value)))
                        .withLiteral(value -> "CAST('" + value + "' AS REAL)"),
                "FLOAT",
                value -> value);
    }

    @Override
    protected JdbcCodec<Double> doublePrecision() {
        return withArrays(
                super.doublePrecision()
                        .withDeclaration("DOUBLE")
                        .withReader(reading(value -> ((Number) value).doubleValue()))
                        .withJson(asText(DuckdbNumberCodecs::number))
                        .withLiteral(value -> "CAST('" + value + "' AS DOUBLE)"),
                "DOUBLE",
                value -> value);
    }

    private static double number(String text) {
        return text.endsWith("inf")
                ? text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY
                : text.equals("nan") ? Double.NaN : Double.parseDouble(text);
    }

    @Override
    protected JdbcCodec<Boolean> bool() {
        return withArrays(super.bool().withReader(reading(Boolean.class::cast)), "BOOLEAN", value -> value);
    }
}
