package dev.azoth.dialect;

import dev.azoth.CompileException;
import dev.azoth.type.ArrayType;
import dev.azoth.type.BinaryType;
import dev.azoth.type.BitType;
import dev.azoth.type.BooleanType;
import dev.azoth.type.ConvertedType;
import dev.azoth.type.CustomType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.DeclaredType;
import dev.azoth.type.DurationType;
import dev.azoth.type.EnumType;
import dev.azoth.type.FloatType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.JsonType;
import dev.azoth.type.MultirangeType;
import dev.azoth.type.NamedType;
import dev.azoth.type.NativeEnumType;
import dev.azoth.type.NullType;
import dev.azoth.type.OffsetTimeType;
import dev.azoth.type.Range;
import dev.azoth.type.RangeType;
import dev.azoth.type.SensitiveType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SetType;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.TemporalType;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.UnsignedType;
import dev.azoth.type.UuidType;
import dev.azoth.type.VariantType;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/**
 * The codecs as standard SQL and JDBC 4.2 have them: one method for each type, to be overridden where a server or its driver differs.
 *
 * <p>Nothing here depends on the JVM's default time zone: dates and times go through JDBC as {@code java.time} values.
 */
public class StandardCodecs extends TimeCodecs {
    /** Codecs for a server. */
    protected StandardCodecs(ServerInfo server) {
        super(server);
    }

    @Override
    @SuppressWarnings("unchecked") // each kind of type is paired with a codec of its own class
    public final <T> TypeCodec<T> codec(SqlType<T> type) {
        return (TypeCodec<T>) find(type);
    }

    private TypeCodec<?> find(SqlType<?> type) {
        if (type instanceof StringType string) {
            return string(string);
        } else if (type instanceof IntegerType<?> integer) {
            return integer.bits() == 64 ? bigint() : integer.bits() == 32 ? integer() : smallint();
        } else if (type instanceof TemporalType<?> temporal) {
            return temporal(temporal);
        } else if (type instanceof BooleanType) {
            return bool();
        } else if (type instanceof DecimalType decimal) {
            return decimal(decimal);
        } else if (type instanceof FloatType<?> number) {
            return number.javaType() == Float.class ? real() : doublePrecision();
        } else if (type instanceof BinaryType binary) {
            return binary(binary);
        } else if (type instanceof UuidType) {
            return uuid();
        } else if (type instanceof EnumType<?> labelled) {
            return enumeration(labelled);
        } else if (type instanceof JsonType) {
            return json();
        } else if (type instanceof ArrayType<?> array) {
            return array(array);
        } else if (type instanceof ConvertedType<?, ?> converted) {
            return converted(converted);
        } else if (type instanceof SensitiveType<?> sensitive) {
            return codec(sensitive.base());
        } else if (type instanceof VariantType<?> variant) {
            return codec(variant.of(server().dialect()));
        } else if (type instanceof DeclaredType<?> declared) {
            return declared(declared);
        } else if (type instanceof NativeEnumType<?> labelled) {
            return nativeEnum(labelled);
        } else if (type instanceof DurationType) {
            return duration();
        } else if (type instanceof OffsetTimeType) {
            return offsetTime();
        } else if (type instanceof UnsignedType<?> unsigned) {
            return unsigned.bits() == 32 ? unsignedInteger() : unsignedBigint();
        } else if (type instanceof RangeType<?> range) {
            return range(range);
        } else if (type instanceof MultirangeType<?> ranges) {
            return multirange(ranges);
        } else if (type instanceof BitType bits) {
            return bits(bits);
        } else if (type instanceof SetType<?> set) {
            return set(set);
        } else if (type instanceof NamedType named) {
            return named(named);
        } else if (type instanceof CustomType<?> custom) {
            return custom.codec(server(), this);
        } else if (type instanceof NullType) {
            return unknown();
        }
        throw new IllegalStateException("no codec of " + type.name());
    }

    private <T> TypeCodec<T> declared(DeclaredType<T> type) {
        TypeCodec<T> base = codec(type.base());
        return new DeclaredCodec<>(base, type.words(), base.created(), base.dropped());
    }

    private <T, B> TypeCodec<T> converted(ConvertedType<T, B> type) {
        return codec(type.base()).converted(type.read(), type.write());
    }

    /**
     * A range.
     *
     * @throws CompileException where the server has no ranges
     */
    protected <T extends Comparable<? super T>> TypeCodec<Range<T>> range(RangeType<T> type) {
        throw new CompileException(server().product() + " has no ranges (" + type.name() + ")");
    }

    /**
     * Several ranges.
     *
     * @throws CompileException where the server has no such type
     */
    protected <T extends Comparable<? super T>> TypeCodec<List<Range<T>>> multirange(MultirangeType<T> type) {
        throw new CompileException(server().product() + " has no ranges (" + type.name() + ")");
    }

    /**
     * A list.
     *
     * @throws CompileException where the server has no arrays
     */
    protected <E> TypeCodec<List<E>> array(ArrayType<E> type) {
        throw new CompileException(server().product() + " has no arrays (" + type.name() + ")");
    }

    /** Something whose type is not known; read as what Java has for it rather than JDBC. */
    protected JdbcCodec<Object> unknown() {
        return JdbcCodec.of(
                "NULL",
                Types.NULL,
                PreparedStatement::setObject,
                (row, index) -> {
                    Object value = row.getObject(index);
                    return value == null || value instanceof String || value instanceof Number
                            ? value
                            : plain(row, index, value);
                },
                value -> quoted(value.toString()));
    }

    /**
     * What Java has for a value of JDBC's or the driver's own classes: {@code java.time} for dates and times, text and bytes for large
     * objects, a list for an array.
     *
     * @param value the column's value, neither null nor a text or number
     */
    protected Object plain(ResultSet row, int index, Object value) throws SQLException {
        if (value instanceof java.sql.Date) {
            return read(date(), row, index, value);
        } else if (value instanceof java.sql.Time) {
            return read(time(), row, index, value);
        } else if (value instanceof java.sql.Timestamp) {
            return read(timestamp(), row, index, value);
        } else if (value instanceof OffsetDateTime point) {
            return point.toInstant();
        } else if (value instanceof Clob) {
            return read(string(new StringType(StringType.Form.TEXT, 0)), row, index, value);
        } else if (value instanceof Blob) {
            return read(binary(new BinaryType(0)), row, index, value);
        } else if (value instanceof Array) {
            return read(new ArrayCodec<>(unknown(), "NULL[]"), row, index, value);
        }
        return value;
    }

    /** Reads a column that is not null once more, by a codec. */
    protected static Object read(TypeCodec<?> codec, ResultSet row, int index, Object otherwise) throws SQLException {
        Object value = codec.read(row, index);
        return value == null ? otherwise : value;
    }

    /** A codec that stores values as another does. */
    protected static <T, B> TypeCodec<T> converting(
            TypeCodec<B> base, Function<? super B, ? extends T> read, Function<? super T, ? extends B> write) {
        return base.converted(read, write);
    }
}
