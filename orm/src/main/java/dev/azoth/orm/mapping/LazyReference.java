package dev.azoth.orm.mapping;

import dev.azoth.orm.Lazy;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Lazy} that a session made: it knows what to load and who loads it, and keeps what came.
 *
 * <p>Not safe for use by several threads, like the session it belongs to.
 */
public final class LazyReference<T> implements Lazy<T> {
    private final Object owner;
    private final AttributeMapping attribute;
    private final @Nullable Object[] key;
    private @Nullable LazyLoader loader;
    private @Nullable T value;

    /**
     * One that is not loaded.
     *
     * @param owner     the entity that has it
     * @param attribute which of its attributes this is
     * @param key       the values of the foreign key that leads to the value; empty for a column, and where the key is on the other side
     * @param loader    who loads it
     */
    public LazyReference(Object owner, AttributeMapping attribute, @Nullable Object[] key, LazyLoader loader) {
        this.owner = owner;
        this.attribute = attribute;
        this.key = key;
        this.loader = loader;
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute's values have its class
    public @Nullable T get() {
        if (loader != null) {
            value = (T) loader.load(this);
            loader = null;
        }
        return value;
    }

    /** Gives it the value that an eager strategy found. */
    @SuppressWarnings("unchecked") // the attribute's values have its class
    public void resolve(@Nullable Object found) {
        value = (T) found;
        loader = null;
    }

    @Override
    public boolean isLoaded() {
        return loader == null;
    }

    /** The entity that has it. */
    public Object owner() {
        return owner;
    }

    /** Which of its attributes this is. */
    public AttributeMapping attribute() {
        return attribute;
    }

    /** The values of the foreign key, in the order of the target's key; empty for a column, and where the key is on the other side. */
    public @Nullable Object[] key() {
        return key;
    }

    @Override
    public String toString() {
        return isLoaded() ? "Lazy[" + value + "]" : "Lazy[not loaded]";
    }
}
