package dev.azoth.orm;

import dev.azoth.NoResultException;
import dev.azoth.orm.mapping.LazyReference;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A member of an entity that need not be in memory: a related object, or a column too large to be read each time.
 *
 * <p>It is empty, loaded, or not loaded yet. One that is not loaded loads itself when asked, inside its open session; with the session
 * closed, or under {@code raiseload}, asking fails and says what would have loaded it. Nothing else about it does I/O.
 *
 * <pre>{@code
 * @ManyToOne Lazy<Team> team = Lazy.empty();
 * …
 * user.team = Lazy.of(team);
 * }</pre>
 *
 * <p>Immutable to its users: another value is another {@code Lazy} in the field. It serialises with its entity, if that does; what was not loaded before stays so.
 *
 * @param <T> the class of the value
 */
public sealed interface Lazy<T> extends Serializable permits LazyValue, LazyReference {
    /** One without a value: SQL's NULL. */
    static <T> Lazy<T> empty() {
        return LazyValue.none();
    }

    /** One with this value. */
    static <T> Lazy<T> of(T value) {
        return new LazyValue<>(value);
    }

    /** {@link #empty} for null, else {@link #of}. */
    static <T> Lazy<T> ofNullable(@Nullable T value) {
        return value == null ? empty() : of(value);
    }

    /**
     * The value, or null when there is none; loads it first if need be.
     *
     * @throws dev.azoth.DetachedException if it is not loaded and its session is closed
     * @throws dev.azoth.InvalidRequestException if it is not loaded and must not be, under {@code raiseload} or in a strict session
     */
    @Nullable
    T get();

    /**
     * The value of one that always has one, such as a relationship that is not optional; loads it first if need be.
     *
     * @throws NoResultException                 if there is none
     * @throws dev.azoth.DetachedException       if it is not loaded and its session is closed
     * @throws dev.azoth.InvalidRequestException if it is not loaded and must not be
     */
    default T orElseThrow() {
        T value = get();
        if (value == null) {
            throw new NoResultException(
                    (this instanceof LazyReference<?> reference ? reference.attribute() + " of an object" : "a Lazy")
                            + " has no value and was asked for one: where it may be empty, ask get()");
        }
        return value;
    }

    /** Whether {@link #get} answers without a query. */
    boolean isLoaded();
}
