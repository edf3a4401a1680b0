package dev.azoth.dialect.duckdb;

import dev.azoth.CompileException;
import dev.azoth.dialect.ArrayCodec;
import dev.azoth.dialect.EncodableText;
import dev.azoth.dialect.JdbcCodec;
import dev.azoth.dialect.Microseconds;
import dev.azoth.dialect.StandardCodecs;
import dev.azoth.type.ArrayType;
import dev.azoth.type.BinaryType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonForm;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.StringType;
import dev.azoth.type.TypeCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How DuckDB stores types. Every type has arrays: IN lists and inserts of many rows send one for each column.
 *
 * <p>Values are read as the driver's objects, which its result set of an array has too, other than the getters of each type.
 */
final class DuckdbCodecs extends StandardCodecs {
    private static final int MOST_DIGITS = 38;

    /** Of a decimal without a precision, which would have three digits after the point. */
    private static final int SCALE = 12;

    private static final JsonForm<Long> MICROSECONDS = new JsonForm<>("epoch_us(", ")", JsonForm.WHOLE.read());

    DuckdbCodecs(ServerInfo server) {
        super(server);
    }

    private static <T> JdbcCodec<T> withArrays(JdbcCodec<T> codec, String driverType, Function<T, Object> element) {
        boolean asText = driverType.equals("VARCHAR") && !codec.declaration().equals(driverType);
        return codec.withArray(driverType, asText ? "CAST(? AS " + codec.declaration() + "[])" : "?", element);
    }

    private static <T> JdbcCodec.Reader<T> reading(Function<Object, T> read) {
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
                        .withReader(reading(DuckdbCodecs::decimal))
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
                        .withJson(asText(DuckdbCodecs::number))
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

    /** Text of any length. A CHAR is padded when it is bound, so that it equals what the column holds: DuckDB itself pads nothing. */
    @Override
    protected JdbcCodec<String> string(StringType type) {
        Function<String, String> stored = type.form() == StringType.Form.CHAR
                ? value -> EncodableText.paired(padded(value, type.length()))
                : EncodableText::paired;
        return withArrays(
                super.string(type)
                        .withDeclaration("VARCHAR")
                        .withBinder(
                                Types.VARCHAR,
                                (statement, index, value) -> statement.setString(index, stored.apply(value)))
                        .withReader(reading(Object::toString))
                        .withLiteral(value -> quoted(stored.apply(value))),
                "VARCHAR",
                stored::apply);
    }

    private static String padded(String value, int length) {
        return value + " ".repeat(Math.max(0, length - value.codePointCount(0, value.length())));
    }

    /** The text of a statement ends where its first NUL is. */
    @Override
    protected String quoted(String text) {
        return text.indexOf('\0') < 0
                ? super.quoted(text)
                : "(" + super.quoted(text).replace("\0", "' || chr(0) || '") + ")";
    }

    @Override
    protected JdbcCodec<byte[]> binary(BinaryType type) {
        return withArrays(
                super.binary(type).withDeclaration("BLOB").withReader(DuckdbCodecs::bytes), "BLOB", value -> value);
    }

    private static byte @Nullable [] bytes(ResultSet row, int index) throws SQLException {
        Object value = row.getObject(index);
        if (value instanceof Blob blob) {
            return blob.length() == 0 ? new byte[0] : blob.getBytes(1, Math.toIntExact(blob.length()));
        }
        return (byte[]) value;
    }

    @Override
    protected JdbcCodec<UUID> uuid() {
        return withArrays(super.uuid().withReader(reading(UUID.class::cast)), "VARCHAR", UUID::toString);
    }

    /** The driver counts the days before 1582 by Caesar's calendar. */
    @Override
    protected JdbcCodec<LocalDate> date() {
        return withArrays(
                super.date()
                        .withBinder(
                                Types.VARCHAR,
                                (statement, index, value) -> statement.setString(index, Microseconds.text(value)))
                        .withPlaceholder("CAST(? AS DATE)")
                        .withReader(reading(LocalDate.class::cast)),
                "VARCHAR",
                Microseconds::text);
    }

    @Override
    protected JdbcCodec<LocalTime> time() {
        return withArrays(
                super.time().withDeclaration("TIME").withReader(reading(LocalTime.class::cast)),
                "TIME",
                Microseconds::of);
    }

    @Override
    protected JdbcCodec<LocalDateTime> timestamp() {
        return withArrays(
                super.timestamp()
                        .withDeclaration("TIMESTAMP")
                        .withReader(DuckdbCodecs::timestamp)
                        .withJson(MICROSECONDS.converted(
                                value -> point(value).atOffset(ZoneOffset.UTC).toLocalDateTime())),
                "TIMESTAMP",
                Microseconds::of);
    }

    /**
     * The driver's objects lack the hour that the JVM's time zone skips in spring, take the hour that it repeats in autumn for one, and
     * lack days of 1582; but its number of microseconds is right. Times of another precision have no such number.
     */
    private static @Nullable LocalDateTime timestamp(ResultSet row, int index) throws SQLException {
        try {
            long microseconds = row.getLong(index);
            return row.wasNull()
                    ? null
                    : point(microseconds).atOffset(ZoneOffset.UTC).toLocalDateTime();
        } catch (NumberFormatException e) {
            return row.getObject(index, LocalDateTime.class);
        }
    }

    private static @Nullable Instant instant(ResultSet row, int index) throws SQLException {
        try {
            long microseconds = row.getLong(index);
            return row.wasNull() ? null : point(microseconds);
        } catch (NumberFormatException e) {
            OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }
    }

    private static Instant point(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }

    @Override
    protected JdbcCodec<Instant> instant() {
        return withArrays(
                super.instant()
                        .withDeclaration("TIMESTAMP WITH TIME ZONE")
                        .withReader(DuckdbCodecs::instant)
                        .withJson(MICROSECONDS.converted(DuckdbCodecs::point)),
                "TIMESTAMP WITH TIME ZONE",
                Microseconds::of);
    }

    @Override
    protected TypeCodec<Json> json() {
        return withArrays(
                JdbcCodec.<Json>of(
                                "JSON",
                                Types.VARCHAR,
                                (statement, index, value) ->
                                        statement.setString(index, EncodableText.paired(value.text())),
                                reading(value -> Json.parse(value.toString())),
                                value -> "CAST(" + quoted(value.text()) + " AS JSON)")
                        .withJson(asText(Json::parse))
                        .withPlaceholder("CAST(? AS JSON)"),
                "VARCHAR",
                value -> EncodableText.paired(value.text()));
    }

    @Override
    protected <E> TypeCodec<List<E>> array(ArrayType<E> type) {
        TypeCodec<E> element = codec(type.element());
        if (element.arrayElementType().isEmpty()) {
            throw new CompileException(
                    "DuckDB has no arrays of " + type.element().name());
        }
        return new ArrayCodec<>(element, element.declaration() + "[]");
    }

    @Override
    protected JdbcCodec<Object> unknown() {
        return super.unknown().withBinder(Types.NULL, PreparedStatement::setObject);
    }

    /** The driver has classes of its own for JSON and for structures. */
    @Override
    protected Object plain(ResultSet row, int index, Object value) throws SQLException {
        if (value instanceof OffsetDateTime) {
            return read(instant(), row, index, value);
        } else if (value instanceof Struct struct) {
            return Arrays.asList(struct.getAttributes());
        } else if (value.getClass().getName().equals("org.duckdb.JsonNode")) {
            return Json.parse(value.toString());
        }
        return super.plain(row, index, value);
    }
}
