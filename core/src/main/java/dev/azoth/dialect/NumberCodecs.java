package dev.azoth.dialect;

import dev.azoth.CompileException;
import dev.azoth.type.DecimalType;
import dev.azoth.type.JsonForm;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.function.Function;

/** The codecs of numbers and booleans, of {@link StandardCodecs}. */
abstract class NumberCodecs implements TypeCodecs {
    private final ServerInfo server;

    NumberCodecs(ServerInfo server) {
        this.server = server;
    }

    /** The server that they are for. */
    protected final ServerInfo server() {
        return server;
    }

    /** The type in a cast to text. */
    protected String textType() {
        return "VARCHAR";
    }

    /** Values that stand in JSON as the text that a cast makes of them. */
    protected final <T> JsonForm<T> asText(Function<String, T> read) {
        return JsonForm.text("CAST(", " AS " + textType() + ")", read);
    }

    /** A whole number of 16 bits. */
    protected JdbcCodec<Short> smallint() {
        return JdbcCodec.of(
                        "SMALLINT",
                        Types.SMALLINT,
                        PreparedStatement::setShort,
                        PrimitiveReads::smallint,
                        String::valueOf)
                .withJson(JsonForm.WHOLE.converted(value -> new BigDecimal(value).shortValueExact()));
    }

    /** A whole number of 32 bits. */
    protected JdbcCodec<Integer> integer() {
        return JdbcCodec.of(
                        "INTEGER", Types.INTEGER, PreparedStatement::setInt, PrimitiveReads::integer, String::valueOf)
                .withJson(JsonForm.WHOLE.converted(Math::toIntExact));
    }

    /** A whole number of 64 bits. */
    protected JdbcCodec<Long> bigint() {
        return JdbcCodec.of("BIGINT", Types.BIGINT, PreparedStatement::setLong, PrimitiveReads::bigint, String::valueOf)
                .withJson(JsonForm.WHOLE);
    }

    /** An exact decimal. */
    protected JdbcCodec<BigDecimal> decimal(DecimalType type) {
        return JdbcCodec.of(
                        type.name(),
                        Types.NUMERIC,
                        PreparedStatement::setBigDecimal,
                        ResultSet::getBigDecimal,
                        BigDecimal::toPlainString)
                .withJson(asText(BigDecimal::new));
    }

    /** A floating-point number of 32 bits. */
    protected JdbcCodec<Float> real() {
        return JdbcCodec.of("REAL", Types.REAL, PreparedStatement::setFloat, PrimitiveReads::real, value -> {
                    finite(value);
                    return "CAST(" + value + " AS REAL)";
                })
                .withJson(asText(Float::valueOf));
    }

    /** A floating-point number of 64 bits. */
    protected JdbcCodec<Double> doublePrecision() {
        return JdbcCodec.of(
                        "DOUBLE PRECISION",
                        Types.DOUBLE,
                        PreparedStatement::setDouble,
                        PrimitiveReads::doublePrecision,
                        value -> {
                            finite(value);
                            return new BigDecimal(value.toString()).unscaledValue() + "E"
                                    + -new BigDecimal(value.toString()).scale();
                        })
                .withJson(asText(Double::valueOf));
    }

    private void finite(double value) {
        if (!Double.isFinite(value)) {
            throw new CompileException(server().product() + " has no literal for " + value);
        }
    }

    /** True or false. */
    protected JdbcCodec<Boolean> bool() {
        return JdbcCodec.of(
                        "BOOLEAN",
                        Types.BOOLEAN,
                        PreparedStatement::setBoolean,
                        PrimitiveReads::bool,
                        value -> value ? "TRUE" : "FALSE")
                .withJson(JsonForm.plain(
                        value -> value instanceof Number number ? number.longValue() != 0 : (Boolean) value));
    }

    /** A whole number of 32 bits that is not negative. */
    protected TypeCodec<Long> unsignedInteger() {
        return bigint().converted(value -> value, value -> Unsigned.checked(value, 32));
    }

    /** A whole number of 64 bits that is not negative. */
    protected TypeCodec<BigInteger> unsignedBigint() {
        return decimal(new DecimalType(20, 0))
                .converted(BigDecimal::toBigIntegerExact, value -> new BigDecimal(Unsigned.checked(value, 64)));
    }
}
