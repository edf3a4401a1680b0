package dev.azoth.orm.session;

import dev.azoth.orm.AttributeChange;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.RelationshipMapping;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
        this.columns =
                before == null ? new BitSet() : tracked.mapping().objects().changes(entity, before.state());
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
        if (attribute instanceof ColumnAttribute) {
            Object now = plain(attribute.get(entity));
            boolean changed = before == null ? now != null : columns.get(attribute.index());
            return changed ? Optional.of(value(attribute, now)) : Optional.empty();
        }
        if (attribute instanceof RelationshipMapping relationship && relationship.isViewOnly()) {
            return Optional.empty();
        }
        Member member = tracked.outline().member(attribute.index());
        if (before != null && !before.changed(member, entity)) {
            return Optional.empty();
        }
        if (member instanceof Values values) {
            return values(values);
        }
        return member.isToMany() ? elements((Link) member) : one((Link) member);
    }

    private AttributeChange value(AttributeMapping attribute, @Nullable Object now) {
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
        if (link.attribute().get(entity) instanceof DeferredCollection deferred && deferred.isWaiting()) {
            return collection(link, List.copyOf(deferred.added()), List.copyOf(deferred.removed()), false);
        }
        Object[] then = then(link);
        Object[] now = now(link);
        LinkChange change = new LinkChange(tracked, link, objects(then), objects(now));
        boolean moved = link.place().isPresent()
                && (link.isMap()
                        ? !new HashSet<>(List.of(then)).equals(new HashSet<>(List.of(now)))
                        : !same(objects(then), objects(now)));
        return collection(link, change.added(), change.removed(), moved);
    }

    private static Object[] objects(Object[] content) {
        return Objects.requireNonNull(Link.objects(content));
    }

    private static boolean same(Object[] left, Object[] right) {
        boolean same = left.length == right.length;
        for (int i = 0; same && i < left.length; i++) {
            same = left[i] == right[i];
        }
        return same;
    }

    private Optional<AttributeChange> values(Values values) {
        Object[] then = then(values);
        Object[] now = now(values);
        boolean moved = !new ValueChange(tracked, values, then, now).isEmpty();
        return collection(values, values.without(now, then), values.without(then, now), moved);
    }

    private Object[] then(Member member) {
        Object[] content = before == null ? null : before.content(member);
        return content == null ? NONE : content;
    }

    private Object[] now(Member member) {
        Object[] content = member.content(member.attribute().get(entity));
        return content == null ? NONE : content;
    }

    /** A collection that lost something, got something, or has what it had at other places. */
    private static Optional<AttributeChange> collection(
            Member member, List<Object> added, List<Object> removed, boolean moved) {
        return added.isEmpty() && removed.isEmpty() && !moved
                ? Optional.empty()
                : Optional.of(new AttributeChange(member.attribute().name(), null, null, added, removed));
    }
}
