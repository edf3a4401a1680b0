package dev.azoth.orm.session;

import dev.azoth.orm.loading.EntityQueries;
import dev.azoth.orm.mapping.EntityKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings into memory, by queries, what cascades and flushes must know. */
final class RelatedObjects implements Related {
    private final EntityQueries queries;

    RelatedObjects(EntityQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<Object> loaded(Tracked owner, Link link) {
        Set<Object> all = LinkChange.identitySet();
        List<Object> found = new ArrayList<>();
        Snapshot snapshot = owner.snapshot();
        if (snapshot != null) {
            found.addAll(before(owner, link, snapshot));
        }
        Object held = link.attribute().get(owner.entity());
        Object[] now = link.members(held);
        if (now != null) {
            found.addAll(List.of(now));
        }
        if (held instanceof DeferredCollection deferred && deferred.isPartial()) {
            found.addAll(deferred.all());
        }
        found.removeIf(each -> !all.add(each));
        return found;
    }

    @Override
    public List<Object> before(Tracked owner, Link link, Snapshot snapshot) {
        Object[] known = snapshot.members(link);
        if (known != null) {
            return List.of(known);
        }
        Object held = snapshot.held(link.attribute());
        if (held instanceof DeferredCollection deferred) {
            deferred.load();
            if (deferred.stored() != null) {
                return List.of(deferred.stored());
            }
        } else if (References.key(link, held).isPresent()) {
            return References.key(link, held).flatMap(this::get).stream().toList();
        } else if (held == link.attribute().get(owner.entity())) {
            queries.load(link.attribute(), List.of(owner.entity()));
        }
        Object[] loaded = link.members(held);
        return loaded == null ? List.of() : List.of(loaded);
    }

    @Override
    public Optional<Object> get(EntityKey key) {
        return queries.load(key.mapping(), key).map(Object.class::cast);
    }
}
