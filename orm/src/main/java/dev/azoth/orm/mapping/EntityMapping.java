package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.model.HierarchyModel;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A class mapped to a table. There is one for each class in the process, made when first asked for; it never changes, and any number of threads
 * may use it.
 *
 * <p>Two kinds of array describe an object. Its <em>state</em> has what its members hold, one for each of {@link #attributes}: cheap to
 * read and to compare. Its <em>values</em> are those of its row, one for each of {@link #columns}: what statements need.
 *
 * @param <E> the class
 */
public final class EntityMapping<E> {
    private static final ClassValue<EntityMapping<?>> MAPPINGS = new ClassValue<>() {
        @Override
        protected EntityMapping<?> computeValue(Class<?> entity) {
            EntityMapping<?> made = new EntityMapping<>(entity);
            if (made.softDeletion != null || made.tenant != null) {
                anyConditional = true;
            }
            return made;
        }
    };

    private static volatile boolean anyConditional;

    private final Class<E> javaType;
    private final EntityModel model;
    private final @Nullable EntityMapping<?> parent;
    private final Table table;
    private final List<Column<?>> columns;
    private final List<TablePart> parts;
    private final @Nullable Hierarchy hierarchy;
    private final int discriminatorSlot;
    private volatile @Nullable RowSource source; // asks for the entities that extend this one, which ask for this one
    private final List<JoinTable> joinTables;
    private final List<AttributeMapping> attributes;
    private final List<Column<?>> key;
    private final EntityKeys keys;
    private final ColumnAttribute[] copiedColumns;
    private final ObjectShape shape;
    private final @Nullable SoftDeletion softDeletion;
    private final @Nullable ColumnAttribute tenant;

    private EntityMapping(Class<E> javaType) {
        this.javaType = javaType;
        this.model = EntityModels.of(javaType);
        this.parent = model.hierarchy()
                .flatMap(HierarchyModel::parent)
                .<EntityMapping<?>>map(each -> of(ClassNames.load(each.className(), javaType)))
                .orElse(null);
        MappingAssembly assembly = new MappingAssembly(this, model, parent);
        this.table = assembly.table();
        this.columns = assembly.columns();
        this.parts = assembly.parts(!Modifier.isAbstract(javaType.getModifiers()));
        this.joinTables = assembly.joinTables();
        this.attributes = assembly.attributes();
        this.copiedColumns = columnAttributes().stream()
                .filter(each -> !each.isLazy() && each.changesInPlace())
                .toArray(ColumnAttribute[]::new);
        this.shape = assembly.shape();
        this.softDeletion = columnAttributes().stream()
                .filter(ColumnAttribute::isSoftDelete)
                .findFirst()
                .map(SoftDeletion::of)
                .orElse(null);
        this.tenant = columnAttributes().stream()
                .filter(ColumnAttribute::isTenant)
                .findFirst()
                .orElse(null);
        this.key = parent == null ? assembly.key() : parent.key();
        this.keys = new EntityKeys(this, assembly.keyAttributes(), shape);
        this.hierarchy =
                model.hierarchy().map(each -> new Hierarchy(this, each)).orElse(null);
        this.discriminatorSlot = hierarchy == null ? -1 : columns.indexOf(hierarchy.discriminator());
    }

    /**
     * The mapping of a class.
     *
     * @throws dev.azoth.MappingException if the class cannot be mapped, with all that is wrong
     */
    @SuppressWarnings("unchecked") // the mapping of a class is typed by it
    public static <E> EntityMapping<E> of(Class<E> entity) {
        return (EntityMapping<E>) MAPPINGS.get(entity);
    }

    /** The class. */
    public Class<E> javaType() {
        return javaType;
    }

    /** The class's simple name, for messages. */
    public String name() {
        return javaType.getSimpleName();
    }

    /** What the rules made of the class. */
    public EntityModel model() {
        return model;
    }

    /** Whether the class is a record, whose objects never change. */
    public boolean isRecord() {
        return model.isRecord();
    }

    /** The table; of an abstract class whose subclasses have tables of their own, a description of what they have in common. */
    public Table table() {
        return table;
    }

    /** The tables of pairs that this entity's relationships declare. */
    public List<JoinTable> joinTables() {
        return joinTables;
    }

    /** All attributes, by index; those of the key first. */
    public List<AttributeMapping> attributes() {
        return attributes;
    }

    /**
     * The attribute of a name.
     *
     * @throws InvalidRequestException if there is none
     */
    public AttributeMapping attribute(String name) {
        return attributes.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(name() + " has no attribute " + name
                        + "; its attributes are "
                        + attributes.stream().map(AttributeMapping::name).collect(Collectors.joining(", "))));
    }

    /**
     * The relationship of a name.
     *
     * @throws InvalidRequestException if there is no such attribute, or it is a column
     */
    public RelationshipMapping relationship(String name) {
        if (attribute(name) instanceof RelationshipMapping relationship) {
            return relationship;
        }
        throw new InvalidRequestException(name() + "." + name
                + (attribute(name) instanceof ElementsMapping
                        ? " is a collection of values, not a relationship"
                        : " is a column, not a relationship"));
    }

    /** The attributes that are columns. */
    public List<ColumnAttribute> columnAttributes() {
        return attributes.stream()
                .filter(ColumnAttribute.class::isInstance)
                .map(ColumnAttribute.class::cast)
                .toList();
    }

    /** The attributes that lead to other entities. */
    public List<RelationshipMapping> relationships() {
        return attributes.stream()
                .filter(RelationshipMapping.class::isInstance)
                .map(RelationshipMapping.class::cast)
                .toList();
    }

    /** The attributes that are collections of values. */
    public List<ElementsMapping> elements() {
        return attributes.stream()
                .filter(ElementsMapping.class::isInstance)
                .map(ElementsMapping.class::cast)
                .toList();
    }

    /** The columns of its rows, by slot: those of attributes, those of foreign keys, and the one that tells of which class a row is. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** The columns that its own objects have: of a table that several entities share, not those of the others. */
    List<Column<?>> ownColumns() {
        Set<Column<?>> used = new LinkedHashSet<>();
        if (hierarchy == null) {
            return columns;
        }
        if (hierarchy.isStored()) {
            used.add(hierarchy.discriminator());
        }
        for (AttributeMapping each : attributes) {
            if (each instanceof ColumnAttribute column) {
                used.add(column.column());
            } else if (each instanceof ToOneMapping toOne) {
                used.addAll(toOne.columns());
                toOne.place().ifPresent(used::add);
            }
        }
        return columns.stream().filter(used::contains).toList();
    }

    /** The tables that its rows are in: that of the entity that it extends first. None for an abstract class that has no table. */
    public List<TablePart> tables() {
        return parts;
    }

    /** Whether its rows are in one table, whose columns are those of the entity. */
    public boolean isOneTable() {
        return parts.size() == 1 && parts.get(0).columns().containsValue(columns.get(0));
    }

    /** Whether a column is what an expression gives, and in no table. */
    public boolean isComputed(Column<?> column) {
        return columnAttributes().stream().anyMatch(each -> each.isComputed() && each.column() == column);
    }

    /** The table that has a column. */
    public TablePart table(Column<?> column) {
        return parts.stream().filter(each -> each.has(column)).findFirst().orElseThrow();
    }

    /** The columns that are read when a query does not say: all but those of {@code Lazy} members; with those of the entities that extend it. */
    public List<Column<?>> eagerColumns() {
        return source().columns();
    }

    /** What is read to find its objects, and those of the entities that extend it. */
    public RowSource source() {
        RowSource found = source;
        if (found == null) {
            found = RowSource.of(this);
            source = found;
        }
        return found;
    }

    /** The entities that it extends or that extend it. */
    public Optional<Hierarchy> hierarchy() {
        return Optional.ofNullable(hierarchy);
    }

    /** The entities that it extends, the first of all first, and itself. */
    public List<EntityMapping<?>> lineage() {
        List<EntityMapping<?>> lineage = parent == null ? new ArrayList<>() : new ArrayList<>(parent.lineage());
        lineage.add(this);
        return lineage;
    }

    /** The entity that tells its rows apart by the same keys: the first of those that it extends, or itself. */
    public EntityMapping<?> root() {
        return parent == null ? this : parent.root();
    }

    /** The columns of the primary key. */
    public List<Column<?>> key() {
        return key;
    }

    /** The column that counts the changes of a row. */
    public Optional<ColumnAttribute> version() {
        return columnAttributes().stream().filter(ColumnAttribute::isVersion).findFirst();
    }

    /** How its rows are marked as deleted; empty if they are not, but really deleted. */
    public Optional<SoftDeletion> softDeletion() {
        return Optional.ofNullable(softDeletion);
    }

    /** The attribute that says whose a row is. */
    public Optional<ColumnAttribute> tenant() {
        return Optional.ofNullable(tenant);
    }

    /** Whether any entity that was mapped so far has rows which sessions leave out by themselves: as long as there is none, no statement need be looked at. */
    public static boolean isAnyConditional() {
        return anyConditional;
    }

    /** The attributes whose values do not all come from the program. */
    public List<ColumnAttribute> generated() {
        return columnAttributes().stream()
                .filter(each -> !(each.generation() instanceof Generation.Assigned))
                .toList();
    }

    /** The entities that the table's foreign keys lead to, itself among them if it refers to itself: their rows must be there first. */
    public Set<EntityMapping<?>> dependencies() {
        Set<EntityMapping<?>> found = new LinkedHashSet<>();
        for (RelationshipMapping each : relationships()) {
            if (each instanceof ToOneMapping toOne && toOne.isOwning()) {
                found.add(toOne.target());
            }
        }
        return found;
    }

    // objects

    /**
     * A new object with this state, without a call of any constructor but the one without parameters, or the record's own.
     *
     * @throws InvalidRequestException if the state has null for a member of a primitive type
     */
    public E create(@Nullable Object[] state) {
        return javaType.cast(shape.create(state));
    }

    /** A new object as its class makes it; not for records. */
    public E create() {
        return javaType.cast(shape.create());
    }

    /** What an object's members hold, by attribute. */
    public @Nullable Object[] state(Object entity) {
        @Nullable Object[] state = new @Nullable Object[attributes.size()];
        shape.read(entity, state);
        return state;
    }

    /** The state with copies of all column values that could be changed in place; to be compared with later. */
    public @Nullable Object[] snapshot(Object entity) {
        return copyColumns(state(entity));
    }

    /** Puts copies in place of all column values of a state that could be changed in place. */
    public @Nullable Object[] copyColumns(@Nullable Object[] state) {
        for (ColumnAttribute each : copiedColumns) {
            state[each.index()] = each.copy(state[each.index()]);
        }
        return state;
    }

    /** Whether a new object holds the very values of the state it was made of: no constructor of its own saw them. */
    public boolean keepsState() {
        return shape.isFlat() && !isRecord();
    }

    /** Whether an object differs from a snapshot in any of its attributes, as {@link #changes} tells them. */
    public boolean isChanged(Object entity, @Nullable Object[] snapshot) {
        return shape.differs(entity, snapshot) && !changes(entity, snapshot).isEmpty();
    }

    /**
     * The indexes of the attributes in which an object differs from a snapshot. A relationship to one has changed when it leads to another key;
     * relationships to many, and those that the other end owns, are not looked at.
     */
    public BitSet changes(Object entity, @Nullable Object[] snapshot) {
        @Nullable Object[] state = state(entity);
        BitSet changed = new BitSet(0); // most objects have not changed
        for (int i = 0; i < state.length; i++) {
            if (state[i] == snapshot[i]) {
                continue;
            }
            AttributeMapping attribute = attributes.get(i);
            if (attribute instanceof ColumnAttribute column
                    ? column.changed(snapshot[i], state[i])
                    : attribute instanceof ToOneMapping toOne
                            && toOne.isOwning()
                            && !Arrays.equals(toOne.foreignKeyOf(snapshot[i]), toOne.foreignKeyOf(state[i]))) {
                changed.set(i);
            }
        }
        return changed;
    }

    /**
     * The values of an object's row, by slot. Where a foreign key leads to an object without a key yet there is a {@link PendingKey}; a column of
     * a {@code Lazy} that is not loaded is null here.
     */
    public @Nullable Object[] values(Object entity) {
        @Nullable Object[] state = state(entity);
        @Nullable Object[] values = new @Nullable Object[columns().size()];
        if (hierarchy != null) {
            values[discriminatorSlot] = hierarchy.value().orElse(null);
        }
        for (AttributeMapping attribute : attributes) {
            Object held = state[attribute.index()];
            if (attribute instanceof ColumnAttribute column) {
                if (column.isInsertable() || column.isUpdatable() || column.isId()) {
                    values[column.slot()] = held instanceof LazyReference<?> reference && !reference.isLoaded()
                            ? null
                            : ColumnAttribute.value(held, column.isLazy());
                }
            } else if (attribute instanceof ToOneMapping toOne && toOne.isOwning()) {
                @Nullable Object[] foreign = toOne.foreignKeyOf(held);
                for (int part = 0; part < foreign.length; part++) {
                    if (toOne.isInsertable(part) || toOne.isUpdatable(part)) {
                        values[toOne.slot(part)] = foreign[part];
                    }
                }
            }
        }
        return values;
    }

    @Nullable
    Object get(Object entity, int attribute) {
        return shape.get(entity, attribute);
    }

    void set(Object entity, int attribute, @Nullable Object value) {
        shape.set(entity, attribute, value);
    }

    // keys

    /** The key of an object; empty as long as a part of it is null or belongs to an object without a key. */
    public Optional<EntityKey> keyOf(Object entity) {
        return keys.ofObject(entity);
    }

    /**
     * The values of an object's key, with a {@link PendingKey} for each that is not known yet: a null, or the zero of a primitive member that the
     * database will number.
     */
    public @Nullable Object[] keyValues(Object entity) {
        return keys.values(entity);
    }

    /** The key in a row's values, by slot. */
    public EntityKey keyOfValues(@Nullable Object[] values) {
        return keys.ofRow(values);
    }

    /**
     * The key of the one value that it has.
     *
     * @throws InvalidRequestException if the key has more values, or one of another class
     */
    public EntityKey keyOfValue(Object value) {
        return keys.ofValue(value);
    }

    /**
     * The key of these values, in the order of {@link #key()}; or of one object that has all of them.
     *
     * @throws InvalidRequestException if their number or a class is wrong
     */
    public EntityKey key(@Nullable Object... values) {
        return keys.given(values);
    }

    Class<?> load(String className) {
        return ClassNames.load(className, javaType);
    }

    @Override
    public String toString() {
        return javaType.getName();
    }
}
