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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
    private final Map<Set<EntityMapping<?>>, EntityLayout> shorter = new ConcurrentHashMap<>();
    private final Map<EntityMapping<?>, EntityLayout> rests = new ConcurrentHashMap<>();
    private final EntityLayout whole;
    private final Set<Column<?>> known;
    private final boolean complete;
    private final boolean undefers;

    private EntityLayout(EntityMapping<?> mapping) {
        this(mapping, mapping.eagerColumns(), related(mapping), null, Set.of());
    }

    /**
     * A layout.
     *
     * @param whole the one that this is a part of; null if it is whole
     * @param known columns that were read before
     */
    private EntityLayout(
            EntityMapping<?> mapping,
            List<Column<?>> columns,
            List<AttributeMapping> related,
            @Nullable EntityLayout whole,
            Set<Column<?>> known) {
        this.mapping = mapping;
        this.columns = columns;
        this.whole = whole == null ? this : whole;
        this.known = known;
        this.key = places(mapping.key());
        List<ColumnAttribute> eager = new ArrayList<>();
        for (ColumnAttribute each : mapping.columnAttributes()) {
            (each.isLazy() ? deferred : eager).add(each);
        }
        List<ColumnAttribute> all = List.copyOf(eager);
        eager.removeIf(each -> !columns.contains(each.column()) || known.contains(each.column()));
        this.read = eager.toArray(ColumnAttribute[]::new);
        this.readFrom = eager.stream().mapToInt(each -> place(each.column())).toArray();
        this.keyPart = eager.stream().mapToInt(this::keyPart).toArray();
        this.undeferred = deferred.stream()
                .filter(each -> columns.contains(each.column()))
                .toArray(ColumnAttribute[]::new);
        this.undeferredFrom =
                Arrays.stream(undeferred).mapToInt(each -> place(each.column())).toArray();
        this.undefers = whole == null ? columns.size() > mapping.eagerColumns().size() : whole.undefers;
        this.related = related;
        this.writeOnly = mapping.relationships().stream()
                .filter(EntityLayout::isWriteOnly)
                .map(ToManyMapping.class::cast)
                .toArray(ToManyMapping[]::new);
        this.foreignKeys = related.stream()
                .map(each -> each instanceof ToOneMapping toOne && reads(toOne) ? places(toOne.columns()) : new int[0])
                .toArray(int[][]::new);
        this.complete = eager.size() == all.size()
                && related.stream()
                        .filter(each -> each.owner().javaType().isAssignableFrom(mapping.javaType()))
                        .allMatch(this::reads);
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
                : inside.computeIfAbsent(
                        below, each -> new EntityLayout(each, columns, related, whole == this ? null : whole, known));
    }

    /** The same without the columns that only some of the entities have which extend this one; those left for later that it has stay. */
    EntityLayout without(Set<EntityMapping<?>> late) {
        return late.isEmpty()
                ? this
                : shorter.computeIfAbsent(Set.copyOf(late), each -> {
                    List<EntityMapping<?>> others = new ArrayList<>(List.of(mapping));
                    others.addAll(mapping.hierarchy().orElseThrow().below());
                    others.removeAll(each);
                    Set<Column<?>> kept = new HashSet<>(mapping.source().columns(others));
                    List<Column<?>> eager = mapping.eagerColumns();
                    List<Column<?>> some = columns.stream()
                            .filter(column -> kept.contains(column) || !eager.contains(column))
                            .toList();
                    return some.size() == columns.size() ? this : new EntityLayout(mapping, some, related, this, known);
                });
    }

    /** The layout that has all columns. */
    EntityLayout whole() {
        return whole;
    }

    /** Whether columns are left out that entities have which extend this one. */
    boolean isPart() {
        return whole != this;
    }

    /** Whether it has all that objects of the entity get right away. */
    boolean isComplete() {
        return complete;
    }

    /** What objects of an entity lack that were made of these columns: with their key, by which it is read. */
    EntityLayout rest(EntityMapping<?> below) {
        return rests.computeIfAbsent(below, each -> {
            List<Column<?>> lacking = new ArrayList<>(each.key());
            each.source().columns(List.of(each)).stream()
                    .filter(column -> !columns.contains(column) && !lacking.contains(column))
                    .forEach(lacking::add);
            return new EntityLayout(each, List.copyOf(lacking), related, whole, Set.copyOf(columns));
        });
    }

    /** Whether what a relationship needs of the row is among the columns, and was not read before. */
    boolean reads(AttributeMapping attribute) {
        return !(attribute instanceof ToOneMapping toOne)
                || !toOne.isOwning()
                || (columns.containsAll(toOne.columns()) && (known.isEmpty() || !known.containsAll(toOne.columns())));
    }

    /** The same with columns that are else left for later. */
    EntityLayout with(Set<Column<?>> more) {
        return more.isEmpty()
                ? this
                : longer.computeIfAbsent(Set.copyOf(more), each -> {
                    List<Column<?>> all = new ArrayList<>(columns);
                    more.stream().filter(column -> !columns.contains(column)).forEach(all::add);
                    return new EntityLayout(mapping, List.copyOf(all), related, null, known);
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
        return undefers;
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
