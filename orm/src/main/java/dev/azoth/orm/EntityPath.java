package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Composite;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Source;
import dev.azoth.sql.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entity in a statement: what is selected, read from and joined.
 *
 * <p>The annotation processor writes a subclass for each entity, with a field for each attribute; {@link Entities#path} gives the same without
 * it, its attributes asked for by name. A path is immutable and may be used by any number of threads. Two paths are equal when they are of the same
 * class and stand for the same thing in FROM.
 *
 * @param <E> the entity's class
 */
public class EntityPath<E> implements Composite<E>, Source {
    private final EntityMapping<E> mapping;
    private final FromItem from;

    /**
     * The entity's own table.
     *
     * @throws dev.azoth.MappingException if the class cannot be mapped
     */
    protected EntityPath(Class<E> entity) {
        this.mapping = EntityMapping.of(entity);
        this.from = mapping.source().from();
    }

    /** The entity read from something else, which has the columns of its table. */
    protected EntityPath(EntityPath<E> original, NamedFrom from) {
        this.mapping = original.mapping;
        this.from = from;
    }

    /** The entity's class. */
    @Override
    public final Class<E> javaType() {
        return mapping.javaType();
    }

    /** Its name in a row: its alias, else that of the class with a small first letter. */
    @Override
    public final String compositeName() {
        return from instanceof NamedFrom named && !named.name().isEmpty()
                ? named.name()
                : mapping.name().substring(0, 1).toLowerCase(Locale.ROOT)
                        + mapping.name().substring(1);
    }

    /** The table, for statements of Core that insert into it, update it or delete from it. */
    public final Table table() {
        return mapping.table();
    }

    /** The entity under another name, as a join with itself needs it. */
    public EntityPath<E> as(String alias) {
        return from(named(alias));
    }

    /** What the entity is read from, under another name. */
    protected final NamedFrom named(String alias) {
        return mapping.source().from(alias);
    }

    /** The entity read from an alias, a subquery or a common table expression that has the columns of its table. */
    @Override
    public EntityPath<E> from(NamedFrom source) {
        return new EntityPath<>(this, source);
    }

    @Override
    public final FromItem fromItem() {
        return from;
    }

    @Override
    public final List<? extends Expression<?>> expressions() {
        List<ColumnReference<?>> columns = new ArrayList<>();
        mapping.eagerColumns().forEach(each -> columns.add(here(each)));
        return columns;
    }

    /**
     * A column of this entity by the name of its attribute.
     *
     * @param type the class of the attribute, boxed; what is inside a {@code Lazy}
     * @throws InvalidRequestException if there is no such attribute, or of another class
     */
    public final <T> ColumnReference<T> column(String attribute, Class<T> type) {
        ColumnReference<T> found = attribute(attribute);
        if (found.type().javaType() != type) {
            throw new InvalidRequestException(mapping.name() + "." + attribute + " is of "
                    + found.type().javaType().getName() + ", not " + type.getName());
        }
        return found;
    }

    /** A column by the name of its attribute, for code that knows its class. */
    @SuppressWarnings("unchecked") // the caller knows the attribute's class
    protected final <T> ColumnReference<T> attribute(String attribute) {
        AttributeMapping found = mapping.attribute(attribute);
        if (found instanceof ColumnAttribute column) {
            return (ColumnReference<T>) here(column.column());
        }
        throw new InvalidRequestException(found + " is a relationship, not a column");
    }

    /**
     * A relationship of this entity to one object.
     *
     * @throws InvalidRequestException if there is none of that name, or not to one object of that class
     */
    public final <T> ToOne<E, T> toOne(String attribute, Class<T> target) {
        return new ToOne<>(this, relationship(attribute, target, false));
    }

    /**
     * A relationship of this entity to many objects.
     *
     * @throws InvalidRequestException if there is none of that name, or not to many objects of that class
     */
    public final <T> ToMany<E, T> toMany(String attribute, Class<T> target) {
        return new ToMany<>(this, relationship(attribute, target, true));
    }

    private RelationshipMapping relationship(String attribute, Class<?> target, boolean toMany) {
        RelationshipMapping found = mapping.relationship(attribute);
        if (found.isToMany() != toMany) {
            throw new InvalidRequestException(
                    found + " leads to " + (toMany ? "one object, not many" : "many objects, not one"));
        }
        if (!found.targetClass().equals(target.getName())) {
            throw new InvalidRequestException(found + " leads to " + found.targetClass() + ", not " + target.getName());
        }
        return found;
    }

    /** A column of the table, here. */
    final <T> ColumnReference<T> here(Column<T> column) {
        return from instanceof NamedFrom named ? named.get(column) : column;
    }

    @Override
    public final void describe(Structure out) {
        out.value(javaType()).node(from).nodes(expressions());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof EntityPath<?> path && path.mapping == mapping && path.from.equals(from);
    }

    @Override
    public final int hashCode() {
        return 31 * mapping.hashCode() + from.hashCode();
    }

    @Override
    public String toString() {
        return mapping.name() + (from instanceof NamedFrom named ? " as " + named.name() : "");
    }
}
