package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a session that are only read: one for a row, for as long as somebody else has it.
 *
 * <p>Only such objects can be held weakly. A plain object does not tell that it was changed, so one whose changes count must be there when the next flush
 * looks at it, even if the program has dropped it by then.
 */
final class ReadOnlyObjects {
    private final Map<EntityKey, Held> rows = new HashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    private static final class Held extends WeakReference<Object> {
        private final EntityKey key;

        Held(EntityKey key, Object entity, ReferenceQueue<Object> queue) {
            super(entity, queue);
            this.key = key;
        }
    }

    @Nullable
    Object at(EntityKey key) {
        Held held = rows.isEmpty() ? null : rows.get(key);
        return held == null ? null : held.get();
    }

    boolean contains(Object entity) {
        if (rows.isEmpty()) {
            return false;
        }
        return EntityMapping.of(entity.getClass())
                .keyOf(entity)
                .filter(key -> at(key) == entity)
                .isPresent();
    }

    void add(EntityKey key, Object entity) {
        for (Reference<?> each = collected.poll(); each != null; each = collected.poll()) {
            Held gone = (Held) each;
            rows.remove(gone.key, gone);
        }
        rows.put(key, new Held(key, entity, collected));
    }

    /** Lets an object go; whether it was here. */
    boolean remove(Object entity) {
        return EntityMapping.of(entity.getClass())
                .keyOf(entity)
                .filter(key -> remove(key, entity))
                .isPresent();
    }

    /** The same with the object's key. */
    boolean remove(EntityKey key, Object entity) {
        boolean here = at(key) == entity;
        if (here) {
            rows.remove(key);
        }
        return here;
    }

    /**
     * The object may be changed.
     *
     * @throws InvalidRequestException if it is one of these
     */
    void refuse(Object entity, String what) {
        if (contains(entity)) {
            throw refused(entity, what);
        }
    }

    static InvalidRequestException refused(Object entity, String what) {
        return new InvalidRequestException(
                EntityMapping.of(entity.getClass())
                                .keyOf(entity)
                                .map(Object::toString)
                                .orElse("an object") + " was read with readOnly() and cannot be " + what
                        + ": get it by its key, or by a query without that option, first");
    }
}
