package dev.azoth.orm.session;

import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.PendingKey;
import dev.azoth.orm.mapping.model.Generation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the unit of work asks of a mapping again and again, found once. */
final class Outline {
    private static final ClassValue<Outline> OUTLINES = new ClassValue<>() {
        @Override
        protected Outline computeValue(Class<?> entity) {
            return new Outline(EntityMapping.of(entity));
        }
    };

    private final EntityMapping<?> mapping;
    private final List<Link> links;
    private final List<Link> foreignKeys;
    private final List<ColumnAttribute> columns;
    private final List<AttributeMapping> lazy;
    private final List<ColumnAttribute> generated;
    private final @Nullable ColumnAttribute version;
    private final @Nullable ColumnAttribute identity;
    private final List<RowColumns> inserted;
    private final List<RowColumns> insertedWithoutIdentity;

    private Outline(EntityMapping<?> mapping) {
        this.mapping = mapping;
        // what an entity has from the one that it extends is one relationship there and here
        this.links = mapping.relationships().stream()
                .map(each -> each.owner() == mapping
                        ? new Link(each)
                        : of(each.owner()).link(each.index()))
                .toList();
        this.foreignKeys = links.stream().filter(Link::hasForeignKey).toList();
        this.columns = mapping.columnAttributes();
        this.lazy =
                mapping.attributes().stream().filter(AttributeMapping::isLazy).toList();
        this.generated = mapping.generated();
        this.version = mapping.version().orElse(null);
        this.identity = generated.stream()
                .filter(each -> each.generation() == Generation.IDENTITY)
                .findFirst()
                .orElse(null);
        this.inserted = inParts(RowColumns.inserted(mapping, null));
        this.insertedWithoutIdentity = inParts(RowColumns.inserted(mapping, identity));
    }

    private List<RowColumns> inParts(RowColumns columns) {
        return mapping.tables().stream()
                .map(part -> part.first() ? columns.in(part) : columns.in(part).behindKey(mapping, part))
                .toList();
    }

    static Outline of(EntityMapping<?> mapping) {
        return OUTLINES.get(mapping.javaType());
    }

    EntityMapping<?> mapping() {
        return mapping;
    }

    /** The relationships. */
    List<Link> links() {
        return links;
    }

    /** Those whose foreign key is in the mapping's own table. */
    List<Link> foreignKeys() {
        return foreignKeys;
    }

    /** The relationship of an attribute. */
    Link link(int attribute) {
        for (Link each : links) {
            if (each.index() == attribute) {
                return each;
            }
        }
        throw new IllegalArgumentException("no relationship " + attribute + " in " + mapping);
    }

    List<ColumnAttribute> columns() {
        return columns;
    }

    /** The attributes whose members are {@code Lazy}. */
    List<AttributeMapping> lazy() {
        return lazy;
    }

    /** The attributes of the key that are not set by the program. */
    List<ColumnAttribute> generated() {
        return generated;
    }

    /** The attribute that counts the changes of a row. */
    @Nullable
    ColumnAttribute version() {
        return version;
    }

    /** The attribute of the key that the database numbers. */
    @Nullable
    ColumnAttribute identity() {
        return identity;
    }

    /** Whether the database numbers an object when its row is inserted. */
    boolean isUnnumbered(Object entity) {
        if (identity == null) {
            return false;
        }
        for (Object each : mapping.keyValues(entity)) {
            if (each instanceof PendingKey pending && pending.target() == entity) {
                return true;
            }
        }
        return false;
    }

    /** The columns that an INSERT writes, for each of the tables. */
    List<RowColumns> inserted(boolean withoutIdentity) {
        return withoutIdentity ? insertedWithoutIdentity : inserted;
    }

    @Override
    public String toString() {
        return mapping.name();
    }
}
