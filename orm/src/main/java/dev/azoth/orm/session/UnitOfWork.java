package dev.azoth.orm.session;

import dev.azoth.orm.PendingChange;
import java.util.List;

/** Writes what changed in a session's objects. */
final class UnitOfWork {
    private final Tracking tracking;
    private final Related related;
    private final ValueSources values;
    private final SessionEvents events;

    UnitOfWork(Tracking tracking, Related related, ValueSources values, SessionEvents events) {
        this.tracking = tracking;
        this.related = related;
        this.values = values;
        this.events = events;
    }

    /** What a flush would do, in its order. */
    List<PendingChange> pending() {
        return new FlushPlan(tracking, preparation(false), values.begin()).describe();
    }

    private Preparation preparation(boolean keepsOrphans) {
        return Preparation.of(tracking, related, keepsOrphans);
    }

    /** Prepares a flush, with all who have a word in it. */
    PreparedFlush prepare(boolean keepsOrphans) {
        if (!events.isEmpty()) {
            events.flushing();
        }
        FlushCalls calls = new FlushCalls(events, tracking.map());
        Preparation work = preparation(keepsOrphans);
        while (calls.announce(work)) {
            work = preparation(keepsOrphans); // they may have changed what there is to write
        }
        events.checkRefusals();
        return new PreparedFlush(tracking, calls, work, values.begin());
    }
}
