package dev.azoth.orm.loading;

import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.schema.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a mapping's attributes are among the columns that are read of it; worked out once for a mapping. The columns and relationships are also those of the
 * entities that extend it.
 */
final class EntityLayout {
    private static final ClassValue<EntityLayout> LAYOUTS = new ClassValue<>() {
        @Override
        protected EntityLayout computeValue(Class<?> entity) {
            return new EntityLayout(EntityMapping.of(entity));
        }
    };

    private final EntityMapping<?> mapping;
    private final List<Column<?>> columns;
    private final int[] key;
    private final ColumnAttribute[] read;
    private final int[] readFrom;
    private final int[] keyPart;
    private final List<ColumnAttribute> deferred = new ArrayList<>();
    private final ColumnAttribute[] undeferred;
    private final int[] undeferredFrom;
    private final List<AttributeMapping> related;
    private final ToManyMapping[] writeOnly;
    private final int[][] foreignKeys;
    private final Map<EntityMapping<?>, EntityLayout> inside = new ConcurrentHashMap<>();
    private final Map<Set<Column<?>>, EntityLayout> longer = new ConcurrentHashMap<>();

    private EntityLayout(EntityMapping<?> mapping) {
        this(mapping, mapping.eagerColumns(), related(mapping));
    }

    private EntityLayout(EntityMapping<?> mapping, List<Column<?>> columns, List<AttributeMapping> related) {
        this.mapping = mapping;
        this.columns = columns;
        this.key = places(mapping.key());
        List<ColumnAttribute> eager = new ArrayList<>();
        for (ColumnAttribute each : mapping.columnAttributes()) {
            (each.isLazy() ? deferred : eager).add(each);
        }
        this.read = eager.toArray(ColumnAttribute[]::new);
        this.readFrom = eager.stream().mapToInt(each -> place(each.column())).toArray();
        this.keyPart = eager.stream().mapToInt(this::keyPart).toArray();
        this.undeferred = deferred.stream()
                .filter(each -> columns.contains(each.column()))
                .toArray(ColumnAttribute[]::new);
        this.undeferredFrom =
                Arrays.stream(undeferred).mapToInt(each -> place(each.column())).toArray();
        this.related = related;
        this.writeOnly = mapping.relationships().stream()
                .filter(EntityLayout::isWriteOnly)
                .map(ToManyMapping.class::cast)
                .toArray(ToManyMapping[]::new);
        this.foreignKeys = related.stream()
                .map(each -> each instanceof ToOneMapping toOne ? places(toOne.columns()) : new int[0])
                .toArray(int[][]::new);
    }

    private static List<AttributeMapping> related(EntityMapping<?> mapping) {
        Set<AttributeMapping> all = new LinkedHashSet<>();
        add(mapping, all);
        mapping.hierarchy().ifPresent(each -> each.below().forEach(below -> add(below, all)));
        return List.copyOf(all);
    }

    private static boolean isWriteOnly(RelationshipMapping relationship) {
        return relationship instanceof ToManyMapping toMany && toMany.isWriteOnly();
    }

    private static void add(EntityMapping<?> mapping, Set<AttributeMapping> all) {
        mapping.relationships().stream().filter(each -> !isWriteOnly(each)).forEach(all::add);
        all.addAll(mapping.elements());
    }

    /** Where the attributes of an entity that extends this one are among the same columns. */
    EntityLayout within(EntityMapping<?> below) {
        return below == mapping
                ? this
                : inside.computeIfAbsent(below, each -> new EntityLayout(each, columns, related));
    }

    /** The same with columns that are else left for later. */
    EntityLayout with(Set<Column<?>> more) {
        return more.isEmpty()
                ? this
                : longer.computeIfAbsent(Set.copyOf(more), each -> {
                    List<Column<?>> all = new ArrayList<>(columns);
                    more.stream().filter(column -> !columns.contains(column)).forEach(all::add);
                    return new EntityLayout(mapping, List.copyOf(all), related);
                });
    }

    static EntityLayout of(EntityMapping<?> mapping) {
        return LAYOUTS.get(mapping.javaType());
    }

    EntityMapping<?> mapping() {
        return mapping;
    }

    /** The columns that are read. */
    List<Column<?>> columns() {
        return columns;
    }

    /** The positions of the key's columns among those read. */
    int[] key() {
        return key;
    }

    /** The attributes that are filled from columns right away. */
    ColumnAttribute[] read() {
        return read;
    }

    /** The position of an attribute's column, by the attribute's index in {@link #read}. */
    int readFrom(int index) {
        return readFrom[index];
    }

    /** The part of the key that is the attribute's value, by the attribute's index in {@link #read}; -1 if it is none. */
    int keyPart(int index) {
        return keyPart[index];
    }

    /** A key has its numbers without trailing zeros, which the object keeps. */
    private int keyPart(ColumnAttribute attribute) {
        return attribute.column().type().javaType() == BigDecimal.class
                ? -1
                : mapping.key().indexOf(attribute.column());
    }

    /** Whether columns are read that could be left for later, of this entity or of one that extends it. */
    boolean isLonger() {
        return columns.size() > mapping.eagerColumns().size();
    }

    /** The attributes whose columns are read although they could be left for later. */
    ColumnAttribute[] undeferred() {
        return undeferred;
    }

    /** The position of an attribute's column, by the attribute's index in {@link #undeferred}. */
    int undeferredFrom(int index) {
        return undeferredFrom[index];
    }

    /** The attributes whose columns may be left for later. */
    List<ColumnAttribute> deferred() {
        return deferred;
    }

    /** The relationships and the collections of values, in the order of {@link LoadPlan#steps()}. */
    List<AttributeMapping> related() {
        return related;
    }

    /** The relationships that are never loaded. */
    ToManyMapping[] writeOnly() {
        return writeOnly;
    }

    /** The positions of the foreign key of a relationship; none where the other end has it. */
    int[] foreignKey(int attribute) {
        return foreignKeys[attribute];
    }

    /** The positions of some of the columns. */
    int[] places(List<Column<?>> some) {
        return some.stream().mapToInt(this::place).toArray();
    }

    /** The position of a column among those that are read. */
    int place(Column<?> column) {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw new IllegalStateException(column + " is not among the columns read of " + mapping);
        }
        return place;
    }
}
