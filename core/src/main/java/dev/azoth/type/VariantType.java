package dev.azoth.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type that some databases store in another way; see {@link SqlType#on}.
 *
 * @param base     how all the others store it
 * @param variants how these do, by the names of their dialects
 */
public record VariantType<T>(SqlType<T> base, Map<String, SqlType<T>> variants) implements SqlType<T> {
    /** Takes an immutable copy. */
    public VariantType {
        variants = Map.copyOf(variants);
    }

    /** How a dialect stores it. */
    public SqlType<T> of(String dialect) {
        return variants.getOrDefault(dialect, base);
    }

    @Override
    public SqlType<T> on(String dialect, SqlType<T> type) {
        Map<String, SqlType<T>> more = new HashMap<>(variants);
        more.put(dialect, type);
        return new VariantType<>(base, more);
    }

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
        return base.isSensitive() || variants.values().stream().anyMatch(SqlType::isSensitive);
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
