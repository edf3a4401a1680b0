package dev.azoth.orm.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the mapped members of a class by their index, and makes objects of it.
 *
 * <p>The annotation processor writes an implementation beside each entity, named {@code <Class>__Access}; without it one of
 * {@code VarHandle}s does the same. Implementations have no state and are used by many threads.
 *
 * @param <E> the class
 */
public interface MemberAccess<E> {
    /** The names of the members, in the order of their indexes: compared with the mapping, so that generated code that is old is found out. */
    List<String> members();

    /**
     * A new object, by the constructor without parameters.
     *
     * @throws UnsupportedOperationException for a record
     */
    E create();

    /** A new object with these members, in order; of primitive members none may be null. */
    default E create(@Nullable Object[] values) {
        E object = create();
        for (int i = 0; i < values.length; i++) {
            set(object, i, values[i]);
        }
        return object;
    }

    /** The value of a member. */
    @Nullable
    Object get(E object, int member);

    /**
     * Sets a member.
     *
     * @throws UnsupportedOperationException for a record
     */
    void set(E object, int member, @Nullable Object value);

    /**
     * Whether a member holds something else than it did: another object, even an equal one, or another number. Asked of every object of a session before
     * each flush, so that generated code makes no array for it.
     *
     * @param before what the members held, in order
     */
    default boolean differs(E object, @Nullable Object[] before) {
        for (int i = 0; i < members().size(); i++) {
            Object now = get(object, i);
            // a primitive's value is in another box each time
            if (now != before[i] && !((now instanceof Number || now instanceof Boolean) && now.equals(before[i]))) {
                return true;
            }
        }
        return false;
    }

    /** Reads all members into an array that is at least as long as there are members. */
    default void read(E object, @Nullable Object[] into) {
        for (int i = 0; i < members().size(); i++) {
            into[i] = get(object, i);
        }
    }
}
