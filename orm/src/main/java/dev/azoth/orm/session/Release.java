package dev.azoth.orm.session;

import dev.azoth.orm.EntityState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets objects go that a part of a stream brought, if none of them differs from its row; but not those that others lead to which stay: of what they change, these must
 * learn.
 */
final class Release {
    private final Tracking tracking;
    private final Set<Tracked> going = new LinkedHashSet<>();

    private Release(Tracking tracking) {
        this.tracking = tracking;
    }

    static void of(Tracking tracking, List<Tracked> some) {
        Release release = new Release(tracking);
        for (Tracked each : some) {
            boolean here =
                    tracking.map().of(each.entity()) == each && !each.is(EntityState.PENDING) && !each.isDeleting();
            Snapshot snapshot = each.snapshot();
            boolean differs = snapshot != null
                    && each.is(EntityState.PERSISTENT)
                    && (!each.expressions().isEmpty() || snapshot.differs(each.entity()));
            if (here && differs) {
                return; // it may lead to any of the others, and they to it
            }
            if (here) {
                release.going.add(each);
            }
        }
        release.keepWhatOthersLeadTo();
        release.going.forEach(tracking::detach);
    }

    private void keepWhatOthersLeadTo() {
        Deque<Tracked> staying = new ArrayDeque<>();
        for (Tracked each : tracking.map().all()) {
            if (!going.contains(each)) {
                staying.add(each);
            }
        }
        while (!staying.isEmpty() && !going.isEmpty()) {
            Tracked next = staying.remove();
            for (Link link : next.outline().links()) {
                for (Tracked each : tracking.held(next, link)) {
                    if (going.remove(each)) {
                        staying.add(each);
                    }
                }
            }
        }
    }
}
