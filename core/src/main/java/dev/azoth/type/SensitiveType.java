package dev.azoth.type;

import java.util.List;
import java.util.Optional;

/** A type whose values are kept out of logs and error messages; else the same as its base. */
public record SensitiveType<T>(SqlType<T> base) implements SqlType<T> {
    @Override
    public Class<T> javaType() {
        return base.javaType();
    }

    @Override
    public String name() {
        return base.name();
    }

    @Override
    public List<T> values() {
        return base.values();
    }

    @Override
    public boolean isSensitive() {
        return true;
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
