package dev.azoth.dialect.duckdb;

import dev.azoth.CompileException;
import dev.azoth.dialect.ArrayCodec;
import dev.azoth.dialect.EncodableText;
import dev.azoth.dialect.JdbcCodec;
import dev.azoth.dialect.Microseconds;
import dev.azoth.type.ArrayType;
import dev.azoth.type.BinaryType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonForm;
import dev.azoth.type.NativeEnumType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.StringType;
import dev.azoth.type.TypeCodec;
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
final class DuckdbCodecs extends DuckdbNumberCodecs {
    private static final JsonForm<Long> MICROSECONDS = new JsonForm<>("epoch_us(", ")", JsonForm.WHOLE.read());

    DuckdbCodecs(ServerInfo server) {
        super(server);
    }

    /** Text of any length. A CHAR is padded when it is bound, so that it equals what the column holds: DuckDB itself pads nothing. */
    @Override
    protected JdbcCodec<String> string(StringType type) {
        Function<String, String> stored = value -> stored(type, value);
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

    static String stored(StringType type, String value) {
        return EncodableText.paired(type.form() == StringType.Form.CHAR ? padded(value, type.length()) : value);
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
    protected <E extends Enum<E>> TypeCodec<E> nativeEnum(NativeEnumType<E> type) {
        return columnEnum(type, this::quoted, "VARCHAR");
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
