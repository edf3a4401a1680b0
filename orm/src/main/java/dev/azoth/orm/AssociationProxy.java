package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the objects of a relationship, said once: of an object it is a collection of its own, in statements it is asked for.
 *
 * <pre>{@code
 * static final AssociationProxy<Order, List<Product>, AssociatedEntities<Product>> PRODUCTS =
 *         AssociationProxy.list(order.lines, line.product, OrderLine::new);
 *
 * PRODUCTS.of(order42).add(tea);                            // makes an OrderLine and adds it to order42.lines
 * select(order).where(PRODUCTS.on(order).contains(tea));
 * }</pre>
 *
 * <p>The collection is a view: it holds nothing, reads the relationship each time, and what is done to it is done there. Adding makes an object by the function and
 * adds that, taking out takes the object out, which {@code orphanRemoval} then deletes; setting a place of a list, or a key of a map, has the object that is there stand for
 * something else. It loads what reading the relationship would; to have it with the query: {@code selectinload(order.lines).selectinload(line.product)}. Entities are told
 * apart by identity, values by {@code equals}. Null is not taken.
 *
 * <p>Immutable, and for any number of threads; a view is for those of its object.
 *
 * @param <E> the class of the objects that have it
 * @param <C> what it is of an object: a list, a set, a map, or one value
 * @param <Q> what it is in a statement: {@link AssociatedEntities}, {@link AssociatedValues}, or an expression
 */
public final class AssociationProxy<E, C extends @Nullable Object, Q> {
    private final Function<? super E, ? extends C> view;
    private final BiConsumer<? super E, ? super C> change;
    private final Function<EntityPath<? extends E>, Q> path;

    private AssociationProxy(
            Function<? super E, ? extends C> view,
            BiConsumer<? super E, ? super C> change,
            Function<EntityPath<? extends E>, Q> path) {
        this.view = view;
        this.change = change;
        this.path = path;
    }

    /**
     * The entities that the objects of a list lead to.
     *
     * @param creator makes the object of an entity that is added
     */
    public static <E, A, T> AssociationProxy<E, List<T>, AssociatedEntities<T>> list(
            ToMany<E, A> association, ToOne<A, T> target, Function<? super T, ? extends A> creator) {
        return list(association, AssociationTarget.of(target), creator, entities(association, target));
    }

    /**
     * The values that the objects of a list have in a column.
     *
     * @param creator makes the object of a value that is added
     */
    public static <E, A, V> AssociationProxy<E, List<V>, AssociatedValues<V>> list(
            ToMany<E, A> association, ColumnReference<V> target, Function<? super V, ? extends A> creator) {
        AssociationTarget<A, V> column = AssociationTarget.of(association.target(), target);
        return list(association, column, creator, values(association, column));
    }

    /** The same as {@link #list(ToMany, ToOne, Function)} as a set, whose entities are there once; of a set or a list. */
    public static <E, A, T> AssociationProxy<E, Set<T>, AssociatedEntities<T>> set(
            ToMany<E, A> association, ToOne<A, T> target, Function<? super T, ? extends A> creator) {
        return set(association, AssociationTarget.of(target), creator, entities(association, target));
    }

    /** The same as {@link #list(ToMany, ColumnReference, Function)} as a set, whose values are there once; of a set or a list. */
    public static <E, A, V> AssociationProxy<E, Set<V>, AssociatedValues<V>> set(
            ToMany<E, A> association, ColumnReference<V> target, Function<? super V, ? extends A> creator) {
        AssociationTarget<A, V> column = AssociationTarget.of(association.target(), target);
        return set(association, column, creator, values(association, column));
    }

    /**
     * The entities that the objects of a map lead to, under the same keys.
     *
     * @param key     the class of the keys
     * @param creator makes the object of a key and an entity
     */
    public static <E, K, A, T> AssociationProxy<E, Map<K, T>, AssociatedEntities<T>> map(
            ToMany<E, A> association,
            Class<K> key,
            ToOne<A, T> target,
            BiFunction<? super K, ? super T, ? extends A> creator) {
        return map(association, key, AssociationTarget.of(target), creator, entities(association, target));
    }

