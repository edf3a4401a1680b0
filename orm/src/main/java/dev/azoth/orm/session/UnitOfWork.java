package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.EntityKey;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Writes what changed in a session's objects. */
final class UnitOfWork {
    private final Tracking tracking;
    private final Related related;
    private final ValueSources values;

    UnitOfWork(Tracking tracking, Related related, ValueSources values) {
        this.tracking = tracking;
        this.related = related;
        this.values = values;
    }

    /** What a flush would do, in its order. */
    List<PendingChange> pending() {
        return new FlushPlan(tracking.map(), Preparation.of(tracking, related, false), values.begin()).describe();
    }

    /** A flush that is ready to run; nothing has been written, and nothing can be wrong any more but what the database refuses. */
    Runnable prepare(Supplier<Connection> connection, boolean keepsOrphans) {
        Preparation work = Preparation.of(tracking, related, keepsOrphans);
        FlushPlan plan = new FlushPlan(tracking.map(), work, values.begin());
        List<Tracked> added = work.added();
        List<Tracked> deleted = work.deleted();
        Set<Tracked> touched = work.touched();
        return () -> {
            note(deleted);
            touched.forEach(tracking.frame()::changing);
            if (!plan.isEmpty()) {
                tracking.frame().written();
                plan.run(connection.get());
                added.forEach(GivenValues::mirror);
                touched.forEach(GivenValues::mirror);
            }
            deleted.forEach(this::gone);
            added.forEach(this::written);
            touched.forEach(each -> each.become(EntityState.PERSISTENT, work.snapshot(each)));
        };
    }

    private void note(List<Tracked> deleted) {
        deleted.forEach(tracking.frame()::changing);
    }

    private void gone(Tracked tracked) {
        tracking.map().unindex(tracked);
        tracked.deleted();
    }

    private void written(Tracked tracked) {
        EntityKey key = tracked.mapping().keyOf(tracked.entity()).orElseThrow();
        tracked.persistent(key, Snapshot.of(tracked.outline(), tracked.entity()));
        tracking.map().index(tracked);
    }
}
