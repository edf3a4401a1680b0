package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.CustomJoin;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A relationship of an entity in a statement: for join conditions, and for {@link Loading} options.
 *
 * @param <E> the entity's class
 * @param <T> the class at the other end
 */
public abstract sealed class Relationship<E, T> implements Loadable<E, T> permits ToOne, ToMany {
    private final EntityPath<E> owner;
    private final RelationshipMapping mapping;
    private final Class<?> targetType;

    Relationship(EntityPath<E> owner, RelationshipMapping mapping, Class<?> targetType) {
        this.owner = owner;
        this.mapping = mapping;
        this.targetType = targetType;
    }

    @Override
    public final EntityPath<E> owner() {
        return owner;
    }

    @Override
    public final String name() {
        return mapping.name();
    }

    /** The other end, under the name of its own table. */
    @SuppressWarnings("unchecked") // the path was made with the class of the target
    public final EntityPath<T> target() {
        return new EntityPath<>((Class<T>) targetType);
    }

    /**
     * The condition under which a row of the other end belongs to a row of this one: {@code select(user).join(address,
     * user.addresses.on(address))}.
     *
     * <p>With a table of pairs between, this is an EXISTS over it: right wherever a condition may stand.
     */
    public final Condition on(EntityPath<T> target) {
        if (mapping.condition().isPresent()) {
            return mapping.condition().get().between(owner, target);
        }
        Optional<JoinTable> between = mapping.joinTable();
        if (between.isEmpty()) {
            return pairs(local(), remote(target));
        }
        NamedFrom pairs = between.get().table().as("pair_" + name());
        return Sql.exists(Sql.select(Sql.literal(1))
                .from(pairs)
                .where(pairs(columns(pairs, between.get().ownerColumns()), local()))
                .where(pairs(columns(pairs, between.get().targetColumns()), remote(target))));
    }

    /** Whether there is a row at the other end, there called {@code target}, that meets the conditions. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    final Condition exists(EntityPath<T> target, Expression<Boolean>... conditions) {
        List<Expression<Boolean>> all = new ArrayList<>(List.of(on(target)));
        all.addAll(Arrays.asList(conditions));
        return Sql.exists(Sql.select(Sql.literal(1)).from(target).where(Sql.allOf(all)));
    }

    /**
     * Whether a row of the other end is what an object leads to: {@code select(address).where(user.addresses.withParent(sandy))}.
     *
     * @throws InvalidRequestException if the object has no key yet: flush it first
     */
    public final Condition withParent(E parent) {
        return withParent(parent, target());
    }

    /** The same for a row of the other end under another name. */
    public final Condition withParent(E parent, EntityPath<T> target) {
        if (mapping instanceof ToOneMapping toOne && toOne.isOwning()) {
            return KeyValues.of(remote(target), List.of(Arrays.asList(toOne.foreignKey(parent))));
        }
        List<List<?>> keys = keys(owner.javaType(), List.of(parent));
        Optional<CustomJoin> custom = mapping.condition();
        if (custom.isPresent()) {
            EntityPath<?> parents =
                    new EntityPath<>(owner.javaType()).from(custom.get().owners());
            return Sql.exists(Sql.select(Sql.literal(1))
                    .from(parents)
                    .where(KeyValues.of(columns(parents, mapping.localColumns()), keys))
                    .where(custom.get().between(parents, target)));
        }
        Optional<JoinTable> between = mapping.joinTable();
        if (between.isEmpty()) {
            return KeyValues.of(remote(target), keys);
        }
        NamedFrom pairs = between.get().table().as("pair_" + name());
        return Sql.exists(Sql.select(Sql.literal(1))
                .from(pairs)
                .where(pairs(columns(pairs, between.get().targetColumns()), remote(target)))
                .where(KeyValues.of(columns(pairs, between.get().ownerColumns()), keys)));
    }

    /** Whether one of some objects is at the other end. */
    final Condition leadsTo(Collection<? extends T> objects) {
        List<List<?>> keys = keys(mapping.target().javaType(), objects);
        if (mapping instanceof ToOneMapping toOne && toOne.isOwning()) {
            return KeyValues.of(local(), keys);
        }
        Optional<JoinTable> between = mapping.joinTable();
        if (between.isPresent()) {
            NamedFrom pairs = between.get().table().as("pair_" + name());
            return Sql.exists(Sql.select(Sql.literal(1))
                    .from(pairs)
                    .where(pairs(columns(pairs, between.get().ownerColumns()), local()))
                    .where(KeyValues.of(columns(pairs, between.get().targetColumns()), keys)));
        }
        EntityPath<T> target = target().as("some_" + name().replace('.', '_'));
        List<ColumnReference<?>> key = columns(target, mapping.target().key());
        return exists(target, KeyValues.of(key, keys));
    }

    private static List<List<?>> keys(Class<?> entity, Collection<?> objects) {
        EntityMapping<?> end = EntityMapping.of(entity);
        List<List<?>> keys = new ArrayList<>();
        for (Object each : objects) {
            keys.add(EntityMapping.of(each.getClass())
                    .keyOf(each)
                    .orElseThrow(() -> new InvalidRequestException(
                            "a " + end.name() + " without a key is in no row to look for: flush it first"))
                    .values());
        }
        return keys;
    }

    final RelationshipMapping mapping() {
        return mapping;
    }

    final List<ColumnReference<?>> local() {
        return columns(owner, mapping.localColumns());
    }

    private List<ColumnReference<?>> remote(EntityPath<T> target) {
        return columns(target, mapping.remoteColumns());
    }

    private static List<ColumnReference<?>> columns(EntityPath<?> path, List<Column<?>> columns) {
        List<ColumnReference<?>> here = new ArrayList<>();
        columns.forEach(each -> here.add(path.here(each)));
        return here;
    }

    private static List<ColumnReference<?>> columns(NamedFrom from, List<Column<?>> columns) {
        List<ColumnReference<?>> here = new ArrayList<>();
        columns.forEach(each -> here.add(from.get(each)));
        return here;
    }

    private static Condition pairs(List<ColumnReference<?>> left, List<ColumnReference<?>> right) {
        List<Condition> equal = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            equal.add(equal(left.get(i), right.get(i)));
        }
        return Sql.allOf(equal);
    }

    @SuppressWarnings("unchecked") // a foreign key's columns have the types of those that they refer to
    private static <V> Condition equal(ColumnReference<V> left, ColumnReference<?> right) {
        return left.eq((ColumnReference<V>) right);
    }

    @Override
    public String toString() {
        return mapping.toString();
    }
}
