package dev.azoth.orm.mapping;

import dev.azoth.orm.Lazy;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Lazy} that a session made: it knows what to load and who loads it, and keeps what came.
 *
 * <p>Not safe for use by several threads, like the session it belongs to.
 */
public final class LazyReference<T> implements Lazy<T> {
    private static final long serialVersionUID = 1L;

    // what is written in their place is below
    private transient Object owner;
    private transient AttributeMapping attribute;
    private transient @Nullable Object[] key;
    private transient @Nullable LazyLoader loader;
    private transient @Nullable T value;

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

    /** One that leads to the same, whose key is another now, and is not loaded as this one is not. */
    public LazyReference<T> leadingTo(@Nullable Object[] other) {
        return new LazyReference<>(owner, attribute, other, Objects.requireNonNull(loader));
    }

    @Override
    public boolean isLoaded() {
        return loader == null;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(owner);
        out.writeObject(attribute.owner().javaType());
        out.writeObject(attribute.name());
        out.writeObject(key);
        out.writeObject(value);
        out.writeObject(loader == null ? null : loader.unloaded(this));
    }

    @SuppressWarnings("unchecked") // it is what was written
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        owner = in.readObject();
        attribute = EntityMapping.of((Class<?>) in.readObject()).attribute((String) in.readObject());
        key = (@Nullable Object[]) in.readObject();
        value = (T) in.readObject();
        String message = (String) in.readObject();
        loader = message == null ? null : new Unloaded(message);
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
