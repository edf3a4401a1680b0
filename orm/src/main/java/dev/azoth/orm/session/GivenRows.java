package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.PendingKey;
import dev.azoth.orm.mapping.RowSource;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.RecordComponents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of an entity in the forms in which a program has them: maps from attributes or columns, records, or objects of the entity. */
final class GivenRows {
    private final EntityMapping<?> mapping;
    private final boolean forInsert;
    private final Map<Object, Integer> columns = new HashMap<>();
    private final Map<String, ToOneMapping> relationships = new HashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<Class<?>, RecordComponents> records = new HashMap<>();

    GivenRows(EntityMapping<?> mapping, boolean forInsert) {
        this.mapping = mapping;
        this.forInsert = forInsert;
        List<Column<?>> all = mapping.columns();
        RowSource source = mapping.source();
        for (int slot = 0; slot < all.size(); slot++) {
            if (mapping.isComputed(all.get(slot))) {
                continue;
            }
            columns.put(all.get(slot), slot);
            columns.putIfAbsent(all.get(slot).name(), slot);
            if (source.allColumns().contains(all.get(slot))) {
                columns.put(source.column(source.from(), all.get(slot)), slot);
            }
        }
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute column && !column.isComputed()) {
                columns.put(each.name(), column.slot());
                names.add(each.name());
            } else if (each instanceof ToOneMapping toOne && toOne.isOwning()) {
                relationships.put(each.name(), toOne);
                names.add(each.name());
            }
        }
        all.stream().filter(each -> !mapping.isComputed(each)).forEach(each -> names.add(each.name()));
    }

    /**
     * A row.
     *
     * @param number its index, for messages
     */
    GivenRow of(Object row, int number) {
        GivenRow made = new GivenRow(mapping);
        if (mapping.javaType().isInstance(row)) {
            object(row, made, number);
        } else if (row instanceof Map<?, ?> map) {
            map.forEach((key, value) -> put(made, key, value, number));
        } else if (row instanceof Record) {
            RecordComponents components = records.computeIfAbsent(
                    row.getClass(), type -> RecordComponents.of(type.asSubclass(Record.class), List.copyOf(names)));
            @Nullable Object[] values = components.values(row);
            for (int i = 0; i < values.length; i++) {
                put(made, components.names().get(i), values[i], number);
            }
        } else {
            throw new InvalidRequestException("row " + number + " of " + mapping.name() + " is a "
                    + row.getClass().getName()
                    + ": rows are maps from attributes, columns or their names, records, or objects of "
                    + mapping.name());
        }
        return made;
    }

    private void put(GivenRow row, Object key, @Nullable Object value, int number) {
        Integer slot = key instanceof ColumnReference<?> || key instanceof String ? columns.get(key) : null;
        ToOneMapping relationship = key instanceof String name ? relationships.get(name) : null;
        if (relationship != null) {
            @Nullable Object[] parts = foreignKey(relationship, value, number);
            for (int i = 0; i < parts.length; i++) {
                row.put(relationship.slot(i), parts[i]);
            }
        } else if (slot != null) {
            row.put(slot, value);
        } else {
            throw new InvalidRequestException("row " + number + " has a value for " + key + ", which " + mapping.name()
                    + " does not have; its attributes and columns are " + String.join(", ", names));
        }
    }

    private static @Nullable Object[] foreignKey(ToOneMapping relationship, @Nullable Object given, int number) {
        Object value = given instanceof Lazy<?> lazy && lazy.isLoaded() ? lazy.get() : given;
        List<Column<?>> columns = relationship.columns();
        if (value == null) {
            return new @Nullable Object[columns.size()];
        } else if (relationship.target().javaType().isInstance(value)) {
            return checked(relationship, relationship.target().keyValues(value), number);
        } else if (columns.size() == 1 && columns.get(0).type().javaType().isInstance(value)) {
            return new Object[] {value};
        }
        throw new InvalidRequestException(
                "row " + number + " has a " + value.getClass().getName() + " for " + relationship
                        + ", which leads to a " + relationship.target().name() + ": give that, or its key");
    }

    private static @Nullable Object[] checked(ToOneMapping relationship, @Nullable Object[] key, int number) {
        if (Arrays.stream(key).anyMatch(PendingKey.class::isInstance)) {
            throw new InvalidRequestException("row " + number + " leads by " + relationship + " to a "
                    + relationship.target().name() + " that has no key yet: insert that first, or session.add(…) both");
        }
        return key;
    }

    private void object(Object entity, GivenRow row, int number) {
        @Nullable Object[] values = mapping.objects().values(entity);
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute column) {
                boolean known = !(each.get(entity) instanceof Lazy<?> lazy) || lazy.isLoaded();
                boolean wanted = column.isId()
                        || column.isVersion()
                        || (forInsert ? column.isInsertable() : column.isUpdatable());
                boolean left = forInsert && column.isOfDatabase() && values[column.slot()] == null;
                if (known && wanted && !left) {
                    row.put(column.slot(), values[column.slot()]);
                }
            } else if (each instanceof ToOneMapping toOne && toOne.isOwning()) {
                checked(toOne, toOne.foreignKey(entity), number);
                for (int part = 0; part < toOne.columns().size(); part++) {
                    if (toOne.isId() || (forInsert ? toOne.isInsertable(part) : toOne.isUpdatable(part))) {
                        row.put(toOne.slot(part), values[toOne.slot(part)]);
                    }
                }
            }
        }
        unnumbered(entity, row);
    }

    /** What the database is to number is no value. */
    private void unnumbered(Object entity, GivenRow row) {
        @Nullable Object[] key = mapping.keyValues(entity);
        for (int i = 0; i < key.length; i++) {
            if (key[i] instanceof PendingKey) {
                row.given().clear(mapping.columns().indexOf(mapping.key().get(i)));
            }
        }
    }

    /** All rows, so many at a time. */
    List<GivenRow> next(java.util.Iterator<?> rows, int most, int first) {
        List<GivenRow> page = new ArrayList<>();
        while (page.size() < most && rows.hasNext()) {
            page.add(of(rows.next(), first + page.size()));
        }
        return page;
    }
}
