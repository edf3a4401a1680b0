package dev.azoth.type;

import java.util.Optional;
import java.util.function.Function;

/**
 * A type that stores its values as another type does; see {@link SqlType#convert}.
 *
 * @param base  how the values are stored
 * @param read  from the stored value to the program's
 * @param write from the program's value to the stored one
 */
public record ConvertedType<T, B>(
        SqlType<B> base,
        Class<T> javaType,
        Function<? super B, ? extends T> read,
        Function<? super T, ? extends B> write)
        implements SqlType<T> {
    /** Notes how often such a type is made. */
    public ConvertedType {
        RepeatedConversions.made(javaType, read);
    }

    @Override
    public String name() {
        return javaType.getSimpleName() + " as " + base.name();
    }

    @Override
    public boolean isSensitive() {
        return base.isSensitive();
    }

    @Override
    public boolean same(T left, T right) {
        return base.same(write.apply(left), write.apply(right));
    }

    @Override
    public Optional<ValueCheck<T>> check() {
        return base.check().map(stored -> (value, place) -> stored.check(write.apply(value), place));
    }

    @Override
    public T copy(T value) {
        return read.apply(base.copy(write.apply(value)));
    }
}
