package dev.azoth.type;

import java.util.List;
import java.util.Optional;

/**
 * A type that columns declare in words of a database's own; see {@link SqlType#declared}.
 *
 * @param base  how its values are sent and read
 * @param words the declaration
 */
public record DeclaredType<T>(SqlType<T> base, String words) implements SqlType<T> {
    /** Checks that something is declared. */
    public DeclaredType {
        if (words.isBlank()) {
            throw new IllegalArgumentException("a declaration without words");
        }
    }

    @Override
    public Class<T> javaType() {
        return base.javaType();
    }

    @Override
    public String name() {
        return words;
    }

    @Override
    public List<T> values() {
        return base.values();
    }

    @Override
    public boolean isSensitive() {
        return base.isSensitive();
    }

    @Override
    public boolean same(T left, T right) {
        return base.same(left, right);
    }

    @Override
    public Optional<ValueCheck<T>> check() {
        return base.check();
    }

    @Override
    public T copy(T value) {
        return base.copy(value);
    }
}
