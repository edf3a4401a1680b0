package dev.azoth.orm.session;

import dev.azoth.orm.mapping.ToOneMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that have to give up a foreign key of which there is but one for each target, before another row takes it: a one-to-one relationship that
 * was handed on, or swapped.
 */
final class Vacated {
    private final IdentityMap map;
    private final Map<Link, Set<Tracked>> taken = new HashMap<>();
    private final List<RowOrder.Edge> emptied = new ArrayList<>();
    private final Set<Tracked> deleted = new LinkedHashSet<>();

    Vacated(IdentityMap map, Preparation work) {
        this.map = map;
        work.added().forEach(this::take);
        work.changed().forEach(this::take);
        if (!taken.isEmpty()) {
            work.changed().forEach(each -> leave(each, false));
            work.deleted().forEach(each -> leave(each, true));
        }
    }

    /** The foreign keys that are emptied first. */
    List<RowOrder.Edge> emptied() {
        return emptied;
    }

    /** The rows that are deleted first, since their foreign key may not be empty. */
    Set<Tracked> deleted() {
        return deleted;
    }

    private static boolean isUnique(Link link) {
        return ((ToOneMapping) link.attribute()).isOneToOne();
    }

    private void take(Tracked row) {
        for (Link link : row.outline().foreignKeys()) {
            Tracked target = isUnique(link) ? target(link, link.attribute().get(row.entity())) : null;
            if (target != null && target != before(row, link)) {
                taken.computeIfAbsent(link, key -> new HashSet<>()).add(target);
            }
        }
    }

    private void leave(Tracked row, boolean goes) {
        for (Link link : row.outline().foreignKeys()) {
            Tracked target = before(row, link);
            if (target != null
                    && taken.getOrDefault(link, Set.of()).contains(target)
                    && left(row, link, target, goes)) {
                RowOrder.Edge edge = new RowOrder.Edge(row, link, target);
                if (edge.mayBeNull()) {
                    emptied.add(edge);
                } else if (goes) {
                    deleted.add(row);
                }
            }
        }
    }

    private static boolean left(Tracked row, Link link, Tracked target, boolean goes) {
        return goes || !References.leadsTo(link, link.attribute().get(row.entity()), target);
    }

    private @Nullable Tracked before(Tracked row, Link link) {
        Snapshot snapshot = row.snapshot();
        return snapshot == null ? null : target(link, snapshot.held(link.attribute()));
    }

    private @Nullable Tracked target(Link link, @Nullable Object member) {
        Object[] members = link.members(member);
        if (members != null) {
            return members.length == 0 ? null : map.of(members[0]);
        }
        return References.key(link, member).map(map::at).orElse(null);
    }
}
