package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.orm.mapping.model.Cascade;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.schema.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A relationship as the unit of work sees it: the objects at its other end, as far as they are in memory, whatever holds them. */
final class Link implements Member {
    private static final Object[] NONE = {};

    private final RelationshipMapping attribute;
    private final Set<Cascade> cascades;
    private final @Nullable JoinTable pairs;
    private final Optional<RelationshipMapping> inverse;
    private final Optional<Column<?>> place;

    Link(RelationshipMapping attribute) {
        this.attribute = attribute;
        this.cascades = attribute.cascades();
        this.pairs = attribute.joinTable().orElse(null);
        this.inverse = attribute.inverse();
        this.place =
                attribute instanceof ToManyMapping toMany && toMany.isIndexed() ? toMany.place() : Optional.empty();
    }

    @Override
    public RelationshipMapping attribute() {
        return attribute;
    }

    @Override
    public int index() {
        return attribute.index();
    }

    @Override
    public boolean isToMany() {
        return attribute instanceof ToManyMapping;
    }

    /** Whether its own table has the foreign key. */
    boolean hasForeignKey() {
        return attribute instanceof ToOneMapping && attribute.isOwning();
    }

    /** The table of pairs by which it is connected; null for foreign keys. */
    @Nullable
    JoinTable pairs() {
        return pairs;
    }

    boolean cascades(Cascade cascade) {
        return cascades.contains(cascade) || (cascade == Cascade.DELETE && attribute.isOrphanRemoval());
    }

    boolean removesOrphans() {
        return attribute.isOrphanRemoval();
    }

    /** The attribute at the other end. */
    Optional<RelationshipMapping> inverse() {
        return inverse;
    }

    /** The objects at the other end, or null when they are not in memory. */
    Object @Nullable [] members(@Nullable Object held) {
        if (held == null) {
            return NONE;
        }
        if (held instanceof Lazy<?> lazy) {
            if (!lazy.isLoaded()) {
                return null;
            }
            Object value = lazy.get();
            return value == null ? NONE : new Object[] {value};
        }
        if (attribute instanceof ToOneMapping) {
            return new Object[] {held};
        }
        if (held instanceof DeferredCollection deferred && !deferred.isLoaded()) {
            return null;
        }
        if (held instanceof WriteOnlyElements<?> waiting) {
            return waiting.added().toArray();
        }
        return elements(held instanceof Map<?, ?> map ? map.values() : (Collection<?>) held);
    }

    /** The objects at the other end that are in memory: of a collection that is not loaded those that were added to it. */
    Object @Nullable [] known(@Nullable Object held) {
        Object[] members = members(held);
        return members == null && held instanceof DeferredCollection deferred
                ? deferred.added().toArray()
                : members;
    }

    /** Whether it is never loaded. */
    boolean isWriteOnly() {
        return attribute instanceof ToManyMapping toMany && toMany.isWriteOnly();
    }

    /** Whether it is a foreign key to an object that has a list of these, and keeps their places. */
    boolean isListed() {
        return attribute instanceof ToOneMapping toOne
                && toOne.place().isPresent()
                && inverse.filter(ToManyMapping.class::isInstance)
                        .map(ToManyMapping.class::cast)
                        .filter(each -> each.isIndexed() && each.collection() == CollectionKind.LIST)
                        .isPresent();
    }

    /** Whether it is a map. */
    boolean isMap() {
        return attribute instanceof ToManyMapping toMany && toMany.collection() == CollectionKind.MAP;
    }

    /** Whether it is a map whose keys are an attribute of the objects in it. */
    boolean isKeyedByAttribute() {
        return attribute instanceof ToManyMapping toMany && toMany.isKeyedByAttribute();
    }

    /** The owner of a collection that is never loaded has a row: what is in that is written. */
    void written(Object owner) {
        if (attribute.get(owner) instanceof WriteOnlyElements<?> waiting) {
            waiting.written(owner, (ToManyMapping) attribute);
        } else {
            attribute.set(owner, new WriteOnlyElements<>(owner, (ToManyMapping) attribute));
        }
    }

    /** The column that has the place of each object in the collection. */
    Optional<Column<?>> place() {
        return place;
    }

    @Override
    public Object @Nullable [] content(@Nullable Object held) {
        Object[] members = members(held);
        if (members == null || !(held instanceof Map<?, ?> map)) {
            return members;
        }
        List<Placed> placed = new ArrayList<>(members.length);
        map.forEach((key, value) -> placed.add(new Placed(key, value)));
        return placed.toArray();
    }

    /** The objects of a content. */
    static Object @Nullable [] objects(Object @Nullable [] content) {
        Object[] objects = content;
        for (int i = 0; content != null && i < content.length; i++) {
            if (content[i] instanceof Placed placed) {
                objects = objects == content ? content.clone() : objects;
                Objects.requireNonNull(objects)[i] = placed.object();
            }
        }
        return objects;
    }

    /** Adds an object to a collection: to a map under the key that the object has itself, where that is one of its attributes. */
    @SuppressWarnings("unchecked") // the object is of the class at the other end
    void add(Object collection, Object object) {
        if (collection instanceof WriteOnlyElements) {
            ((WriteOnlyElements<Object>) collection).add(object);
        } else if (!(collection instanceof Map)) {
            ((Collection<Object>) collection).add(object);
        } else if (isKeyedByAttribute()) {
            ((Map<@Nullable Object, Object>) collection).put(((ToManyMapping) attribute).keyOf(object), object);
        } // else only the map itself knows keys
    }

    /** Takes an object out of a collection. */
    @SuppressWarnings("unchecked") // the object is of the class at the other end
    static void remove(Object collection, Object object) {
        if (collection instanceof WriteOnlyElements) {
            ((WriteOnlyElements<Object>) collection).remove(object);
            return;
        }
        Collection<?> objects = collection instanceof Map<?, ?> map ? map.values() : (Collection<?>) collection;
        objects.removeIf(each -> each == object);
    }

    @Override
    public boolean same(Object left, Object right) {
        return left == right || (left instanceof Placed one && right instanceof Placed other && one.same(other));
    }

    @Override
    @SuppressWarnings("unchecked") // it is given the elements that it had
    public void refill(Object collection, Object[] content) {
        if (collection instanceof WriteOnlyElements<?> waiting) {
            waiting.refill(List.of(content));
            return;
        }
        if (!(collection instanceof Map)) {
            ((Collection<Object>) collection).clear();
            ((Collection<Object>) collection).addAll(List.of(Objects.requireNonNull(objects(content))));
            return;
        }
        Map<@Nullable Object, Object> map = (Map<@Nullable Object, Object>) collection;
        map.clear();
        for (Object each : content) {
            if (((Placed) each).place() != null) {
                map.put(((Placed) each).place(), ((Placed) each).object());
            }
        }
    }

    private Object[] elements(Collection<?> held) {
        Object[] elements = held.toArray();
        for (Object each : elements) {
            if (each == null) {
                throw new InvalidRequestException(attribute + " has a null among its elements");
            }
        }
        return elements;
    }

    /** What a member of this relationship to one holds when it leads to an object, or to none. */
    @Nullable
    Object holding(@Nullable Object target) {
        return attribute.isLazy() ? Lazy.ofNullable(target) : target;
    }

    @Override
    public String toString() {
        return attribute.toString();
    }
}
