package dev.azoth.orm;

import org.jspecify.annotations.Nullable;

/** One that was given its value, or given none. Compared by identity: a value's {@code equals} is the user's and is never called. */
final class LazyValue<T> implements Lazy<T> {
    private static final long serialVersionUID = 1L;

    private static final LazyValue<?> NONE = new LazyValue<>(null);

    private final @Nullable T value;

    LazyValue(@Nullable T value) {
        this.value = value;
    }

    @SuppressWarnings("unchecked") // it has no value of any class
    static <T> Lazy<T> none() {
        return (Lazy<T>) NONE;
    }

    @Override
    public @Nullable T get() {
        return value;
    }

    @Override
    public boolean isLoaded() {
        return true;
    }

    @Override
    public String toString() {
        return "Lazy[" + value + "]";
    }
}
