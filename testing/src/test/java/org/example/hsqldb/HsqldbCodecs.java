package org.example.hsqldb;

import dev.azoth.dialect.JdbcCodec;
import dev.azoth.dialect.StandardCodecs;
import dev.azoth.type.BinaryType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.StringType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** HSQLDB stores types as the standard does, but wants to know the type of each parameter. */
final class HsqldbCodecs extends StandardCodecs {
    HsqldbCodecs(ServerInfo server) {
        super(server);
    }

    private static <T> JdbcCodec<T> typed(JdbcCodec<T> codec, String type) {
        return codec.withPlaceholder("CAST(? AS " + type + ")");
    }

    private static <T> JdbcCodec<T> typed(JdbcCodec<T> codec) {
        return typed(codec, codec.declaration());
    }

    @Override
    protected JdbcCodec<Short> smallint() {
        return typed(super.smallint());
    }

    @Override
    protected JdbcCodec<Integer> integer() {
        return typed(super.integer());
    }

    @Override
    protected JdbcCodec<Long> bigint() {
        return typed(super.bigint());
    }

    @Override
    protected JdbcCodec<BigDecimal> decimal(DecimalType type) {
        JdbcCodec<BigDecimal> standard = super.decimal(type);
        return typed(
                type.precision() == 0 ? standard.withDeclaration("DECIMAL(100, 30)") : standard, "DECIMAL(100, 30)");
    }

    @Override
    protected JdbcCodec<Float> real() {
        return typed(super.real().withDeclaration(super.doublePrecision().declaration()));
    }

    @Override
    protected JdbcCodec<Double> doublePrecision() {
        return typed(super.doublePrecision());
    }

    @Override
    protected JdbcCodec<Boolean> bool() {
        return typed(super.bool());
    }

    @Override
    protected JdbcCodec<String> string(StringType type) {
        JdbcCodec<String> standard = super.string(type);
        return typed(
                type.form() == StringType.Form.TEXT ? standard.withDeclaration("LONGVARCHAR") : standard,
                "LONGVARCHAR");
    }

    @Override
    protected JdbcCodec<byte[]> binary(BinaryType type) {
        JdbcCodec<byte[]> standard = super.binary(type);
        return typed(type.length() == 0 ? standard.withDeclaration("LONGVARBINARY") : standard, "LONGVARBINARY");
    }

    @Override
    protected JdbcCodec<UUID> uuid() {
        return typed(super.uuid());
    }

    @Override
    protected JdbcCodec<LocalDate> date() {
        return typed(super.date());
    }

    @Override
    protected JdbcCodec<LocalTime> time() {
        return typed(super.time());
    }

    @Override
    protected JdbcCodec<LocalDateTime> timestamp() {
        return typed(super.timestamp());
    }

    @Override
    protected JdbcCodec<Instant> instant() {
        JdbcCodec<Instant> standard = super.instant();
        // the words for the time zone may not stand in a DEFAULT, and need not elsewhere
        return typed(standard.withLiteral(value -> standard.literal(value).replace(" WITH TIME ZONE", "")));
    }
}
