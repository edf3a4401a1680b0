package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of an entity hold: makes them, reads them and compares them.
 *
 * <p>Two kinds of array describe an object. Its <em>state</em> has what its members hold, one for each of {@link EntityMapping#attributes}: cheap to
 * read and to compare. Its <em>values</em> are those of its row, one for each of {@link EntityMapping#columns}: what statements need.
 *
 * @param <E> the class
 */
public final class EntityObjects<E> {
    private final EntityMapping<E> mapping;
    private final ObjectShape shape;
    private final AttributeMapping[] attributes;
    private final ColumnAttribute[] copiedColumns;
    private final int discriminatorSlot;

    EntityObjects(EntityMapping<E> mapping, ObjectShape shape) {
        this.mapping = mapping;
        this.shape = shape;
        this.attributes = mapping.attributes().toArray(AttributeMapping[]::new);
        this.copiedColumns = mapping.columnAttributes().stream()
                .filter(each -> !each.isLazy() && each.changesInPlace())
                .toArray(ColumnAttribute[]::new);
        this.discriminatorSlot = mapping.hierarchy()
                .map(each -> mapping.columns().indexOf(each.discriminator()))
                .orElse(-1);
    }

    /**
     * A new object with this state, without a call of any constructor but the one without parameters, or the record's own.
     *
     * @throws InvalidRequestException if the state has null for a member of a primitive type
     */
    public E create(@Nullable Object[] state) {
        return mapping.javaType().cast(shape.create(state));
    }

    /** A new object as its class makes it; not for records. */
    public E create() {
        return mapping.javaType().cast(shape.create());
    }

    /** What an object's members hold, by attribute. */
    public @Nullable Object[] state(Object entity) {
        @Nullable Object[] state = new @Nullable Object[attributes.length];
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
        return shape.isFlat() && !mapping.isRecord();
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
            AttributeMapping attribute = attributes[i];
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
        @Nullable Object[] values = new @Nullable Object[mapping.columns().size()];
        if (discriminatorSlot >= 0) {
            values[discriminatorSlot] =
                    mapping.hierarchy().flatMap(Hierarchy::value).orElse(null);
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

    /**
     * Gives an object some attributes of a state at once: an embedded record, none of whose parts may be null, could not be given one after the other.
     *
     * @param some the indexes of the attributes
     */
    public void set(Object entity, @Nullable Object[] state, BitSet some) {
        shape.set(entity, state, some);
    }

    @Nullable
    Object get(Object entity, int attribute) {
        return shape.get(entity, attribute);
    }

    void set(Object entity, int attribute, @Nullable Object value) {
        shape.set(entity, attribute, value);
    }
}
