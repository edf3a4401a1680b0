package dev.azoth.dialect.postgresql;

import dev.azoth.CompileException;
import dev.azoth.dialect.ArrayCodec;
import dev.azoth.dialect.DeclaredCodec;
import dev.azoth.dialect.EncodableText;
import dev.azoth.dialect.JdbcCodec;
import dev.azoth.dialect.Microseconds;
import dev.azoth.dialect.StandardCodecs;
import dev.azoth.type.ArrayType;
import dev.azoth.type.BinaryType;
import dev.azoth.type.BitType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.EnumType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonForm;
import dev.azoth.type.MultirangeType;
import dev.azoth.type.NamedType;
import dev.azoth.type.NativeEnumType;
import dev.azoth.type.Range;
import dev.azoth.type.RangeType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL stores types. Every type has arrays: IN lists and inserts of many rows send one for each column. */
final class PostgresqlCodecs extends StandardCodecs {
    PostgresqlCodecs(ServerInfo server) {
        super(server);
    }

    @SuppressWarnings("unchecked") // the form of a type writes the values of that type
    private <T> JdbcCodec.ArrayBinder<T> bytes(SqlType<T> type) {
        return BinaryArrays.of((BinaryForm<T>) new BinaryForms(this).of(type).orElseThrow());
    }

    @Override
    protected String textType() {
        return "text";
    }

    @Override
    protected JdbcCodec<Short> smallint() {
        return super.smallint().withArray("int2", "?", value -> value).withArrayBinder(bytes(Types.SMALLINT));
    }

    @Override
    protected JdbcCodec<Integer> integer() {
        return super.integer().withArray("int4", "?", value -> value).withArrayBinder(bytes(Types.INTEGER));
    }

    @Override
    protected JdbcCodec<Long> bigint() {
        return super.bigint().withArray("int8", "?", value -> value).withArrayBinder(bytes(Types.BIGINT));
    }

    @Override
    protected JdbcCodec<BigDecimal> decimal(DecimalType type) {
        return super.decimal(type)
                .withReader(PostgresqlCodecs::decimal)
                .withArray("numeric", "?", BigDecimal::toPlainString)
                .withArrayBinder(bytes(type));
    }

    /** NUMERIC has NaN and infinities; the driver refuses them as SQLSTATE 22003, numeric value out of range. */
    private static @Nullable BigDecimal decimal(ResultSet row, int index) throws SQLException {
        try {
            return row.getBigDecimal(index);
        } catch (SQLException e) {
            String text = row.getString(index);
            if (text != null && (text.equals("NaN") || text.endsWith("Infinity"))) {
                throw new IllegalArgumentException(
                        "NUMERIC has the value " + text + ", which BigDecimal lacks: read it with cast(DOUBLE)", e);
            }
            throw e;
        }
    }

    /** Without binary transfer the driver sends a float8, which equals hardly any float4. */
    @Override
    protected JdbcCodec<Float> real() {
        return super.real()
                .withPlaceholder("CAST(? AS real)")
                .withLiteral(value -> "CAST('" + value + "' AS REAL)")
                .withArray("float4", "?", value -> value)
                .withArrayBinder(bytes(Types.REAL));
    }

    @Override
    protected JdbcCodec<Double> doublePrecision() {
        return super.doublePrecision()
                .withLiteral(value -> "CAST('" + value + "' AS DOUBLE PRECISION)")
                .withArray("float8", "?", value -> value)
                .withArrayBinder(bytes(Types.DOUBLE));
    }

    @Override
    protected JdbcCodec<Boolean> bool() {
        return super.bool().withArray("bool", "?", value -> value).withArrayBinder(bytes(Types.BOOLEAN));
    }

    /**
     * Text, which cannot have a NUL. CHAR is compared without the spaces that pad it only if both sides are of that type, and a bound
     * text is a VARCHAR.
     */
    @Override
    protected JdbcCodec<String> string(StringType type) {
        boolean padded = type.form() == StringType.Form.CHAR;
        JdbcCodec<String> standard = super.string(type);
        return standard.withBinder(
                        standard.jdbcType(),
                        (statement, index, value) -> statement.setString(index, EncodableText.withoutNul(value)))
                .withPlaceholder(padded ? "CAST(? AS bpchar)" : "?")
                .withArray(padded ? "bpchar" : "text", "?", EncodableText::withoutNul)
                .withArrayBinder(bytes(padded ? type : Types.TEXT));
    }

    /** A backslash means itself in {@code '…'} or not, as standard_conforming_strings says; in {@code E'…'} it is always doubled. */
    @Override
    protected String quoted(String text) {
        String plain = super.quoted(EncodableText.withoutNul(text));
        return text.indexOf('\\') < 0 ? plain : "E" + plain.replace("\\", "\\\\");
    }

    /** BYTEA has no length; in an array the driver does not take {@code byte[]} but the text of bytes. */
    @Override
    protected JdbcCodec<byte[]> binary(BinaryType type) {
        return super.binary(type)
                .withDeclaration("BYTEA")
                .withLiteral(value -> "CAST(" + quoted(hex(value)) + " AS BYTEA)")
                .withJson(JsonForm.text("encode(", ", 'hex')", HexFormat.of()::parseHex))
                .withArray("text", "CAST(? AS bytea[])", PostgresqlCodecs::hex)
                .withArrayBinder(bytes(type));
    }

