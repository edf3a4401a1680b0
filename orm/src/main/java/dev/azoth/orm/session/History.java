package dev.azoth.orm.session;

import dev.azoth.orm.AttributeChange;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what an object holds that its row does not. */
final class History {
    private static final Object[] NONE = {};

    private final IdentityMap map;
    private final Tracked tracked;
    private final Object entity;
    private final @Nullable Snapshot before;
    private final BitSet columns;

    private History(IdentityMap map, Tracked tracked) {
        this.map = map;
        this.tracked = tracked;
        this.entity = tracked.entity();
        this.before = tracked.snapshot();
        this.columns = before == null ? new BitSet() : tracked.mapping().changes(entity, before.state());
    }

    static List<AttributeChange> of(IdentityMap map, Tracked tracked) {
        History history = new History(map, tracked);
        List<AttributeChange> changes = new ArrayList<>();
        for (AttributeMapping each : tracked.mapping().attributes()) {
            history.change(each).ifPresent(changes::add);
        }
        return changes;
    }

    private Optional<AttributeChange> change(AttributeMapping attribute) {
        if (!(attribute instanceof RelationshipMapping)) {
            Object now = plain(attribute.get(entity));
            boolean changed = before == null ? now != null : columns.get(attribute.index());
            return changed ? Optional.of(values(attribute, now)) : Optional.empty();
        }
        Link link = tracked.outline().link(attribute.index());
        if (before != null && !before.changed(link, entity)) {
            return Optional.empty();
        }
        return link.isToMany() ? elements(link) : one(link);
    }

    private AttributeChange values(AttributeMapping attribute, @Nullable Object now) {
        Object then = before == null ? null : plain(before.held(attribute));
        return new AttributeChange(attribute.name(), then, now, List.of(), List.of());
    }

    private static @Nullable Object plain(@Nullable Object held) {
        return held instanceof Lazy<?> lazy && lazy.isLoaded() ? lazy.get() : held;
    }

    private Optional<AttributeChange> one(Link link) {
        Object now = plain(link.attribute().get(entity));
        Object held = before == null ? null : before.held(link.attribute());
        Tracked known = References.key(link, held).map(map::at).orElse(null);
        Object then = known == null ? plain(held) : known.entity();
        return then == now
                ? Optional.empty()
                : Optional.of(new AttributeChange(link.attribute().name(), then, now, List.of(), List.of()));
    }

    private Optional<AttributeChange> elements(Link link) {
        Object held = link.attribute().get(entity);
        if (held instanceof DeferredCollection deferred && deferred.isWaiting()) {
            return Optional.of(new AttributeChange(
                    link.attribute().name(),
                    null,
                    null,
                    List.copyOf(deferred.added()),
                    List.copyOf(deferred.removed())));
        }
        Object[] now = link.members(held);
        Object[] then = before == null ? NONE : before.members(link);
        LinkChange change = new LinkChange(tracked, link, then == null ? NONE : then, now == null ? NONE : now);
        List<Object> added = change.added();
        List<Object> removed = change.removed();
        return added.isEmpty() && removed.isEmpty()
                ? Optional.empty()
                : Optional.of(new AttributeChange(link.attribute().name(), null, null, added, removed));
    }
}
