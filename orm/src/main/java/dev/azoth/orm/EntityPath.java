package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.SourceColumns;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Composite;
import dev.azoth.sql.DerivedColumn;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Node;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Source;
import dev.azoth.sql.Structure;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TextQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
public class EntityPath<E> implements Composite<E>, Source, Rewriter.Remade {
    private static final String MISSING = """
            %s cannot be read from %s, which lacks columns of it.
              missing   %s
              there     %s
              way out   select the entity there, or give a column its name: old.nr.as("id")""";

    private final EntityMapping<E> mapping;
    private final FromItem from;
    private final @Nullable EntityPath<E> original;
    private final @Nullable SourceColumns columns;

    /**
     * The entity's own table.
     *
     * @throws dev.azoth.MappingException if the class cannot be mapped
     */
    protected EntityPath(Class<E> entity) {
        this.mapping = EntityMapping.of(entity);
        this.from = mapping.source().from();
        this.original = null;
        this.columns = null;
    }

    /** The entity read from something else, which has its columns. */
    protected EntityPath(EntityPath<E> original, NamedFrom from) {
        this.mapping = original.mapping;
        this.from = from;
        this.original = original;
        this.columns = mapping.source().isOwn(from) ? null : SourceColumns.of(from);
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
        return columns == null || !(from instanceof NamedFrom other)
                ? mapping.source().from(alias)
                : other.as(alias);
    }

    /**
     * The entity read from something else: {@code user.from(select(user).where(…).subquery("some"))}. What is selected there for a column of this entity
     * is that column; so is what has its name as a label, and what is known by names only, as the columns of text, values and functions are.
     *
     * <p>The objects are this entity's, for the rows of those keys: what is changed in them is written to its table.
     */
    @Override
    public EntityPath<E> from(NamedFrom source) {
        return new EntityPath<>(this, source);
    }

    @Override
    public final FromItem fromItem() {
        return from;
    }

    @Override
    public final NamedTable changedTable() {
        if (from.equals(mapping.source().from())) {
            return mapping.source().changed();
        }
        throw new InvalidRequestException(
                "rows of " + this + " cannot be changed, which is another name or a query: name the entity itself");
    }

    @Override
    public final List<? extends Expression<?>> expressions() {
        List<Expression<?>> read = new ArrayList<>();
        mapping.eagerColumns().forEach(each -> read.add(expression(each)));
        return read;
    }

    /**
     * A text as a subquery that has the columns of this entity, by their names: {@code user.from(user.rows(text("SELECT * FROM …"), "u"))}. It may
     * have others too. An order within the text need not be that of the whole.
     */
    public final Subquery rows(TextQuery<?> text, String alias) {
        if (text.isTyped()) {
            return text.subquery(alias);
        }
        TextQuery<?> typed = text;
        for (Column<?> each : stored()) {
            typed = typed.column(name(each), each.type());
        }
        return typed.subquery(alias);
    }

    private List<Column<?>> stored() {
        return mapping.eagerColumns().stream()
                .filter(each -> !mapping.source().isComputed(each))
                .toList();
    }

    private String name(Column<?> column) {
        return mapping.source().column(mapping.source().from(), column).name();
    }

    /**
     * A column of the entity's table, as it is here.
     *
     * @throws InvalidRequestException if what the entity is read from has no such column
     */
    public final <T> ColumnReference<T> column(Column<T> column) {
        return find(column)
                .orElseThrow(() -> new InvalidRequestException(MISSING.formatted(
                        mapping.name(),
                        this,
                        stored().stream()
                                .filter(each -> find(each).isEmpty())
                                .map(this::name)
                                .collect(Collectors.joining(", ")),
                        from.columns().stream().map(ColumnReference::name).collect(Collectors.joining(", ")))));
    }

    /** What a column of the entity is read from, as it is here: that column, or an expression. */
    public final Expression<?> expression(Column<?> column) {
        return mapping.source().isComputed(column) ? mapping.source().computed(this, column) : column(column);
    }

    private <T> Optional<ColumnReference<T>> find(Column<T> column) {
        if (columns == null || original == null) {
            return Optional.of(mapping.source().column(from, column));
        }
        ColumnReference<T> own = mapping.source().column(mapping.source().from(), column);
        List<ColumnReference<T>> inside = new ArrayList<>();
        original.find(column).ifPresent(inside::add);
        inside.add(own);
        return columns.find(inside, own.name());
    }