    private static String hex(byte[] value) {
        return "\\x" + HexFormat.of().formatHex(value);
    }

    @Override
    protected JdbcCodec<UUID> uuid() {
        return super.uuid().withArray("uuid", "?", value -> value).withArrayBinder(bytes(Types.UUID));
    }

    @Override
    protected JdbcCodec<LocalDate> date() {
        return PostgresqlTimes.date(super.date()).withArrayBinder(bytes(Types.DATE));
    }

    @Override
    protected JdbcCodec<LocalTime> time() {
        return PostgresqlTimes.time(super.time()).withArrayBinder(bytes(Types.TIME));
    }

    @Override
    protected JdbcCodec<LocalDateTime> timestamp() {
        return PostgresqlTimes.timestamp(super.timestamp()).withArrayBinder(bytes(Types.TIMESTAMP));
    }

    @Override
    protected JdbcCodec<Instant> instant() {
        return PostgresqlTimes.instant(super.instant()).withArrayBinder(bytes(Types.TIMESTAMPTZ));
    }

    /** JSON as jsonb. A bound text is no JSON to the server until it is cast. */
    @Override
    protected TypeCodec<Json> json() {
        JdbcCodec<String> stored = super.string(new StringType(StringType.Form.TEXT, 0))
                .withDeclaration("JSONB")
                .withJson(asText(value -> value))
                .withPlaceholder("CAST(? AS jsonb)")
                .withLiteral(text -> "CAST(" + quoted(text) + " AS jsonb)")
                .withArray("text", "CAST(? AS jsonb[])", EncodableText::withoutNul);
        return converting(stored, Json::parse, Json::text);
    }

    /** An enum as a type, which is created when there is none of its name; another one's creating it at the same time does no harm. */
    @Override
    protected <E extends Enum<E>> TypeCodec<E> nativeEnum(NativeEnumType<E> type) {
        EnumType<E> labels = type.labels();
        String all =
                String.join(", ", labels.labels().stream().map(this::quoted).toList());
        return new DeclaredCodec<>(
                PostgresqlTypes.named(type.type(), this::quoted).converted(labels::constant, labels::label),
                List.of("DO $azoth$ BEGIN CREATE TYPE " + type.type() + " AS ENUM (" + all
                        + "); EXCEPTION WHEN duplicate_object THEN NULL; END $azoth$"),
                List.of("DO $azoth$ BEGIN DROP TYPE IF EXISTS " + type.type()
                        + "; EXCEPTION WHEN dependent_objects_still_exist THEN NULL; END $azoth$"));
    }

    @Override
    protected <T extends Comparable<? super T>> TypeCodec<Range<T>> range(RangeType<T> type) {
        RangeText<T> text = RangeText.of(type.element());
        return PostgresqlTypes.named(type.name(), this::quoted).converted(text::range, text::text);
    }

    @Override
    protected <T extends Comparable<? super T>> TypeCodec<List<Range<T>>> multirange(MultirangeType<T> type) {
        RangeText<T> text = RangeText.of(type.range().element());
        return PostgresqlTypes.named(type.name(), this::quoted).converted(text::ranges, text::texts);
    }

    @Override
    protected TypeCodec<String> bits(BitType type) {
        return PostgresqlTypes.named("BIT(" + type.length() + ")", this::quoted).converted(bits -> bits, type::checked);
    }

    @Override
    protected TypeCodec<Duration> duration() {
        return PostgresqlTypes.named("interval", this::quoted)
                .converted(PostgresqlTypes::duration, PostgresqlTypes::text);
    }

    @Override
    protected TypeCodec<OffsetTime> offsetTime() {
        return PostgresqlTypes.named("TIME WITH TIME ZONE", this::quoted)
                .converted(value -> OffsetTime.parse(Microseconds.withMinutes(value)), Microseconds::text);
    }

    /** All types that PostgreSQL and its extensions have, and those of the user; not what another database has under a name of its own. */
    @Override
    protected TypeCodec<String> named(NamedType type) {
        return type.name().equals("INET6") ? super.named(type) : PostgresqlTypes.named(type.name(), this::quoted);
    }

    /** The elements of a VARCHAR go as TEXT, which no array of VARCHAR equals. */
    @Override
    protected <E> TypeCodec<List<E>> array(ArrayType<E> type) {
        TypeCodec<E> element = codec(type.element());
        if (element.arrayElementType().isEmpty()) {
            throw new CompileException(
                    "PostgreSQL has no arrays of " + type.element().name());
        }
        // without its length, to which a cast would cut the elements
        boolean limited = element.declaration().regionMatches(true, 0, "VARCHAR", 0, 7);
        return new ArrayCodec<>(
                element, element.declaration() + "[]", limited ? "CAST(? AS varchar[])" : element.arrayPlaceholder());
    }

    /** The driver gives {@code Timestamp} for both sorts of timestamp, and an object of its own for types that it does not know. */
    @Override
    protected Object plain(ResultSet row, int index, Object value) throws SQLException {
        String type = row.getMetaData().getColumnTypeName(index);
        if (type.equals("timestamptz")) {
            return read(instant(), row, index, value);
        } else if (type.equals("jsonb") || type.equals("json")) {
            return read(json(), row, index, value);
        } else if (value.getClass().getName().startsWith("org.postgresql.") && !(value instanceof java.sql.Array)) {
            return value.toString();
        }
        return super.plain(row, index, value);
    }
}
