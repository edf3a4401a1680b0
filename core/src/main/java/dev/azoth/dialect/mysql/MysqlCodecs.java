package dev.azoth.dialect.mysql;

import dev.azoth.CompileException;
import dev.azoth.dialect.EncodableText;
import dev.azoth.dialect.JdbcCodec;
import dev.azoth.dialect.Microseconds;
import dev.azoth.dialect.SelectedCodec;
import dev.azoth.dialect.StandardCodecs;
import dev.azoth.dialect.Unsigned;
import dev.azoth.type.BinaryType;
import dev.azoth.type.BitType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.EnumType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonForm;
import dev.azoth.type.NativeEnumType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SetType;
import dev.azoth.type.StringType;
import dev.azoth.type.TypeCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How MySQL stores the types, and MariaDB most of them; see the package's page for the rules. */
public class MysqlCodecs extends StandardCodecs {
    private static final int MOST_DIGITS = 65;

    /** Codecs for a server. */
    public MysqlCodecs(ServerInfo server) {
        super(server);
    }

    @Override
    protected String textType() {
        return "CHAR";
    }

    @Override
    protected JdbcCodec<Short> smallint() {
        return super.smallint().withCast("SIGNED");
    }

    @Override
    protected JdbcCodec<Integer> integer() {
        return super.integer().withDeclaration("INT").withCast("SIGNED");
    }

    @Override
    protected JdbcCodec<Long> bigint() {
        return super.bigint().withCast("SIGNED");
    }

    /** The most digits after the point. */
    protected int mostScale() {
        return 30;
    }

    @Override
    protected JdbcCodec<BigDecimal> decimal(DecimalType type) {
        if (type.precision() > MOST_DIGITS || type.scale() > mostScale()) {
            throw new CompileException(server().product() + " has no " + type.name() + ": its decimals have at most "
                    + MOST_DIGITS + " digits, " + mostScale() + " of them after the point");
        }
        if (type.precision() > 0) {
            return super.decimal(type).withDeclaration("DECIMAL(" + type.precision() + "," + type.scale() + ")");
        }
        // a bare DECIMAL would be DECIMAL(10,0)
        return super.decimal(type)
                .withDeclaration("DECIMAL(" + MOST_DIGITS + ",30)")
                .withReader((row, index) -> {
                    BigDecimal value = row.getBigDecimal(index);
                    return value == null ? null : shortest(value);
                })
                .withJson(asText(value -> shortest(new BigDecimal(value))));
    }

    private static BigDecimal shortest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    protected JdbcCodec<Float> real() {
        JdbcCodec.PrimitiveReader<Float> reader = (row, index) -> (float) row.getDouble(index);
        return super.real()
                .withDeclaration("DOUBLE")
                .withBinder(Types.DOUBLE, (statement, index, value) -> statement.setDouble(index, finite(value)))
                .withReader(reader.nullable())
                .withLiteral(value -> doublePrecision().literal((double) value));
    }

    @Override
    protected JdbcCodec<Double> doublePrecision() {
        return super.doublePrecision()
                .withDeclaration("DOUBLE")
                .withBinder(Types.DOUBLE, (statement, index, value) -> statement.setDouble(index, finite(value)));
    }

