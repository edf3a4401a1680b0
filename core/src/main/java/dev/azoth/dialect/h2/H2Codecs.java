package dev.azoth.dialect.h2;

import dev.azoth.CompileException;
import dev.azoth.dialect.ArrayCodec;
import dev.azoth.dialect.JdbcCodec;
import dev.azoth.dialect.Microseconds;
import dev.azoth.dialect.StandardCodecs;
import dev.azoth.type.ArrayType;
import dev.azoth.type.BinaryType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonForm;
import dev.azoth.type.NativeEnumType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.StringType;
import dev.azoth.type.TypeCodec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** How H2 stores types: as in the standard. The driver takes arrays of Java's own values and ignores the name of their type. */
final class H2Codecs extends StandardCodecs {
    H2Codecs(ServerInfo server) {
        super(server);
    }

    private static <T> JdbcCodec<T> withArrays(JdbcCodec<T> codec, Function<T, Object> element) {
        return codec.withArray(codec.declaration(), "?", element);
    }

    /** Elements without a limit: a cast to an array of VARCHAR(5) or NUMERIC(5, 2) would cut them without a word. */
    private static <T> JdbcCodec<T> withUnlimitedArrays(JdbcCodec<T> codec, String elementType) {
        return codec.withArray(elementType, "?", value -> value);
    }

    @Override
    protected JdbcCodec<Short> smallint() {
        return withArrays(super.smallint(), value -> value);
    }

    @Override
    protected JdbcCodec<Integer> integer() {
        return withArrays(super.integer(), value -> value);
    }

    @Override
    protected JdbcCodec<Long> bigint() {
        return withArrays(super.bigint(), value -> value);
    }

    /** NUMERIC alone has no digits after the point; DECFLOAT has as many as there are. */
    @Override
    protected JdbcCodec<BigDecimal> decimal(DecimalType type) {
        JdbcCodec<BigDecimal> standard = super.decimal(type);
        return withUnlimitedArrays(type.precision() == 0 ? standard.withDeclaration("DECFLOAT") : standard, "DECFLOAT");
    }

    @Override
    protected JdbcCodec<Float> real() {
        return withArrays(super.real().withLiteral(value -> "CAST('" + value + "' AS REAL)"), value -> value);
    }

    @Override
    protected JdbcCodec<Double> doublePrecision() {
        return withArrays(
                super.doublePrecision().withLiteral(value -> "CAST('" + value + "' AS DOUBLE PRECISION)"),
                value -> value);
    }

    @Override
    protected JdbcCodec<Boolean> bool() {
        return withArrays(super.bool(), value -> value);
    }

    /** VARCHAR without a length has no limit that matters, and is a value, which CLOB is not. */
    @Override
    protected JdbcCodec<String> string(StringType type) {
        JdbcCodec<String> standard = super.string(type);
        return withUnlimitedArrays(
                type.form() == StringType.Form.TEXT ? standard.withDeclaration("VARCHAR") : standard, "VARCHAR");
    }

    /** VARBINARY for the same reason. */
    @Override
    protected JdbcCodec<byte[]> binary(BinaryType type) {
        JdbcCodec<byte[]> standard =
                super.binary(type).withJson(JsonForm.text("rawtohex(", ")", HexFormat.of()::parseHex));
        return withUnlimitedArrays(type.length() == 0 ? standard.withDeclaration("VARBINARY") : standard, "VARBINARY");
    }

    @Override
    protected JdbcCodec<UUID> uuid() {
        return withArrays(super.uuid(), value -> value);
    }

    @Override
    protected JdbcCodec<LocalDate> date() {
        return withArrays(super.date(), Microseconds::of);
    }

    /** As an element of an array the driver cuts a time to milliseconds, but not its text. */
    @Override
    protected JdbcCodec<LocalTime> time() {
        return super.time().withArray("TIME(6)", "CAST(? AS TIME(6) ARRAY)", Microseconds::text);
    }

    /** As an element of an array it is text, like a time. */
    @Override
    protected TypeCodec<OffsetTime> offsetTime() {
        return JdbcCodec.<OffsetTime>of(
                        "TIME(6) WITH TIME ZONE",
                        Types.TIME_WITH_TIMEZONE,
                        (statement, index, value) -> statement.setObject(index, Microseconds.of(value)),
                        (row, index) -> row.getObject(index, OffsetTime.class),
                        value -> "TIME WITH TIME ZONE '" + Microseconds.text(value) + "'")
                .withJson(asText(value -> OffsetTime.parse(Microseconds.withMinutes(value))))
                .withArray("TIME(6) WITH TIME ZONE", "CAST(? AS TIME(6) WITH TIME ZONE ARRAY)", Microseconds::text);
    }

    @Override
    protected JdbcCodec<LocalDateTime> timestamp() {
        return withArrays(super.timestamp(), Microseconds::of);
    }

    @Override
    protected JdbcCodec<Instant> instant() {
        return withArrays(super.instant(), Microseconds::of);
    }

    /**
     * A text alone would become a JSON string; {@code FORMAT JSON} says that it is JSON already. An array cannot say so, but bytes are
     * taken for JSON without a word.
     */
    @Override
    protected TypeCodec<Json> json() {
        JdbcCodec<String> stored = super.string(new StringType(StringType.Form.TEXT, 0))
                .withDeclaration("JSON")
                .withJson(asText(value -> value))
                .withPlaceholder("? FORMAT JSON")
                .withLiteral(text -> quoted(text) + " FORMAT JSON")
                .withArray("JSON", "CAST(? AS JSON ARRAY)", text -> text.getBytes(StandardCharsets.UTF_8));
        return converting(stored, Json::parse, Json::text);
    }

    @Override
    protected <E extends Enum<E>> TypeCodec<E> nativeEnum(NativeEnumType<E> type) {
        return columnEnum(type, this::quoted, "VARCHAR");
    }

    @Override
    protected <E> TypeCodec<List<E>> array(ArrayType<E> type) {
        TypeCodec<E> element = codec(type.element());
        if (element.arrayElementType().isEmpty()) {
            throw new CompileException("H2 has no arrays of " + type.element().name());
        }
        return new ArrayCodec<>(element, element.declaration() + " ARRAY");
    }

    /** The driver gives JSON as bytes. */
    @Override
    protected Object plain(ResultSet row, int index, Object value) throws SQLException {
        return value instanceof byte[]
                        && row.getMetaData().getColumnType(index) != Types.VARBINARY
                        && row.getMetaData().getColumnTypeName(index).equals("JSON")
                ? read(json(), row, index, value)
                : super.plain(row, index, value);
    }
}
