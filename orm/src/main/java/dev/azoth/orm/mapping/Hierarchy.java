package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.model.HierarchyModel;
import dev.azoth.orm.mapping.model.HierarchyModel.Strategy;
import dev.azoth.schema.Column;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.type.Types;
import java.util.ArrayList;
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
    private final Column<String> discriminator;
    private volatile @Nullable List<EntityMapping<?>> below; // they ask for this one when they are mapped

    Hierarchy(EntityMapping<?> mapping, HierarchyModel model) {
        this.mapping = mapping;
        this.model = model;
        this.discriminator = root().table().column(model.discriminator(), String.class);
    }

    static Column<String> discriminator(HierarchyModel model) {
        return Column.of(model.discriminator(), Types.VARCHAR(model.length())).notNull();
    }

    /** The entity that all others extend. */
    public EntityMapping<?> root() {
        return model.position() == 0 ? mapping : at(0);
    }

    /** The column of the first table that tells of which entity a row is. */
    public Column<String> discriminator() {
        return discriminator;
    }

    /** What that column is in rows of this very entity; empty for an abstract class. */
    public Optional<String> value() {
        return model.self().value();
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
     * @throws InvalidRequestException if no such entity has it
     */
    public EntityMapping<?> of(String value) {
        for (int i = model.position(); i < model.members().size(); i++) {
            if (model.isBelow(i)
                    && model.members().get(i).value().filter(value::equals).isPresent()) {
                return i == model.position() ? mapping : at(i);
            }
        }
        throw new InvalidRequestException("a row of " + root().table() + " has \"" + value + "\" in its column "
                + model.discriminator() + ", which is no " + mapping.name() + ": the values are " + values());
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < model.members().size(); i++) {
            if (model.isBelow(i)) {
                model.members().get(i).value().ifPresent(values::add);
            }
        }
        return values;
    }

    private EntityMapping<?> at(int position) {
        return EntityMapping.of(ClassNames.load(model.members().get(position).className(), mapping.javaType()));
    }

    /** Whether the entity's table has rows of it, and of those below it, only, and all of their columns. */
    boolean isTable() {
        return model.position() == 0 && (model.strategy() == Strategy.SINGLE_TABLE || below().isEmpty());
    }

    /** The rows of this entity and of those below it, with these columns. */
    Select<?> rows(List<Column<?>> columns) {
        List<Selectable<?>> selected = new ArrayList<>(columns);
        if (model.strategy() == Strategy.SINGLE_TABLE) {
            return Sql.select(selected).from(root().table()).where(isOfThese());
        }
        List<EntityMapping<?>> above = mapping.lineage();
        Select<?> rows = Sql.select(selected).from(above.get(0).table());
        for (EntityMapping<?> each : above.subList(1, above.size())) {
            rows = rows.join(each.table(), sameKey(each));
        }
        for (EntityMapping<?> each : below()) {
            rows = rows.leftJoin(each.table(), sameKey(each));
        }
        return rows;
    }

    /** The condition that a row of the table that all share is one of this entity, or of one below; empty where each has a table. */
    Optional<Condition> discriminating() {
        return model.strategy() == Strategy.SINGLE_TABLE ? Optional.of(isOfThese()) : Optional.empty();
    }

    /** Written into the text, since it is part of what the entity is. */
    private Condition isOfThese() {
        List<Condition> each = new ArrayList<>();
        values().forEach(value -> each.add(discriminator.eq(Sql.literal(value))));
        return Sql.anyOf(each);
    }

    private Condition sameKey(EntityMapping<?> each) {
        List<Column<?>> first = root().table().primaryKey();
        List<Column<?>> own = each.table().primaryKey();
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            parts.add(equal(own.get(i), first.get(i)));
        }
        return Sql.allOf(parts);
    }

    @SuppressWarnings("unchecked") // the key's columns are alike in all tables
    private static <T> Condition equal(Column<T> own, Column<?> first) {
        return own.eq((Expression<T>) first);
    }
}
