package dev.azoth.orm;

import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A relationship of an entity in a statement: for join conditions, and for {@link Loading} options.
 *
 * @param <E> the entity's class
 * @param <T> the class at the other end
 */
public abstract sealed class Relationship<E, T> permits ToOne, ToMany {
    private final EntityPath<E> owner;
    private final RelationshipMapping mapping;

    Relationship(EntityPath<E> owner, RelationshipMapping mapping) {
        this.owner = owner;
        this.mapping = mapping;
    }

    /** The entity that has it. */
    public final EntityPath<E> owner() {
        return owner;
    }

    /** The attribute's name. */
    public final String name() {
        return mapping.name();
    }

    /** The other end, under the name of its own table. */
    @SuppressWarnings("unchecked") // the path was made with the class of the target
    public final EntityPath<T> target() {
        return new EntityPath<>((Class<T>) mapping.target().javaType());
    }

    /**
     * The condition under which a row of the other end belongs to a row of this one: {@code select(user).join(address,
     * user.addresses.on(address))}.
     *
     * <p>With a table of pairs between, this is an EXISTS over it: right wherever a condition may stand.
     */
    public final Condition on(EntityPath<T> target) {
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
