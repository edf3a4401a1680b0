package dev.azoth.orm.mapping;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What an object gets for some of its attributes, all at once: an embedded record is made of all of its parts, and could not hold one before the other where they are of primitive
 * types. Not safe for several threads.
 */
public final class AttributeValues {
    private final EntityObjects<?> objects;
    private final @Nullable Object[] state;
    private final BitSet given = new BitSet();

    /** For objects of an entity; no values yet. */
    public AttributeValues(EntityMapping<?> mapping) {
        this.objects = mapping.objects();
        this.state = new @Nullable Object[mapping.attributes().size()];
    }

    /** Adds what a member gets: a {@code Lazy} where it is one. */
    public void put(AttributeMapping attribute, @Nullable Object value) {
        state[attribute.index()] = value;
        given.set(attribute.index());
    }

    /** Gives an object of that entity these values; attributes that are not among them keep theirs. */
    public void set(Object entity) {
        if (!given.isEmpty()) {
            objects.set(entity, state, given);
        }
    }
}
