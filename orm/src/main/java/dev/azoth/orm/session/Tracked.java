package dev.azoth.orm.session;

import dev.azoth.orm.EntityState;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import org.jspecify.annotations.Nullable;

/** An object that a session holds, and what the session knows of it. Compared by identity. */
final class Tracked implements PersistenceContext.Adoption {
    private final Outline outline;
    private final Object entity;
    private EntityState state = EntityState.PENDING;
    private @Nullable EntityKey key;
    private @Nullable Snapshot snapshot;
    private ColumnExpressions expressions = ColumnExpressions.NONE;
    private boolean flushed;
    private boolean expired;
    private boolean wasOnlyRead;
    private @Nullable Object @Nullable [] derived;
    private @Nullable Tracked parent;
    private @Nullable Link parentLink;

    /** Its neighbours in the order in which objects came to the session, for the {@link IdentityMap} alone. */
    @Nullable
    Tracked previous;

    @Nullable
    Tracked next;

    Tracked(Outline outline, Object entity) {
        this.outline = outline;
        this.entity = entity;
    }

    Outline outline() {
        return outline;
    }

    EntityMapping<?> mapping() {
        return outline.mapping();
    }

    Object entity() {
        return entity;
    }

    EntityState state() {
        return state;
    }

    boolean is(EntityState wanted) {
        return state == wanted;
    }

    /** Whether its row will be, or is, there when the transaction ends. */
    boolean stays() {
        return state == EntityState.PENDING || state == EntityState.PERSISTENT;
    }

    /** Its row is to be deleted by the next flush. */
    boolean isDeleting() {
        return state == EntityState.DELETED && !flushed;
    }

    /**
     * It was made from the row of this key; its members are still being filled.
     *
     * @param onlyRead whether the session had the object already, as one that is only read
     */
    void adopted(EntityKey of, boolean onlyRead) {
        key = of;
        wasOnlyRead = onlyRead;
        state = EntityState.PERSISTENT;
    }

    boolean wasOnlyRead() {
        return wasOnlyRead;
    }

    /** Its members hold what its row has, as was just read. */
    void read(Snapshot held) {
        snapshot = held;
        expired = false;
        derived = null;
    }

    /** What its members hold is old. */
    void expire() {
        expired = true;
    }

    boolean isExpired() {
        return expired;
    }

    /** It has a key from now on; what its members hold is what its row has. */
    void persistent(EntityKey now, Snapshot held) {
        key = now;
        become(EntityState.PERSISTENT, held);
    }

    /** Changes are measured from elsewhere. */
    void measuredFrom(Snapshot held) {
        snapshot = held;
    }

    /** Its row has another key. */
    void moved(@Nullable EntityKey to) {
        key = to;
    }

    /** Its members hold what its row has. */
    void become(EntityState now, @Nullable Snapshot held) {
        state = now;
        flushed = false;
        snapshot = held;
        expressions = ColumnExpressions.NONE;
        derived = null;
        parent = null;
        parentLink = null;
    }

    /** Its row is deleted by the next flush. */
    void delete() {
        state = EntityState.DELETED;
        flushed = false;
    }

    /** Its row is gone. */
    void deleted() {
        state = EntityState.DELETED;
        flushed = true;
    }

    /** What the database is to compute for it with the next flush. */
    ColumnExpressions expressions() {
        return expressions;
    }

    void express(ColumnExpressions now) {
        expressions = now;
    }

    @Nullable
    EntityKey key() {
        return key;
    }

    /** What its members held when it was last in step with its row; null as long as it has none. */
    @Nullable
    Snapshot snapshot() {
        return snapshot;
    }

    /** The object that it was added through, by a relationship that removes orphans; null when it was added by itself. */
    @Nullable
    Tracked parent() {
        return parent;
    }

    @Nullable
    Link parentLink() {
        return parentLink;
    }

    void addedThrough(Tracked owner, Link link) {
        parent = owner;
        parentLink = link;
    }

    void addedByItself() {
        parent = null;
        parentLink = null;
    }

    /** Sets a relationship to one after what the other end says. */
    void derive(Link link, @Nullable Object target) {
        Object holding = link.holding(target);
        link.attribute().set(entity, holding);
        if (derived == null) {
            derived = new Object[mapping().attributes().size()];
        }
        derived[link.index()] = holding;
    }

    /** Whether a relationship to one was set by {@link #derive}, and not by the program. */
    boolean isDerived(Link link) {
        return derived != null && derived[link.index()] == link.attribute().get(entity);
    }

    /** {@code User#42}, or {@code User (new)}. */
    @Override
    public String toString() {
        return key == null ? mapping().name() + " (new)" : key.toString();
    }
}
