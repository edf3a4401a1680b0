package dev.azoth.orm.session;

import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityCallbacks;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.PendingKey;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.model.Lifecycle;
import dev.azoth.schema.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private final List<RelationshipMapping> viewOnly;
    private final List<Link> foreignKeys;
    private final KeyLinks keyLinks;
    private final List<Values> values;
    private final List<Link> placed;
    private final List<Link> listed;
    private final List<Link> writeOnly;
    private final List<Link> keyed;
    private final List<Member> members;
    private final List<ColumnAttribute> columns;
    private final AttributeMapping[] filled;
    private final List<ColumnAttribute> generated;
    private final List<ColumnAttribute> madeKeys;
    private final List<ColumnAttribute> made;
    private final List<ColumnAttribute> madeAgain;
    private final List<ColumnAttribute> numbered;
    private final List<Derived> derived;
    private final List<ColumnAttribute> mirrors;
    private final @Nullable ColumnAttribute version;
    private final @Nullable ColumnAttribute identity;
    private final EntityCallbacks callbacks;
    private final boolean called;
    private final boolean calledOnLoad;
    private final List<ColumnAttribute> defaulted;
    private final List<ColumnAttribute> fetchedAgain;
    private final CheckedColumns checked;
    private final int[] keySlots;
    private final Map<Column<?>, Written> written = new HashMap<>();
    private final Map<BitSet, InsertShape> shapes = new ConcurrentHashMap<>();

    /** Attributes of the key that have the values of a foreign key. */
    record Derived(ToOneMapping from, List<ColumnAttribute> to) {}

    /** A column that a session writes, with the attribute whose value it has. */
    record Written(AttributeMapping attribute, int slot) {}

    private Outline(EntityMapping<?> mapping) {
        this.mapping = mapping;
        this.keySlots =
                mapping.key().stream().mapToInt(mapping.columns()::indexOf).toArray();
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute column
                    && (column.isInsertable() || column.isUpdatable() || column.isId())) {
                written.put(column.column(), new Written(column, column.slot()));
            } else if (each instanceof ToOneMapping toOne) {
                for (int part = 0; part < toOne.columns().size(); part++) {
                    if (toOne.isInsertable(part) || toOne.isUpdatable(part)) {
                        written.put(toOne.columns().get(part), new Written(toOne, toOne.slot(part)));
                    }
                }
            }
        }
        // what an entity has from the one that it extends is one relationship there and here
        this.viewOnly = mapping.relationships().stream()
                .filter(RelationshipMapping::isViewOnly)
                .toList();
        this.links = mapping.relationships().stream()
                .filter(each -> !each.isViewOnly())
                .map(each -> each.owner() == mapping
                        ? new Link(each)
                        : of(each.owner()).link(each.index()))
                .toList();
        this.writeOnly = links.stream().filter(Link::isWriteOnly).toList();
        this.placed = links.stream().filter(each -> each.place().isPresent()).toList();
        this.listed = links.stream().filter(Link::isListed).toList();
        this.keyed = links.stream().filter(Link::isKeyedByAttribute).toList();
        this.values = mapping.elements().stream().map(Values::new).toList();
        List<Member> all = new ArrayList<>(links);
        all.addAll(values);
        this.members = List.copyOf(all);
        this.foreignKeys = links.stream().filter(Link::hasForeignKey).toList();
        this.keyLinks = new KeyLinks(mapping, foreignKeys);
        this.columns = mapping.columnAttributes();
        this.filled = Stream.of(
                        members.stream().map(Member::attribute),
                        mapping.attributes().stream().filter(AttributeMapping::isLazy),
                        viewOnly.stream())
                .flatMap(each -> each)
                .distinct()
                .toArray(AttributeMapping[]::new);
        this.derived = mapping.relationships().stream()
                .filter(each -> each instanceof ToOneMapping toOne
                        && !toOne.derivedKey().isEmpty())
                .map(each -> new Derived((ToOneMapping) each, ((ToOneMapping) each).derivedKey()))
                .toList();
        this.generated = new ArrayList<>(mapping.generated());
        derived.forEach(each -> generated.addAll(each.to()));
        this.mirrors = mapping.isRecord()
                ? List.of()
                : mapping.columnAttributes().stream().filter(this::isMirror).toList();
        generated.addAll(mirrors);
        this.madeKeys = generated(each -> each.isMade() && each.isId());
        this.made = generated(each -> each.isMade() && !each.isId());
        this.madeAgain = generated(ColumnAttribute::isMadeAgain);
        this.numbered = generated(each -> each.numbers().isPresent());
        this.version = mapping.version().orElse(null);
        this.identity = generated.stream()
                .filter(each -> each.generation() instanceof Generation.Identity)
                .findFirst()
                .orElse(null);
        this.defaulted = generated(each -> each.isOfDatabase() && each.isInsertable());
        this.fetchedAgain = generated(ColumnAttribute::isFetchedAgain);
        this.checked = CheckedColumns.of(columns);
        this.callbacks = EntityCallbacks.of(mapping.javaType());
        this.called = !callbacks.isEmpty();
        this.calledOnLoad = callbacks.has(Lifecycle.POST_LOAD);
    }

    private boolean isMirror(ColumnAttribute each) {
        boolean reads = !each.isInsertable() && !each.isUpdatable() && !each.isId();
        return reads && !each.isLazy() && !each.isOfDatabase() && isWritten(each.slot());
    }

    private boolean isWritten(int slot) {
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute column) {
                if (column.slot() == slot && (column.isInsertable() || column.isUpdatable() || column.isId())) {
                    return true;
                }
            } else if (each instanceof ToOneMapping toOne) {
                for (int part = 0; part < toOne.columns().size(); part++) {
                    if (toOne.slot(part) == slot && (toOne.isInsertable(part) || toOne.isUpdatable(part))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Those that only read their columns. */
    List<ColumnAttribute> mirrors() {
        return mirrors;
    }

    private List<ColumnAttribute> generated(Predicate<ColumnAttribute> which) {
        return generated.stream().filter(which).toList();
    }

    static Outline of(EntityMapping<?> mapping) {
        return OUTLINES.get(mapping.javaType());
    }

    EntityMapping<?> mapping() {
        return mapping;
    }

    /** The relationships that are written. */
    List<Link> links() {
        return links;
    }

    /** Those that are only read. */
    List<RelationshipMapping> viewOnly() {
        return viewOnly;
    }

    /** The collections that are never loaded. */
    List<Link> writeOnly() {
        return writeOnly;
    }

    /** The lists and maps that keep places in a column. */
    List<Link> placed() {
        return placed;
    }

    /** The foreign keys that lead to an object with a list of these, whose places it keeps. */
    List<Link> listed() {
        return listed;
    }

    /** The maps whose keys are an attribute of the objects in them. */
    List<Link> keyed() {
        return keyed;
    }

    /** The collections of values. */
    List<Values> values() {
        return values;
    }

    /** The relationships, and then the collections of values. */
    List<Member> members() {
        return members;
    }

    /** The member of an attribute. */
    Member member(int attribute) {
        for (Member each : members) {
            if (each.index() == attribute) {
                return each;
            }
        }
        throw new IllegalArgumentException("no relationship and no collection " + attribute + " in " + mapping);
    }

    /** Those whose foreign key is in the mapping's own table. */
    List<Link> foreignKeys() {
        return foreignKeys;
    }

    /** What the key is made of. */
    KeyLinks keyLinks() {
        return keyLinks;
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

    /** What the class does at moments in the life of its objects. */
    EntityCallbacks callbacks() {
        return callbacks;
    }

    /** Whether the class does something at any moment. */
    boolean isCalled() {
        return called;
    }

    /** Whether the class does something when its objects are loaded. */
    boolean isCalledOnLoad() {
        return calledOnLoad;
    }

    /** The attributes whose members the session fills: no row has what they hold. */
    AttributeMapping[] filled() {
        return filled;
    }

    /** The attributes whose values do not all come from the program. */
    List<ColumnAttribute> generated() {
        return generated;
    }

    /** Those of the key that have the values of foreign keys. */
    List<Derived> derived() {
        return derived;
    }

    /** Those of the key that are made when an object is added. */
    List<ColumnAttribute> madeKeys() {
        return madeKeys;
    }

    /** Those beside the key that are made when a row is inserted. */
    List<ColumnAttribute> made() {
        return made;
    }

    /** Those that are made anew for each change of a row. */
    List<ColumnAttribute> madeAgain() {
        return madeAgain;
    }

    /** Those that sequences number. */
    List<ColumnAttribute> numbered() {
        return numbered;
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

    /** Those that the database gives to rows that have none when they are inserted. */
    List<ColumnAttribute> defaulted() {
        return defaulted;
    }

    /** Those that the database may change with each update. */
    List<ColumnAttribute> fetchedAgain() {
        return fetchedAgain;
    }

    /** Those whose types refuse some values. */
    CheckedColumns checked() {
        return checked;
    }

    /** The slots of the key's columns. */
    int[] keySlots() {
        return keySlots;
    }

    /** What a column has the value of; null for one that is not written. */
    @Nullable
    Written written(Column<?> column) {
        return written.get(column);
    }

    /** What an INSERT writes that leaves these slots to the database. */
    InsertShape inserted(BitSet omitted) {
        return shapes.computeIfAbsent(omitted, each -> new InsertShape(mapping, each));
    }

    @Override
    public String toString() {
        return mapping.name();
    }
}
