package dev.azoth.dialect;

import dev.azoth.CompileException;
import dev.azoth.type.BinaryType;
import dev.azoth.type.BitType;
import dev.azoth.type.EnumType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonForm;
import dev.azoth.type.NamedType;
import dev.azoth.type.NativeEnumType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SetType;
import dev.azoth.type.StringType;
import dev.azoth.type.TypeCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The codecs of texts, of bytes, and of what is stored as text, of {@link StandardCodecs}. */
abstract class TextCodecs extends NumberCodecs {
    TextCodecs(ServerInfo server) {
        super(server);
    }

    /** Text. */
    protected JdbcCodec<String> string(StringType type) {
        return JdbcCodec.of(
                        type.name(), Types.VARCHAR, PreparedStatement::setString, ResultSet::getString, this::quoted)
                .withJson(JsonForm.plain(String.class::cast));
    }

    /** Text as a literal. */
    protected String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Bytes. */
    protected JdbcCodec<byte[]> binary(BinaryType type) {
        return JdbcCodec.of(
                        type.name(),
                        Types.VARBINARY,
                        PreparedStatement::setBytes,
                        ResultSet::getBytes,
                        value -> "X'" + HexFormat.of().formatHex(value) + "'")
                .withJson(JsonForm.text("hex(", ")", HexFormat.of()::parseHex));
    }

    /** A UUID. */
    protected JdbcCodec<UUID> uuid() {
        return JdbcCodec.of(
                        "UUID",
                        Types.OTHER,
                        PreparedStatement::setObject,
                        (row, index) -> row.getObject(index, UUID.class),
                        value -> "CAST('" + value + "' AS UUID)")
                .withJson(asText(UUID::fromString));
    }

    /** An enum, stored as its label. */
    protected <E extends Enum<E>> TypeCodec<E> enumeration(EnumType<E> type) {
        StringType stored = new StringType(StringType.Form.VARCHAR, Math.max(1, type.longest()));
        return string(stored).converted(type::constant, type::label);
    }

    /** An enum as a type of the database; without such types, as its label. */
    protected <E extends Enum<E>> TypeCodec<E> nativeEnum(NativeEnumType<E> type) {
        return enumeration(type.labels());
    }

    /**
     * An enum as an ENUM in the column's own declaration, which sorts in the order of the constants.
     *
     * @param quoted a label in the declaration
     * @param cast   the type in casts
     */
    protected final <E extends Enum<E>> TypeCodec<E> columnEnum(
            NativeEnumType<E> type, UnaryOperator<String> quoted, String cast) {
        EnumType<E> labels = type.labels();
        return string(new StringType(StringType.Form.VARCHAR, Math.max(1, labels.longest())))
                .withDeclaration("ENUM("
                        + String.join(", ", labels.labels().stream().map(quoted).toList())
                        + ")")
                .withCast(cast)
                .converted(labels::constant, labels::label);
    }

    /** Bits, stored as their text. */
    protected TypeCodec<String> bits(BitType type) {
        return string(new StringType(StringType.Form.VARCHAR, type.length())).converted(bits -> bits, type::checked);
    }

    /** Constants of an enum, stored as their labels. */
    protected <E extends Enum<E>> TypeCodec<Set<E>> set(SetType<E> type) {
        return string(new StringType(StringType.Form.VARCHAR, type.longest())).converted(type::constants, type::text);
    }

    /**
     * A type of the database's own, sent and read as its text.
     *
     * @throws CompileException where there is none of the name
     */
    protected TypeCodec<String> named(NamedType type) {
        throw new CompileException(server().product() + " has no type " + type.name());
    }

    /** JSON, stored as text. */
    protected TypeCodec<Json> json() {
        return string(new StringType(StringType.Form.TEXT, 0)).converted(Json::parse, Json::text);
    }
}
