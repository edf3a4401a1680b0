package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.loading.IdentitySet;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.sql.ColumnReference;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the objects of an association stand for: the value of one of their attributes, or the object that this leads to. */
final class AssociationTarget<A, V> {
    private final AttributeMapping attribute;

    private AssociationTarget(AttributeMapping attribute) {
        this.attribute = attribute;
    }

    static <A, T> AssociationTarget<A, T> of(ToOne<A, T> relationship) {
        return new AssociationTarget<>(relationship.mapping());
    }

    static <A, V> AssociationTarget<A, V> of(EntityPath<A> association, ColumnReference<V> column) {
        EntityMapping<A> mapping = EntityMapping.of(association.javaType());
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute own
                    && !own.isComputed()
                    && association.column(own.column()).equals(column)) {
                return new AssociationTarget<>(own);
            }
        }
        throw new InvalidRequestException(
                column + " is no attribute of " + mapping.name() + ", to which the relationship leads");
    }

    private boolean isEntity() {
        return !(attribute instanceof ColumnAttribute);
    }

    /** What an object stands for. */
    @SuppressWarnings("unchecked") // the attribute was given with the class of its values
    @Nullable
    V get(A object) {
        Object held = attribute.get(object);
        return (V) (attribute.isLazy() && held instanceof Lazy<?> lazy ? lazy.get() : held);
    }

    /** Has an object stand for something else. */
    void set(A object, @Nullable V value) {
        attribute.set(object, attribute.isLazy() ? Lazy.ofNullable(value) : value);
    }

    boolean same(@Nullable Object left, @Nullable Object right) {
        return left == right || (!isEntity() && Objects.equals(left, right));
    }

    int hash(@Nullable Object value) {
        return isEntity() ? System.identityHashCode(value) : Objects.hashCode(value);
    }

    /** Some values, to be asked whether they contain one. */
    Set<Object> lookup(Collection<?> some) {
        return isEntity() ? IdentitySet.of(some) : new HashSet<>(some);
    }

    /** Objects by what they stand for, in their order. */
    Map<@Nullable Object, Deque<A>> byValue(Collection<A> objects) {
        Map<@Nullable Object, Deque<A>> byValue = isEntity() ? new IdentityHashMap<>() : new HashMap<>();
        objects.forEach(each ->
                byValue.computeIfAbsent(get(each), value -> new ArrayDeque<>()).add(each));
        return byValue;
    }

    static <V> V checked(@Nullable V value) {
        return Objects.requireNonNull(value, "an association proxy takes no null: nothing is associated with it");
    }

    /** The column, under another name of the association. */
    @SuppressWarnings("unchecked") // the attribute was given with the class of its values
    ColumnReference<V> column(EntityPath<A> association) {
        return (ColumnReference<V>) association.here(((ColumnAttribute) attribute).column());
    }

    /** The relationship, under another name of the association. */
    ToOne<A, V> toOne(EntityPath<A> association, Class<V> target) {
        return association.toOne(attribute.name(), target);
    }
}
