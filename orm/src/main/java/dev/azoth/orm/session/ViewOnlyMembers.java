package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.mapping.RelationshipMapping;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Relationships that are never written: the session leaves them alone, and refuses what was done to them where a loaded collection could not. */
final class ViewOnlyMembers {
    private ViewOnlyMembers() {}

    /** What the program put there would be lost in silence. */
    static void check(Tracked tracked) {
        Snapshot snapshot = tracked.snapshot();
        for (RelationshipMapping each : tracked.outline().viewOnly()) {
            Object held = each.get(tracked.entity());
            boolean replaced = snapshot == null ? hasContent(held) : held != snapshot.held(each);
            if (replaced || (!(held instanceof DeferredCollection) && holds(held))) {
                throw new InvalidRequestException(
                        tracked + "." + each.name()
                                + " is view-only and was changed, which no row would ever have: change what its rows are read from");
            }
        }
    }

    private static boolean hasContent(@Nullable Object held) {
        if (held instanceof Lazy<?> lazy) {
            return !lazy.isLoaded() || lazy.get() != null;
        }
        return (held instanceof Collection || held instanceof Map) ? holds(held) : held != null;
    }

    /** Whether a collection that the program made has something in it. */
    private static boolean holds(@Nullable Object held) {
        return (held instanceof Collection<?> collection && !collection.isEmpty())
                || (held instanceof Map<?, ?> map && !map.isEmpty());
    }

    /** What was read after something was written that is undone now is read again. */
    static void unload(Tracked tracked) {
        for (RelationshipMapping each : tracked.outline().viewOnly()) {
            if (each.get(tracked.entity()) instanceof DeferredCollection deferred) {
                deferred.unload();
            }
        }
    }
}
