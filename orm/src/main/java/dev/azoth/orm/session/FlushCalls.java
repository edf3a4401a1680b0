package dev.azoth.orm.session;

import dev.azoth.orm.AttributeChange;
import dev.azoth.orm.mapping.model.Lifecycle;
import java.util.IdentityHashMap;
import java.util.List;

/** What is called in one flush, for each object that it writes: the callbacks of its class, then those who listen to the session. */
final class FlushCalls {
    private final SessionEvents events;
    private final IdentityMap map;
    private final IdentityHashMap<Tracked, Call> called = new IdentityHashMap<>();

    /**
     * What was announced of an object.
     *
     * @param before what was called
     * @param after  what is to be called when it is done
     */
    private record Call(Lifecycle before, Lifecycle after, List<AttributeChange> changes) {}

    FlushCalls(SessionEvents events, IdentityMap map) {
        this.events = events;
        this.map = map;
    }

    /** Calls what comes before the writing, of objects that were not called yet; whether there were any, who may have changed what there is to write. */
    boolean announce(Preparation work) {
        if (events.isEmpty() && !map.isCalled()) {
            return false;
        }
        boolean any = false;
        for (Tracked each : work.added()) {
            any |= announce(each, Lifecycle.PRE_PERSIST, Lifecycle.POST_PERSIST);
        }
        for (Tracked each : work.changed()) {
            any |= announce(each, Lifecycle.PRE_UPDATE, Lifecycle.POST_UPDATE);
        }
        for (Tracked each : work.deleted()) {
            any |= announce(each, Lifecycle.PRE_REMOVE, Lifecycle.POST_REMOVE);
        }
        return any;
    }

    private boolean announce(Tracked tracked, Lifecycle before, Lifecycle after) {
        boolean concerned = !events.isEmpty()
                || tracked.outline().callbacks().has(before)
                || tracked.outline().callbacks().has(after);
        Call known = concerned ? called.get(tracked) : null;
        if (!concerned || (known != null && known.before() == before)) {
            return false;
        }
        List<AttributeChange> changes =
                events.isEmpty() || before == Lifecycle.PRE_REMOVE ? List.of() : History.of(map, tracked);
        called.put(tracked, new Call(before, after, changes));
        call(tracked, before, changes);
        return true;
    }

    private void call(Tracked tracked, Lifecycle moment, List<AttributeChange> changes) {
        tracked.outline().callbacks().call(moment, tracked.entity());
        events.written(moment, tracked.entity(), tracked.toString(), changes);
    }

    /** Whether anything was called. */
    boolean isAny() {
        return !called.isEmpty();
    }

    /** Calls what comes after the writing. */
    void done(List<Tracked> added, List<Tracked> changed, List<Tracked> deleted) {
        if (!called.isEmpty()) {
            List.of(added, changed, deleted).forEach(each -> each.forEach(this::done));
        }
    }

    private void done(Tracked tracked) {
        Call call = called.get(tracked);
        if (call != null) {
            call(tracked, call.after(), call.changes());
        }
    }
}
