package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.BinaryCodec;
import dev.azoth.dialect.EncodableText;
import dev.azoth.type.ArrayType;
import dev.azoth.type.BinaryType;
import dev.azoth.type.BooleanType;
import dev.azoth.type.ConvertedType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.EnumType;
import dev.azoth.type.FloatType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonType;
import dev.azoth.type.SensitiveType;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.TemporalType;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.type.UuidType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The binary form of each type. */
final class BinaryForms {
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext");

    private final TypeCodecs codecs;

    BinaryForms(TypeCodecs codecs) {
        this.codecs = codecs;
    }

    /** The form of a type; empty for one whose bytes are not known. */
    Optional<? extends BinaryForm<?>> of(SqlType<?> type) {
        if (type instanceof SensitiveType<?> sensitive) {
            return of(sensitive.base());
        } else if (type instanceof ConvertedType<?, ?> converted) {
            return converted(converted);
        } else if (type instanceof IntegerType<?> integer) {
            return Optional.of(
                    integer.bits() == 64
                            ? BinaryForm.<Long>of(20, "int8", BinaryForm::ofLong)
                            : integer.bits() == 32
                                    ? BinaryForm.<Integer>of(23, "int4", BinaryForm::ofInt)
                                    : BinaryForm.<Short>of(21, "int2", BinaryForm::ofShort));
        } else if (type instanceof StringType text) {
            int oid = text.form() == StringType.Form.TEXT ? 25 : text.form() == StringType.Form.CHAR ? 1042 : 1043;
            return Optional.of(new BinaryForm<>(oid, TEXTS, BinaryForms::text));
        } else if (type instanceof EnumType<?> labelled) {
            return Optional.of(labels(labelled));
        } else if (type instanceof TemporalType<?> temporal) {
            return Optional.of(temporal(temporal));
        } else if (type instanceof FloatType<?> number) {
            return Optional.of(
                    number.javaType() == Float.class
                            ? BinaryForm.<Float>of(
                                    700, "float4", value -> BinaryForm.ofInt(Float.floatToIntBits(value)))
                            : BinaryForm.<Double>of(
                                    701, "float8", value -> BinaryForm.ofLong(Double.doubleToLongBits(value))));
        } else if (type instanceof ArrayType<?> array) {
            return of(array.element()).flatMap(BinaryForms::arrays);
        }
        Optional<BinaryForm<?>> simple = simple(type);
        return simple.isPresent() ? simple : own(codecs.codec(type));
    }

    private static Optional<BinaryForm<?>> simple(SqlType<?> type) {
        if (type instanceof BooleanType) {
            return Optional.of(BinaryForm.<Boolean>of(16, "bool", value -> new byte[] {(byte) (value ? 1 : 0)}));
        } else if (type instanceof DecimalType) {
            return Optional.of(BinaryForm.<BigDecimal>of(1700, "numeric", BinaryNumeric::of));
        } else if (type instanceof BinaryType) {
            return Optional.of(BinaryForm.<byte[]>of(17, "bytea", value -> value));
        } else if (type instanceof UuidType) {
            return Optional.of(BinaryForm.<UUID>of(
                    2950,
                    "uuid",
                    value -> ByteBuffer.allocate(16)
                            .putLong(value.getMostSignificantBits())
                            .putLong(value.getLeastSignificantBits())
                            .array()));
        } else if (type instanceof JsonType) {
            return Optional.of(BinaryForm.<Json>of(3802, "jsonb", BinaryForms::jsonb));
        }
        return Optional.empty();
    }

    private static byte[] text(String value) {
        return EncodableText.withoutNul(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The text behind the version of the form. */
    private static byte[] jsonb(Json value) {
        byte[] text = text(value.text());
        return ByteBuffer.allocate(1 + text.length).put((byte) 1).put(text).array();
    }

    private static <E extends Enum<E>> BinaryForm<E> labels(EnumType<E> type) {
        return new BinaryForm<>(1043, TEXTS, value -> text(type.label(value)));
    }

    private static BinaryForm<?> temporal(TemporalType<?> type) {
        return switch (type.form()) {
            case DATE -> BinaryForm.<LocalDate>of(1082, "date", BinaryTimes::of);
            case TIME -> BinaryForm.<LocalTime>of(1083, "time", BinaryTimes::of);
            case TIMESTAMP -> BinaryForm.<LocalDateTime>of(1114, "timestamp", BinaryTimes::of);
            case TIMESTAMPTZ -> {
                BinaryForm<Instant> points = BinaryForm.of(1184, "timestamptz", BinaryTimes::of);
                yield type.javaType() == Instant.class ? points : points.from(BinaryForms::point);
            }
        };
    }

    private static Instant point(OffsetDateTime value) {
        return value.equals(OffsetDateTime.MAX)
                ? Instant.MAX
                : value.equals(OffsetDateTime.MIN) ? Instant.MIN : value.toInstant();
    }

    @SuppressWarnings("unchecked") // the form of a type writes the values of that type
    private <T, B> Optional<BinaryForm<T>> converted(ConvertedType<T, B> type) {
        return of(type.base()).map(base -> ((BinaryForm<B>) base).from(type.write()));
    }

    private static <T> Optional<BinaryForm<T>> own(TypeCodec<T> codec) {
        return codec instanceof BinaryCodec<T> known
                ? Optional.of(BinaryForm.of(0, known.binaryType(), known::binary))
                : Optional.empty();
    }

    /** Arrays within arrays, and of types whose number is not known, are left out. */
    private static <E> Optional<BinaryForm<?>> arrays(BinaryForm<E> elements) {
        return elements.oid() == 0
                ? Optional.empty()
                : Optional.of(new BinaryForm<List<@Nullable E>>(
                        0, Set.of("_" + name(elements)), values -> BinaryArrays.bytes(values, elements)));
    }

    /** Of texts there are several, and an array says which its elements are. */
    static String name(BinaryForm<?> form) {
        return switch (form.oid()) {
            case 25 -> "text";
            case 1042 -> "bpchar";
            case 1043 -> "varchar";
            default -> form.types().iterator().next();
        };
    }
}