    private double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(server().product() + " stores no " + value);
        }
        return value;
    }

    @Override
    protected JdbcCodec<Boolean> bool() {
        return super.bool().withDeclaration("TINYINT(1)").withCast("SIGNED");
    }

    /** A CHAR comes back without the spaces at its end, and equals only a text without them; so they are taken off and put on here. */
    @Override
    protected JdbcCodec<String> string(StringType type) {
        JdbcCodec<String> text = super.string(type)
                .withBinder(
                        Types.VARCHAR,
                        (statement, index, value) -> statement.setString(index, EncodableText.paired(value)));
        return switch (type.form()) {
            case TEXT -> text.withDeclaration("LONGTEXT").withCast("CHAR");
            case VARCHAR ->
                type.length() == 0
                        ? text.withDeclaration("LONGTEXT").withCast("CHAR")
                        : text.withCast("CHAR(" + type.length() + ")");
            case CHAR ->
                text.withBinder(
                                Types.CHAR,
                                (statement, index, value) ->
                                        statement.setString(index, EncodableText.paired(trimmed(value))))
                        .withReader((row, index) -> {
                            String value = row.getString(index);
                            return value == null ? null : padded(value, type.length());
                        })
                        .withJson(JsonForm.plain(value -> padded((String) value, type.length())))
                        .withLiteral(value -> quoted(trimmed(value)));
        };
    }

    private static String trimmed(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        return value.substring(0, end);
    }

    private static String padded(String value, int length) {
        return value + " ".repeat(Math.max(0, length - value.codePointCount(0, value.length())));
    }

    /**
     * A backslash in quotes begins an escape or not, as the connection's {@code sql_mode} says: a text that has one is written in a way that is
     * the same in both modes.
     */
    @Override
    protected final String quoted(String text) {
        return escapes(text) ? withoutEscapes(text) : super.quoted(text);
    }

    /** A text without a backslash in quotes: its bytes, to which {@code concat} gives the connection's collation. */
    protected String withoutEscapes(String text) {
        return "concat('', _utf8mb4 " + hex(text) + ")";
    }

    /** A text where the grammar takes no expression: an enum's label, a separator. */
    static String plainText(String text) {
        return escapes(text) ? hex(text) : "'" + text.replace("'", "''") + "'";
    }

    private static boolean escapes(String text) {
        return text.indexOf('\\') >= 0 || text.indexOf('\0') >= 0;
    }

    private static String hex(String text) {
        return "X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
    }

    @Override
    protected JdbcCodec<byte[]> binary(BinaryType type) {
        JdbcCodec<byte[]> bytes = super.binary(type);
        // BINARY(n) would fill up with zeros
        return (type.length() == 0 ? bytes.withDeclaration("LONGBLOB") : bytes).withCast("BINARY");
    }

    @Override
    protected JdbcCodec<UUID> uuid() {
        return textUuid("CHAR(36)").withLiteral(value -> quoted(value.toString()));
    }

    /** A UUID that the driver takes and gives as text. */
    protected final JdbcCodec<UUID> textUuid(String declaration) {
        return super.uuid()
                .withDeclaration(declaration)
                .withBinder(Types.CHAR, (statement, index, value) -> statement.setString(index, value.toString()))
                .withReader((row, index) -> {
                    String text = row.getString(index);
                    return text == null ? null : UUID.fromString(text);
                });
    }

    @Override
    protected <E extends Enum<E>> TypeCodec<E> nativeEnum(NativeEnumType<E> type) {
        return columnEnum(type, MysqlCodecs::plainText, "CHAR");
    }

    /** Bits come as bytes, and go as a number: so SQL makes a text of them, and of a text a number. */
    @Override
    protected TypeCodec<String> bits(BitType type) {
        JdbcCodec<String> text = string(new StringType(StringType.Form.VARCHAR, type.length()))
                .withDeclaration("BIT(" + type.length() + ")")
                .withCast("UNSIGNED")
                .withPlaceholder("CAST(conv(?, 2, 10) AS UNSIGNED)")
                // b'101' is a text where a function takes one
                .withLiteral(bits -> Long.toUnsignedString(Long.parseUnsignedLong(bits, 2)));
        return new SelectedCodec<>(text, "lpad(bin(", "), " + type.length() + ", '0')")
                .converted(bits -> bits, type::checked);
    }

    @Override
    protected <E extends Enum<E>> TypeCodec<Set<E>> set(SetType<E> type) {
        return string(new StringType(StringType.Form.VARCHAR, type.longest()))
                .withDeclaration("SET(" + quoted(type.labels()) + ")")
                .withCast("CHAR")
                .converted(type::constants, type::text);
    }

    private String quoted(EnumType<?> labels) {
        return String.join(
                ", ", labels.labels().stream().map(MysqlCodecs::plainText).toList());
    }

    @Override
    protected TypeCodec<Long> unsignedInteger() {
        return bigint().withDeclaration("INT UNSIGNED")
                .withCast("UNSIGNED")
                .converted(value -> value, value -> Unsigned.checked(value, 32));
    }

    @Override
    protected TypeCodec<BigInteger> unsignedBigint() {
        return decimal(new DecimalType(20, 0))
                .withDeclaration("BIGINT UNSIGNED")
                .withCast("UNSIGNED")
                .converted(BigDecimal::toBigIntegerExact, value -> new BigDecimal(Unsigned.checked(value, 64)));
    }

    @Override
    protected JdbcCodec<LocalDateTime> timestamp() {
        return super.timestamp().withDeclaration("DATETIME(6)");
    }

    /** Bound and read as the clock of UTC, which no driver and no session converts. */
    @Override
    protected JdbcCodec<Instant> instant() {
        return super.instant()
                .withDeclaration("DATETIME(6)")
                .withBinder(
                        Types.TIMESTAMP,
                        (statement, index, value) -> statement.setObject(
                                index, Microseconds.of(value).toLocalDateTime()))
                .withReader(MysqlCodecs::instant)
                .withJson(asText(
                        value -> LocalDateTime.parse(value.replace(' ', 'T')).toInstant(ZoneOffset.UTC)))
                .withLiteral(value -> "TIMESTAMP '" + Microseconds.text(value) + "'");
    }

    private static @Nullable Instant instant(ResultSet row, int index) throws SQLException {
        LocalDateTime clock = row.getObject(index, LocalDateTime.class);
        return clock == null ? null : clock.toInstant(ZoneOffset.UTC);
    }

    /** Compared with a text, JSON is compared with a JSON string of that text; so a bound value says what it is. */
    @Override
    protected TypeCodec<Json> json() {
        return JdbcCodec.<Json>of(
                        "JSON",
                        Types.VARCHAR,
                        (statement, index, value) -> statement.setString(index, JsonNumbers.kept(value)),
                        (row, index) -> {
                            String text = row.getString(index);
                            return text == null ? null : Json.parse(text);
                        },
                        value -> "CAST(" + quoted(value.text()) + " AS JSON)")
                .withJson(asText(Json::parse))
                .withPlaceholder("CAST(? AS JSON)");
    }
}
