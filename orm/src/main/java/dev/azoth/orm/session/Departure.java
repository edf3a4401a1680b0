package dev.azoth.orm.session;

import java.util.List;
import java.util.Set;

/** Takes objects whose rows are deleted out of the relationships of others, as far as those are in memory. */
final class Departure {
    private final IdentityMap map;
    private final Mirrors mirrors;

    private Departure(IdentityMap map, Mirrors mirrors) {
        this.map = map;
        this.mirrors = mirrors;
    }

    static void of(IdentityMap map, Mirrors mirrors, List<Tracked> gone) {
        new Departure(map, mirrors).leave(gone);
    }

    private void leave(List<Tracked> gone) {
        boolean inPairs = false;
        for (Tracked each : gone) {
            for (Link link : each.outline().links()) {
                if (link.hasForeignKey()) {
                    mirrors.remove(link, link.attribute().get(each.entity()), each);
                    Snapshot before = each.snapshot();
                    if (before != null) {
                        mirrors.remove(link, before.held(link.attribute()), each);
                    }
                }
                inPairs |= link.pairs() != null && link.inverse().isPresent();
            }
        }
        if (inPairs) {
            Set<Object> entities = LinkChange.identitySet();
            gone.forEach(each -> entities.add(each.entity()));
            map.all().stream().filter(Tracked::stays).forEach(each -> leavePairs(each, entities));
        }
    }

    private void leavePairs(Tracked owner, Set<Object> gone) {
        for (Link link : owner.outline().links()) {
            Object[] members = link.pairs() == null || link.inverse().isEmpty()
                    ? null
                    : link.members(link.attribute().get(owner.entity()));
            if (members != null) {
                for (Object each : members) {
                    if (gone.contains(each)) {
                        mirrors.remove(owner, link, each);
                    }
                }
            }
        }
    }
}