    /**
     * The values that the objects of a map have in a column, under the same keys.
     *
     * @param key     the class of the keys
     * @param creator makes the object of a key and a value
     */
    public static <E, K, A, V> AssociationProxy<E, Map<K, V>, AssociatedValues<V>> map(
            ToMany<E, A> association,
            Class<K> key,
            ColumnReference<V> target,
            BiFunction<? super K, ? super V, ? extends A> creator) {
        AssociationTarget<A, V> column = AssociationTarget.of(association.target(), target);
        return map(association, key, column, creator, values(association, column));
    }

    /** The entity that the object of a relationship leads to; set, it makes that object if there is none. */
    public static <E, A, T> AssociationProxy<E, @Nullable T, AssociatedEntities<T>> one(
            ToOne<E, A> association, ToOne<A, T> target, Function<? super T, ? extends A> creator) {
        Class<T> type = target.target().javaType();
        AssociationTarget<A, T> end = AssociationTarget.of(target);
        return one(
                association,
                end,
                creator,
                entity -> AssociatedEntities.of(
                        entity.toOne(association.name(), association.target().javaType()), end, type));
    }

    /** The value that the object of a relationship has in a column, in a statement a subquery; set, it makes that object if there is none. */
    public static <E, A, V> AssociationProxy<E, @Nullable V, Expression<V>> one(
            ToOne<E, A> association, ColumnReference<V> target, Function<? super V, ? extends A> creator) {
        AssociationTarget<A, V> column = AssociationTarget.of(association.target(), target);
        EntityPath<A> through =
                association.target().as("through_" + association.name().replace('.', '_'));
        return one(
                association,
                column,
                creator,
                entity -> Sql.select(column.column(through))
                        .from(through)
                        .where(entity.toOne(association.name(), through.javaType())
                                .on(through))
                        .scalar());
    }

    // what it is of an object

    @SuppressWarnings("unchecked") // the kind of collection is compared
    private static <E, A, V, Q> AssociationProxy<E, List<V>, Q> list(
            ToMany<E, A> association,
            AssociationTarget<A, V> target,
            Function<? super V, ? extends A> creator,
            Function<EntityPath<? extends E>, Q> path) {
        ToManyMapping mapping = checked(association, CollectionKind.LIST);
        return new AssociationProxy<>(
                object -> new AssociationList<>(() -> (List<A>) held(mapping, object), target, creator),
                (object, values) -> replace((Collection<A>) held(mapping, object), target, creator, values),
                path);
    }

    @SuppressWarnings("unchecked") // the kind of collection is compared
    private static <E, A, V, Q> AssociationProxy<E, Set<V>, Q> set(
            ToMany<E, A> association,
            AssociationTarget<A, V> target,
            Function<? super V, ? extends A> creator,
            Function<EntityPath<? extends E>, Q> path) {
        ToManyMapping mapping = checked(association, CollectionKind.SET, CollectionKind.LIST);
        return new AssociationProxy<>(
                object -> new AssociationSet<>(() -> (Collection<A>) held(mapping, object), target, creator),
                (object, values) -> replace((Collection<A>) held(mapping, object), target, creator, values),
                path);
    }

