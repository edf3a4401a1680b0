package dev.azoth.orm.session;

import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.AttributeValues;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an object's members held at a moment, and which objects its collections had: changes are measured from it, and undone back to it. */
final class Snapshot {
    private static final Object[] @Nullable [] NO_MEMBERS = {};

    private final Outline outline;
    private final @Nullable Object[] state;
    private final Object[] @Nullable [] members;

    private Snapshot(Outline outline, @Nullable Object[] state, Object[] @Nullable [] members) {
        this.outline = outline;
        this.state = state;
        this.members = members;
    }

    static Snapshot of(Outline outline, Object entity) {
        return of(outline, outline.mapping().objects().snapshot(entity));
    }

    /** A snapshot of an object whose members are known, all but those that the session fills: the array becomes the snapshot's. */
    static Snapshot of(Outline outline, Object entity, @Nullable Object[] columns) {
        for (AttributeMapping each : outline.filled()) {
            columns[each.index()] = each.get(entity);
        }
        return of(outline, outline.mapping().objects().copyColumns(columns));
    }

    private static Snapshot of(Outline outline, @Nullable Object[] state) {
        List<Member> all = outline.members();
        if (all.isEmpty()) {
            return new Snapshot(outline, state, NO_MEMBERS);
        }
        Object[] @Nullable [] members = new Object[all.size()] @Nullable [];
        for (int i = 0; i < members.length; i++) {
            Member member = all.get(i);
            members[i] = member.isToMany() ? member.content(state[member.index()]) : null;
        }
        return new Snapshot(outline, state, members);
    }

    /** The same with one member as it is in the database, which was just read into what the member held, or else into what it holds now. */
    Snapshot with(Member link, Object entity) {
        @Nullable Object[] newer = state.clone();
        if (!(state[link.index()] instanceof DeferredCollection deferred && deferred.isLoaded())) {
            newer[link.index()] = link.attribute().get(entity);
        }
        Object[] @Nullable [] loaded = members.clone();
        loaded[outline.members().indexOf(link)] = link.isToMany() ? stored(link, newer[link.index()]) : null;
        return new Snapshot(outline, newer, loaded);
    }

    private static Object @Nullable [] stored(Member link, @Nullable Object held) {
        Object @Nullable [] stored = held instanceof DeferredCollection deferred ? deferred.stored() : null;
        return stored == null ? link.content(held) : stored;
    }

    /** The same with other values in some columns, which the members hold. */
    Snapshot with(Collection<ColumnAttribute> columns, Object entity) {
        @Nullable Object[] newer = state.clone();
        for (ColumnAttribute each : columns) {
            Object held = each.get(entity);
            newer[each.index()] = each.isLazy() ? held : each.copy(held);
        }
        return new Snapshot(outline, newer, members);
    }

    /** The same with one more element in a collection. */
    Snapshot withElement(Link link, Object element) {
        int position = outline.links().indexOf(link);
        Object[] known = members[position];
        if (known == null) {
            return this;
        }
        Object[] @Nullable [] more = members.clone();
        Object[] longer = Arrays.copyOf(known, known.length + 1);
        longer[known.length] = link.isMap() || link.place().isPresent() ? new Placed(null, element) : element;
        more[position] = longer;
        return new Snapshot(outline, state, more);
    }

    @Nullable
    Object[] state() {
        return state;
    }

    /** What a member held. */
    @Nullable
    Object held(AttributeMapping attribute) {
        return state[attribute.index()];
    }

    /** The objects at the other end of a relationship, or null where they were not in memory. */
    Object @Nullable [] members(Link link) {
        return link.isToMany() ? Link.objects(content(link)) : link.members(state[link.index()]);
    }

    /** What was in a collection, with the keys of a map, or null where that was not in memory. */
    Object @Nullable [] content(Member member) {
        return members[outline.members().indexOf(member)];
    }

    /** Whether an object differs in anything that the session would write. */
    boolean differs(Object entity) {
        if (outline.mapping().objects().isChanged(entity, state)) {
            return true;
        }
        for (Member each : outline.members()) {
            if (changed(each, entity)) {
                return true;
            }
        }
        return false;
    }

    /** Whether other objects are at the other end of a relationship than were, or other values in a collection. */
    boolean changed(Member link, Object entity) {
        Object held = link.attribute().get(entity);
        Object before = state[link.index()];
        if (!link.isToMany()) {
            return held != before && !same(link, link.content(before), link.content(held));
        }
        Object @Nullable [] then = content(link);
        if (then == null && held == before) {
            return held instanceof DeferredCollection deferred && deferred.isWaiting();
        }
        return !same(link, then, link.content(held));
    }

    private static boolean same(Member member, Object @Nullable [] left, Object @Nullable [] right) {
        if (left == null || right == null || left.length != right.length) {
            return left == right;
        }
        for (int i = 0; i < left.length; i++) {
            if (!member.same(left[i], right[i])) {
                return false;
            }
        }
        return true;
    }

    /** Puts everything back that differs: members, and the contents of collections. Members that do not are left alone. */
    void restore(Object entity) {
        EntityMapping<?> mapping = outline.mapping();
        if (mapping.isRecord()) {
            return;
        }
        @Nullable Object[] now = mapping.objects().state(entity);
        AttributeValues before = new AttributeValues(mapping);
        for (AttributeMapping each : mapping.attributes()) {
            int i = each.index();
            if (now[i] == state[i]) {
                continue;
            }
            if (each instanceof ColumnAttribute column && !column.isLazy()) {
                if (!column.same(now[i], state[i])) {
                    before.put(column, column.copy(state[i]));
                }
            } else {
                before.put(each, state[i]);
            }
        }
        before.set(entity);
        for (Member each : outline.members()) {
            Object collection = each.isToMany() && changed(each, entity) ? state[each.index()] : null;
            Object @Nullable [] content = collection == null ? null : content(each);
            if (collection != null && content != null) {
                each.refill(collection, content);
            } else if (collection instanceof DeferredCollection deferred && deferred.isWaiting()) {
                deferred.unload();
            }
        }
    }
}
