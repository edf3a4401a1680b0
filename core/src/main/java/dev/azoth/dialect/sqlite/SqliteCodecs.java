package dev.azoth.dialect.sqlite;

import dev.azoth.dialect.EncodableText;
import dev.azoth.dialect.JdbcCodec;
import dev.azoth.dialect.Microseconds;
import dev.azoth.dialect.StandardCodecs;
import dev.azoth.type.BinaryType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonForm;
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
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How SQLite stores the types; see the package's page for the rules. */
final class SqliteCodecs extends StandardCodecs {
    SqliteCodecs(ServerInfo server) {
        super(server);
    }

    @Override
    protected String textType() {
        return "TEXT";
    }

    @Override
    protected JdbcCodec<Short> smallint() {
        return super.smallint()
                .withReader((row, index) -> {
                    Long value = whole(row, index, Short.MIN_VALUE, Short.MAX_VALUE);
                    return value == null ? null : value.shortValue();
                })
                .withCast("INTEGER");
    }

    @Override
    protected JdbcCodec<Integer> integer() {
        return super.integer().withReader((row, index) -> {
            Long value = whole(row, index, Integer.MIN_VALUE, Integer.MAX_VALUE);
            return value == null ? null : value.intValue();
        });
    }

    @Override
    protected JdbcCodec<Long> bigint() {
        return super.bigint()
                .withReader((row, index) -> whole(row, index, Long.MIN_VALUE, Long.MAX_VALUE))
                .withCast("INTEGER");
    }

    /** The driver's getLong makes 0 of text and cuts what is too long; what the column really holds tells more. */
    private static @Nullable Long whole(ResultSet row, int index, long least, long most) throws SQLException {
        Object stored = row.getObject(index);
        if (stored == null) {
            return null;
        }
        boolean integral = stored instanceof Integer || stored instanceof Long;
        if (stored instanceof Number number && (integral || number.doubleValue() == Math.rint(number.doubleValue()))) {
            long value = number.longValue();
            boolean cut = !integral && Math.abs(number.doubleValue()) >= 0x1p63;
            if (value >= least && value <= most && !cut) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                "column " + index + " holds " + stored + ", which is no whole number from " + least + " to " + most);
    }

    @Override
    protected JdbcCodec<BigDecimal> decimal(DecimalType type) {
        return super.decimal(type)
                .withBinder(Types.NUMERIC, SqliteDecimal::bind)
                .withReader((row, index) -> SqliteDecimal.read(row, index, type.scale()))
                .withJson(asText(value -> SqliteDecimal.read(value, type.scale())))
                .withCast("NUMERIC");
    }

    @Override
    protected JdbcCodec<Float> real() {
        return super.real()
                .withDeclaration("FLOAT4")
                .withBinder(Types.REAL, (statement, index, value) -> statement.setDouble(index, number(value)))
                .withJson(JsonForm.plain(value -> ((Number) value).floatValue()))
                .withLiteral(value -> literal(number(value)));
    }

    @Override
    protected JdbcCodec<Double> doublePrecision() {
        return super.doublePrecision()
                .withBinder(Types.DOUBLE, (statement, index, value) -> statement.setDouble(index, number(value)))
                .withJson(JsonForm.plain(value -> ((Number) value).doubleValue()))
                .withLiteral(value -> literal(number(value)))
                .withCast("REAL");
    }

    /** SQLite makes NULL of a NaN, silently. */
    private static double number(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("SQLite stores no NaN");
        }
        return value;
    }

    private static String literal(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "9e999" : "-9e999") : Double.toString(value);
    }

    @Override
    protected JdbcCodec<Boolean> bool() {
        return super.bool().withCast("INTEGER");
    }

    /** Padded when it is bound, so that it equals what the column holds: SQLite itself pads nothing. */
    @Override
    protected JdbcCodec<String> string(StringType type) {
        JdbcCodec<String> text = super.string(type)
                .withBinder(
                        Types.VARCHAR,
                        (statement, index, value) -> statement.setString(index, EncodableText.paired(value)))
                .withCast("TEXT");
        if (type.form() != StringType.Form.CHAR) {
            return text;
        }
        return text.withBinder(
                        Types.CHAR,
                        (statement, index, value) ->
                                statement.setString(index, EncodableText.paired(padded(value, type.length()))))
                .withLiteral(value -> quoted(padded(value, type.length())));
    }

    private static String padded(String value, int length) {
        return value + " ".repeat(Math.max(0, length - value.codePointCount(0, value.length())));
    }

    /** A text literal ends where its first NUL is. */
    @Override
    protected String quoted(String text) {
        return text.indexOf('\0') < 0
                ? super.quoted(text)
                : "(CAST(X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "' AS TEXT))";
    }

    @Override
    protected JdbcCodec<byte[]> binary(BinaryType type) {
        // hex() makes an empty text of null
        return super.binary(type)
                .withCast("BLOB")
                .withJson(JsonForm.text(
                        "nullif(quote(", "), 'NULL')", value -> HexFormat.of().parseHex(value, 2, value.length() - 1)));
    }

    @Override
    protected JdbcCodec<UUID> uuid() {
        return text("UUID", UUID::toString, UUID::fromString);
    }

    /** The word TEXT in its name gives the column the affinity that leaves a JSON number as it was written. */
    @Override
    protected TypeCodec<Json> json() {
        return text("JSON TEXT", value -> EncodableText.paired(value.text()), Json::parse);
    }

    @Override
    protected JdbcCodec<LocalDate> date() {
        return text("DATE", Microseconds::text, SqliteTime::date);
    }

    @Override
    protected JdbcCodec<LocalTime> time() {
        return text("TIME", Microseconds::text, SqliteTime::time);
    }

    @Override
    protected JdbcCodec<LocalDateTime> timestamp() {
        return text("TIMESTAMP", Microseconds::text, SqliteTime::timestamp);
    }

    @Override
    protected JdbcCodec<Instant> instant() {
        return text("TIMESTAMP WITH TIME ZONE", value -> Microseconds.text(value) + "Z", SqliteTime::instant);
    }

    private <T> JdbcCodec<T> text(String declaration, Function<T, String> write, Function<String, T> read) {
        return JdbcCodec.<T>of(
                        declaration,
                        Types.VARCHAR,
                        (statement, index, value) -> statement.setString(index, write.apply(value)),
                        (row, index) -> {
                            String stored = row.getString(index);
                            return stored == null ? null : read.apply(stored);
                        },
                        value -> quoted(write.apply(value)))
                .withJson(asText(read))
                .withCast("TEXT");
    }
}