    @SuppressWarnings("unchecked") // the kind of collection is compared
    private static <E, K, A, V, Q> AssociationProxy<E, Map<K, V>, Q> map(
            ToMany<E, A> association,
            Class<K> key,
            AssociationTarget<A, V> target,
            BiFunction<? super K, ? super V, ? extends A> creator,
            Function<EntityPath<? extends E>, Q> path) {
        ToManyMapping mapping = checked(association, CollectionKind.MAP);
        Class<?> keys = mapping.isKeyedByAttribute()
                ? mapping.mapKey().column().type().javaType()
                : mapping.place().orElseThrow().type().javaType();
        if (keys != key) {
            throw new InvalidRequestException(
                    association + " has keys of " + keys.getName() + ", not " + key.getName());
        }
        Function<E, Map<K, V>> view =
                object -> new AssociationMap<K, A, V>(() -> (Map<K, A>) held(mapping, object), target, creator);
        return new AssociationProxy<>(
                view,
                (object, values) -> {
                    Map<K, V> wanted = new LinkedHashMap<>(values);
                    Map<K, V> now = view.apply(object);
                    now.keySet().retainAll(wanted.keySet());
                    now.putAll(wanted);
                },
                path);
    }

    private static <E, A, V, Q> AssociationProxy<E, @Nullable V, Q> one(
            ToOne<E, A> association,
            AssociationTarget<A, V> target,
            Function<? super V, ? extends A> creator,
            Function<EntityPath<? extends E>, Q> path) {
        AssociationTarget<E, A> first = AssociationTarget.of(association);
        return new AssociationProxy<>(
                object -> {
                    A between = first.get(object);
                    return between == null ? null : target.get(between);
                },
                (object, value) -> {
                    A between = first.get(object);
                    if (between != null) {
                        target.set(between, value);
                    } else if (value != null) {
                        first.set(object, creator.apply(value));
                    }
                },
                path);
    }

    private static ToManyMapping checked(ToMany<?, ?> association, CollectionKind... kinds) {
        ToManyMapping mapping = (ToManyMapping) association.mapping();
        if (!Arrays.asList(kinds).contains(mapping.collection())) {
            throw new InvalidRequestException(association + " is no "
                    + (kinds[0] == CollectionKind.LIST
                            ? "List"
                            : kinds[0] == CollectionKind.MAP ? "Map" : "Set or List")
                    + ", as its association proxy would be");
        }
        return mapping;
    }

    private static Object held(RelationshipMapping mapping, Object object) {
        Object held = mapping.get(object);
        if (held == null) {
            throw new InvalidRequestException(mapping + " of an object is null: give it an empty collection");
        }
        return held;
    }

    /** Objects that are there and stand for something that stays go on to. */
    private static <A, V> void replace(
            Collection<A> objects,
            AssociationTarget<A, V> target,
            Function<? super V, ? extends A> creator,
            Collection<V> values) {
        Map<@Nullable Object, Deque<A>> before = target.byValue(objects);
        List<A> now = new ArrayList<>();
        for (V value : List.copyOf(values)) {
            Deque<A> there = before.get(value);
            now.add(there == null || there.isEmpty() ? creator.apply(value) : there.remove());
        }
        objects.clear();
        objects.addAll(now);
    }

    // what it is in a statement

    private static <E, A, T> Function<EntityPath<? extends E>, AssociatedEntities<T>> entities(
            ToMany<E, A> association, ToOne<A, T> target) {
        Class<T> type = target.target().javaType();
        AssociationTarget<A, T> end = AssociationTarget.of(target);
        return entity -> AssociatedEntities.of(
                entity.toMany(association.name(), association.target().javaType()), end, type);
    }

    private static <E, A, V> Function<EntityPath<? extends E>, AssociatedValues<V>> values(
            ToMany<E, A> association, AssociationTarget<A, V> target) {
        return entity -> AssociatedValues.of(
                entity.toMany(association.name(), association.target().javaType()), target);
    }

    /** What it is of an object: a view of what the relationship holds, or the one value, which may be null. */
    public C of(E object) {
        return view.apply(object);
    }

    /**
     * Replaces what it is of an object: objects whose value stays are kept, the others are taken out, and new ones are made. To one, null leaves the object between, which then
     * leads to nothing.
     */
    public void set(E object, C values) {
        change.accept(object, values);
    }

    /** What it is of an entity as it stands in a statement: itself, under another name, or one that extends it. */
    public Q on(EntityPath<? extends E> entity) {
        return path.apply(entity);
    }
}
