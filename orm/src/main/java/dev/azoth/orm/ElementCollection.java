package dev.azoth.orm;

import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of values of an entity in a statement.
 *
 * <pre>{@code
 * Element<String> tag = user.tags.as("tag");
 * select(user).where(user.tags.any(tag, tag.value().startsWith("s")));
 * select(user.name, tag.value()).from(user).join(tag, user.tags.on(tag));
 * }</pre>
 *
 * @param <E> the entity's class
 * @param <T> the class of the values
 */
public final class ElementCollection<E, T> implements Loadable<E, T> {
    private final EntityPath<E> owner;
    private final ElementsMapping mapping;

    ElementCollection(EntityPath<E> owner, ElementsMapping mapping) {
        this.owner = owner;
        this.mapping = mapping;
    }

    @Override
    public EntityPath<E> owner() {
        return owner;
    }

    @Override
    public String name() {
        return mapping.name();
    }

    /** An element, to be joined or asked for under this name. */
    public Element<T> as(String alias) {
        return new Element<>(mapping, mapping.table().as(alias));
    }

    /** The condition under which an element belongs to a row of the entity. */
    public Condition on(Element<T> element) {
        List<Condition> equal = new ArrayList<>();
        List<Column<?>> key = mapping.owner().key();
        for (int i = 0; i < key.size(); i++) {
            equal.add(equal(element.here(mapping.ownerColumns().get(i)), owner.here(key.get(i))));
        }
        return Sql.allOf(equal);
    }

    @SuppressWarnings("unchecked") // the columns with the owner's key have the types of the key
    private static <V> Condition equal(ColumnReference<V> left, ColumnReference<?> right) {
        return left.eq((ColumnReference<V>) right);
    }

    /** Whether one of the elements meets the conditions; in them it is called {@code element}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition any(Element<T> element, Expression<Boolean>... conditions) {
        List<Expression<Boolean>> all = new ArrayList<>(List.of(on(element)));
        all.addAll(Arrays.asList(conditions));
        return Sql.exists(Sql.select(Sql.literal(1)).from(element).where(Sql.allOf(all)));
    }

    /** Whether there is any element. */
    public Condition any() {
        return any(as("element_" + name()));
    }

    /** Whether a value is among the elements. */
    public Condition contains(T value) {
        Element<T> element = as("element_" + name());
        @Nullable Object[] values = mapping.values(value);
        List<Condition> same = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            same.add(same(element.here(mapping.elementColumns().get(i)), values[i]));
        }
        return any(element, Sql.allOf(same));
    }

    @SuppressWarnings("unchecked") // the values of an element have the classes of its columns
    private static <V> Condition same(ColumnReference<V> column, @Nullable Object value) {
        return value == null ? column.isNull() : column.eq((V) value);
    }

    @Override
    public String toString() {
        return mapping.toString();
    }
}
