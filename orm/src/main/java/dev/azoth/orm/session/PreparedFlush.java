package dev.azoth.orm.session;

import dev.azoth.orm.EntityState;
import dev.azoth.orm.mapping.EntityKey;
import java.util.List;
import java.util.Set;

/** A flush that is ready to run; nothing has been written, and nothing can be wrong any more but what the database refuses. */
final class PreparedFlush {
    private final Tracking tracking;
    private final FlushCalls calls;
    private final Preparation work;
    private final FlushPlan plan;
    private final List<Tracked> added;
    private final List<Tracked> changed;
    private final List<Tracked> deleted;
    private final Set<Tracked> touched;

    PreparedFlush(Tracking tracking, FlushCalls calls, Preparation work, GivenValues values) {
        this.tracking = tracking;
        this.calls = calls;
        this.work = work;
        this.plan = new FlushPlan(tracking, work, values);
        this.added = work.added();
        this.changed = calls.isAny() ? work.changed() : List.of();
        this.deleted = work.deleted();
        this.touched = work.touched();
    }

    /** Writes. */
    void run(Connections connections) {
        deleted.forEach(tracking.frame()::changing);
        touched.forEach(tracking.frame()::changing);
        if (!plan.isEmpty()) {
            tracking.frame().written();
            plan.run(connections);
            added.forEach(GivenValues::mirror);
            touched.forEach(GivenValues::mirror);
        }
        deleted.forEach(this::gone);
        added.forEach(this::written);
        touched.forEach(each -> each.become(EntityState.PERSISTENT, work.snapshot(each)));
        work.written();
    }

    private void gone(Tracked tracked) {
        tracking.map().unindex(tracked);
        tracked.deleted();
    }

    private void written(Tracked tracked) {
        EntityKey key = tracked.mapping().keyOf(tracked.entity()).orElseThrow();
        tracked.outline().writeOnly().forEach(each -> each.written(tracked.entity()));
        tracked.persistent(key, Snapshot.of(tracked.outline(), tracked.entity()));
        tracking.map().index(tracked);
    }

    /** Tells those who listen what was written; whether there was anything, and anybody. */
    boolean tell(SessionEvents events) {
        calls.done(added, changed, deleted);
        if (!events.isEmpty()) {
            added.forEach(each -> events.stateChanged(each.entity(), EntityState.PENDING, EntityState.PERSISTENT));
            if (!plan.isEmpty()) {
                events.flushed(plan.describe());
            }
        }
        return !plan.isEmpty() && (calls.isAny() || !events.isEmpty());
    }
}
