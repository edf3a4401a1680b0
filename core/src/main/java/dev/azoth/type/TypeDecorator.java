package dev.azoth.type;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type over another as a class of one's own: for more than the two functions of {@link SqlType#convert}, such as a base that depends on the
 * server.
 *
 * <p>Two of the same class with equal {@linkplain #arguments() arguments} are the same type, so that one made anew for each statement serves
 * as well as a constant. Null is not converted: SQL's NULL is Java's null.
 *
 * @param <T> what the program sees
 * @param <B> what is stored
 */
public abstract class TypeDecorator<T, B> implements CustomType<T> {
    private final Class<T> javaType;

    /** A type for a class. */
    protected TypeDecorator(Class<T> javaType) {
        this.javaType = javaType;
    }

    /** How the values are stored on a server. */
    protected abstract SqlType<B> base(ServerInfo server);

    /** From the program's value to the stored one. */
    protected abstract B write(T value);

    /**
     * From the stored value to the program's.
     *
     * @throws IllegalArgumentException if the value is none of the type; who reads the row adds table and column
     */
    protected abstract T read(B stored);

    /** What makes this type another than one of the same class: all that its methods depend on. */
    protected List<?> arguments() {
        return List.of();
    }

    @Override
    public final TypeCodec<T> codec(ServerInfo server, TypeCodecs codecs) {
        return codecs.codec(base(server)).converted(this::read, this::write);
    }

    @Override
    public final Class<T> javaType() {
        return javaType;
    }

    @Override
    public String name() {
        return getClass().getSimpleName();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof TypeDecorator<?, ?> type
                && getClass() == type.getClass()
                && javaType == type.javaType
                && arguments().equals(type.arguments());
    }

    @Override
    public final int hashCode() {
        return Objects.hash(getClass(), javaType, arguments());
    }

    @Override
    public final String toString() {
        return name();
    }
}
