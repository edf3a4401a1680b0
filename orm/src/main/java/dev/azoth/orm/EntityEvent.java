package dev.azoth.orm;

import java.util.List;

/** An object whose row a flush writes; see {@link SessionListener}. */
public final class EntityEvent {
    private final Session session;
    private final Object entity;
    private final String name;
    private final List<AttributeChange> changes;
    private final List<RefusedValuesException.Refusal> refusals;

    EntityEvent(
            Session session,
            Object entity,
            String name,
            List<AttributeChange> changes,
            List<RefusedValuesException.Refusal> refusals) {
        this.session = session;
        this.entity = entity;
        this.name = name;
        this.changes = changes;
        this.refusals = refusals;
    }

    /** The session. */
    public Session session() {
        return session;
    }

    /** The object. */
    public Object entity() {
        return entity;
    }

    /** The entity with its key as far as it is known, such as {@code User#42}. */
    public String name() {
        return name;
    }

    /** What the program changed in it, before any listener did; see {@link Session#changes}. Of a deleted one none. */
    public List<AttributeChange> changes() {
        return changes;
    }

    /**
     * Refuses what an attribute holds, before it is written: the flush fails with a {@link RefusedValuesException}, which tells all that was refused, and
     * writes nothing. For validators; of what is written already it is too late.
     *
     * @param attribute the attribute's name; empty for the object as a whole
     * @param reason    such as {@code must not be empty}
     */
    public void refuse(String attribute, String reason) {
        refusals.add(new RefusedValuesException.Refusal(entity, name, attribute, reason));
    }

    /** Its name: {@code User#42}. */
    @Override
    public String toString() {
        return name;
    }
}
