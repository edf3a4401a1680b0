package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.model.HierarchyModel;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
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
            Referrers.note(made);
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
    private volatile @Nullable RowSource source; // asks for the entities that extend this one, which ask for this one
    private final List<JoinTable> joinTables;
    private final List<AttributeMapping> attributes;
    private final List<Column<?>> key;
    private final EntityKeys keys;
    private final EntityObjects<E> objects;
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
        this.keys = new EntityKeys(this, assembly.keyAttributes(), assembly.shape());
        this.hierarchy =
                model.hierarchy().map(each -> new Hierarchy(this, each)).orElse(null);
        this.objects = new EntityObjects<>(this, assembly.shape());
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

    /** Whether its rows are only read. */
    public boolean isReadOnly() {
        return model.rows().isReadOnly();
    }

    /**
     * Throws, since its rows are only read.
     *
     * @param what what would be written
     */
    public InvalidRequestException readOnly(String what) {
        return new InvalidRequestException(what + " cannot be written: " + name() + " is read from "
                + switch (model.rows().kind()) {
                    case VIEW -> "the view " + table;
                    case DERIVED_TABLE -> "a query";
                    default -> table + ", which others write";
                }
                + ". Change the entities that have these rows");
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

    /** What has the key of its rows, by the entities that were mapped so far: foreign keys, pairs, values, and further tables of its own. */
    public List<Referrer> referrers() {
        return Referrers.to(this);
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
            if (each instanceof ToOneMapping toOne && toOne.isOwning() && !toOne.isViewOnly()) {
                found.add(toOne.target());
            }
        }
        return found;
    }

    /** What its objects hold. */
    public EntityObjects<E> objects() {
        return objects;
    }

    /** A new object with this state; see {@link EntityObjects#create(Object[])}. */
    public E create(@Nullable Object[] state) {
        return objects.create(state);
    }

    /** A copy of an object's state; see {@link EntityObjects#snapshot}. */
    public @Nullable Object[] snapshot(Object entity) {
        return objects.snapshot(entity);
    }

    /** The values of an object's row; see {@link EntityObjects#values}. */
    public @Nullable Object[] values(Object entity) {
        return objects.values(entity);
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

    boolean hasSeveralKeyColumns() {
        return keys.hasSeveral();
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
