package dev.azoth.orm.mapping;

import dev.azoth.DataException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.orm.Entities;
import dev.azoth.orm.mapping.model.HierarchyModel;
import dev.azoth.orm.mapping.model.HierarchyModel.Strategy;
import dev.azoth.schema.Column;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entity among those that it extends and that extend it. Its rows, and those of the entities below it, are read from one query that
 * has the columns of all of them; a column tells of which entity a row is.
 */
public final class Hierarchy {
    private final EntityMapping<?> mapping;
    private final HierarchyModel model;
    private final Column<?> discriminator;
    private final boolean computed;
    private final List<Optional<Object>> values;
    private volatile @Nullable List<EntityMapping<?>> below; // they ask for this one when they are mapped

    Hierarchy(EntityMapping<?> mapping, HierarchyModel model) {
        this.mapping = mapping;
        this.model = model;
        this.discriminator = model.position() == 0
                ? mapping.columns().stream()
                        .filter(each -> each.name().equals(model.discriminator()))
                        .findFirst()
                        .orElseThrow()
                : root().hierarchy().orElseThrow().discriminator();
        this.computed = root().isComputed(discriminator);
        this.values = model.members().stream()
                .map(each -> each.value().map(text -> value(discriminator.type().javaType(), text)))
                .toList();
    }

    static Column<?> discriminator(HierarchyModel model, Class<?> javaType) {
        return Column.of(model.discriminator(), SqlTypes.of(model.type(), javaType))
                .notNull();
    }

    private static Object value(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        } else if (type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == Long.class) {
            return Long.valueOf(text);
        } else if (type == Short.class) {
            return Short.valueOf(text);
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** The entity that all others extend. */
    public EntityMapping<?> root() {
        return model.position() == 0 ? mapping : at(0);
    }

    /** The column that tells of which entity a row is: of the first table, of an expression, or, where each class has a table of its own, of the query of all. */
    public Column<?> discriminator() {
        return discriminator;
    }

    /** What that column is in rows of this very entity; empty for an abstract class. */
    public Optional<Object> value() {
        return values.get(model.position());
    }

    /** The entities that extend this one, each after the one that it extends. */
    public List<EntityMapping<?>> below() {
        List<EntityMapping<?>> found = below;
        if (found == null) {
            found = List.copyOf(findBelow());
            below = found;
        }
        return found;
    }

    private List<EntityMapping<?>> findBelow() {
        List<EntityMapping<?>> found = new ArrayList<>();
        for (int i = model.position() + 1; i < model.members().size(); i++) {
            if (model.isBelow(i)) {
                found.add(at(i));
            }
        }
        return found;
    }

    /** All entities that extend one another. */
    public List<EntityMapping<?>> all() {
        List<EntityMapping<?>> all = new ArrayList<>();
        for (int i = 0; i < model.members().size(); i++) {
            all.add(i == model.position() ? mapping : at(i));
        }
        return all;
    }

    /**
     * The entity of a row, which is this one or below it.
     *
     * @param value what the discriminator is in the row
     * @throws DataException if no such entity has it
     */
    public EntityMapping<?> of(@Nullable Object value) {
        for (int i = model.position(); i < model.members().size(); i++) {
            if (model.isBelow(i)
                    && values.get(i).filter(each -> each.equals(value)).isPresent()) {
                return i == model.position() ? mapping : at(i);
            }
        }
        String message = "a row of " + root().table() + " has " + (value == null ? "NULL" : "\"" + value + "\"")
                + " in its column " + model.discriminator() + ", which is no " + mapping.name() + ": the values are "
                + withRows().stream()
                        .map(each -> String.valueOf(
                                each.hierarchy().flatMap(Hierarchy::value).orElseThrow()))
                        .toList()
                + ". Correct the row, or map a class with that @DiscriminatorValue";
        throw new DataException(ErrorFields.of(ErrorKind.DATA, message), null, null);
    }

    private EntityMapping<?> at(int position) {
        return EntityMapping.of(ClassNames.load(model.members().get(position).className(), mapping.javaType()));
    }

    /** Whether what an entity adds is in a table of its own. */
    public boolean isJoined() {
        return model.strategy() == Strategy.JOINED;
    }

    /** Whether the rows of the entity, and of those below it, are in tables which have nothing in common but the key. */
    public boolean isSpread() {
        return model.strategy() == Strategy.TABLE_PER_CLASS && !below().isEmpty();
    }

    /** Where the rows are. */
    Strategy strategy() {
        return model.strategy();
    }

    /** Whether the discriminator is a column of a table, and no expression. */
    public boolean isStored() {
        return model.strategy() != Strategy.TABLE_PER_CLASS && !computed;
    }

    EntityMapping<?> mapping() {
        return mapping;
    }

    /** The entity and those below it that have rows of their own. */
    List<EntityMapping<?>> withRows() {
        List<EntityMapping<?>> found = new ArrayList<>(List.of(mapping));
        found.addAll(below());
        found.removeIf(each -> each.hierarchy().flatMap(Hierarchy::value).isEmpty());
        return found;
    }

    /** Whether the entity's table has rows of it, and of those below it, only, and all of their columns. */
    boolean isTable() {
        return switch (model.strategy()) {
            case SINGLE_TABLE -> model.position() == 0;
            case JOINED -> model.position() == 0 && below().isEmpty();
            case TABLE_PER_CLASS -> below().isEmpty();
        };
    }

    /** What the discriminator is in rows of an entity, written into the text, since it is part of what the entity is. */
    Expression<?> valueOf(EntityMapping<?> entity) {
        return literal(
                discriminator, entity.hierarchy().flatMap(Hierarchy::value).orElseThrow());
    }

    /** The condition that a row of the table that all share is one of this entity, or of one below; empty where each has a table. */
    Optional<Condition> discriminating() {
        return model.strategy() == Strategy.SINGLE_TABLE ? Optional.of(isOfThese()) : Optional.empty();
    }

    Condition isOfThese() {
        Expression<?> told =
                computed ? root().source().computed(Entities.path(root().javaType()), discriminator) : discriminator;
        List<Condition> each = new ArrayList<>();
        withRows().forEach(entity -> each.add(equal(told, valueOf(entity))));
        return Sql.anyOf(each);
    }

    private static <T> Literal<T> literal(Column<T> column, Object value) {
        return new Literal<>(column.type(), column.type().javaType().cast(value));
    }

    @SuppressWarnings("unchecked") // the literal is of the column's type
    private static <T> Condition equal(Expression<T> told, Expression<?> value) {
        return told.eq((Expression<T>) value);
    }
}