    /**
     * A column of this entity by the name of its attribute.
     *
     * @param type the class of the attribute, boxed; what is inside a {@code Lazy}
     * @throws InvalidRequestException if there is no such attribute, or of another class
     */
    public final <T> ColumnReference<T> column(String attribute, Class<T> type) {
        ColumnReference<T> found = attribute(attribute);
        checkClass(attribute, found, type);
        return found;
    }

    /**
     * What an attribute of this entity is read from, by its name: a column, or an expression of SQL.
     *
     * @param type the class of the attribute, boxed; what is inside a {@code Lazy}
     * @throws InvalidRequestException if there is no such attribute, or of another class
     */
    public final <T> Expression<T> expression(String attribute, Class<T> type) {
        Expression<T> found = expression(attribute);
        checkClass(attribute, found, type);
        return found;
    }

    /** The same for code that knows the attribute's class. */
    @SuppressWarnings("unchecked") // the caller knows the attribute's class
    protected final <T> Expression<T> expression(String attribute) {
        if (mapping.attribute(attribute) instanceof ColumnAttribute column) {
            return column.isComputed()
                    ? (Expression<T>) mapping.source().computed(this, column.column())
                    : (Expression<T>) here(column.column());
        }
        throw new InvalidRequestException(mapping.attribute(attribute) + " is a relationship, not a column");
    }

    /**
     * An attribute that each query gives an expression.
     *
     * @throws InvalidRequestException if there is no such attribute, or of another class
     */
    public final <T> QueryAttribute<E, T> queryAttribute(String attribute, Class<T> type) {
        checkClass(attribute, expression(attribute), type);
        return queryAttribute(attribute);
    }

    /** The same for code that knows the attribute's class. */
    protected final <T> QueryAttribute<E, T> queryAttribute(String attribute) {
        if (mapping.attribute(attribute) instanceof ColumnAttribute column && column.isOfQuery()) {
            return new QueryAttribute<>(this, column);
        }
        throw new InvalidRequestException(
                mapping.attribute(attribute) + " is not left to queries: it is not annotated with @QueryExpression");
    }

    private void checkClass(String attribute, Expression<?> found, Class<?> type) {
        if (found.type().javaType() != type) {
            throw new InvalidRequestException(mapping.name() + "." + attribute + " is of "
                    + found.type().javaType().getName() + ", not " + type.getName());
        }
    }

    /** A column by the name of its attribute, for code that knows its class. */
    @SuppressWarnings("unchecked") // the caller knows the attribute's class
    protected final <T> ColumnReference<T> attribute(String attribute) {
        AttributeMapping found = mapping.attribute(attribute);
        if (found instanceof ColumnAttribute column) {
            if (column.isComputed()) {
                throw new InvalidRequestException(
                        found + " is an expression, not a column: ask for it with expression(…)");
            }
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
        return new ToOne<>(this, relationship(attribute, target, false), target);
    }

    /**
     * A relationship of this entity to many objects.
     *
     * @throws InvalidRequestException if there is none of that name, or not to many objects of that class
     */
    public final <T> ToMany<E, T> toMany(String attribute, Class<T> target) {
        return new ToMany<>(this, relationship(attribute, target, true), target);
    }

    /**
     * A collection of values of this entity.
     *
     * @param type the class of the values, boxed
     * @throws InvalidRequestException if there is none of that name, or of another class
     */
    public final <T> ElementCollection<E, T> elements(String attribute, Class<T> type) {
        if (!(mapping.attribute(attribute) instanceof ElementsMapping found)) {
            throw new InvalidRequestException(mapping.attribute(attribute) + " is no collection of values");
        }
        if (!found.elementClass().equals(type.getName())) {
            throw new InvalidRequestException(
                    found + " has values of " + found.elementClass() + ", not " + type.getName());
        }
        return new ElementCollection<>(this, found);
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

    /** The same for one that need not be there until somebody reads it: as one that is loaded later is not in a query of the entity. */
    final <T> ColumnReference<T> here(Column<T> column) {
        return find(column).orElseGet(() -> new DerivedColumn<>(from, name(column), column.type()));
    }

    @Override
    public final Node remade(UnaryOperator<Node> part) {
        Node made = part.apply(from);
        return made.equals(from) ? this : new EntityPath<>(this, (NamedFrom) made);
    }

    @Override
    public final void describe(Structure out) {
        out.value(javaType()).node(from).nodes(expressions());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof EntityPath<?> path
                && path.mapping == mapping
                && path.from.equals(from)
                && (columns == null || Objects.equals(original, path.original));
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
