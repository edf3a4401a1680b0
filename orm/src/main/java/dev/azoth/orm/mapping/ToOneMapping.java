package dev.azoth.orm.mapping;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.mapping.model.ToOneModel;
import dev.azoth.schema.Column;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A relationship to one object, whose foreign key is in this entity's table or, when it is mapped by the other end, in the target's. */
public final class ToOneMapping extends RelationshipMapping {
    private final ToOneModel model;
    private final List<Column<?>> columns;
    private final int[] slots;
    private final Optional<Column<?>> place;

    ToOneMapping(
            EntityMapping<?> owner,
            String name,
            ToOneModel model,
            int index,
            List<Column<?>> columns,
            int[] slots,
            Optional<Column<?>> place) {
        super(owner, name, model.member(), model.relation(), index);
        this.model = model;
        this.columns = List.copyOf(columns);
        this.slots = slots.clone();
        this.place = place;
    }

    /** The foreign key's columns; none where the other end has it. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** The column with the place of this entity in the collection at the other end, where that keeps one. */
    public Optional<Column<?>> place() {
        return place;
    }

    /** The position in {@link EntityMapping#columns()} of a column of the foreign key. */
    public int slot(int part) {
        return slots[part];
    }

    /** Whether it is of the primary key. */
    public boolean isId() {
        return model.id();
    }

    /** Whether there may be none. */
    public boolean isOptional() {
        return model.optional();
    }

    /** The attributes of the key that have the foreign key's values, in the order of its columns; none unless the relationship gives the key. */
    public List<ColumnAttribute> derivedKey() {
        return model.derived().stream()
                .map(each -> (ColumnAttribute) owner().attribute(each))
                .toList();
    }

    /** Whether no two objects have the same at the other end. */
    public boolean isOneToOne() {
        return model.oneToOne();
    }

    /** Whether a column of the foreign key is written by INSERT; where it is not, another attribute writes it. */
    public boolean isInsertable(int part) {
        return model.columns().get(part).insertable();
    }

    /** Whether a column of the foreign key is written by UPDATE. */
    public boolean isUpdatable(int part) {
        return model.columns().get(part).updatable();
    }

    /**
     * The object at the other end as far as it is in memory: null when there is none, the {@link LazyReference} itself when that is not loaded.
     */
    public @Nullable Object peek(Object entity) {
        return held(get(entity));
    }

    private static @Nullable Object held(@Nullable Object member) {
        return member instanceof Lazy<?> lazy && lazy.isLoaded() ? lazy.get() : member;
    }

    /**
     * The values of the foreign key that an entity's member stands for: nulls for none, and a {@link PendingKey} for each part that its target has
     * not got yet.
     */
    public @Nullable Object[] foreignKey(Object entity) {
        return foreignKeyOf(get(entity));
    }

    @Nullable
    Object[] foreignKeyOf(@Nullable Object member) {
        Object found = held(member);
        if (found instanceof LazyReference<?> reference) {
            return reference.key();
        }
        return found == null ? new @Nullable Object[columns.size()] : target().keyValues(found);
    }

    @Override
    public boolean isToMany() {
        return false;
    }

    @Override
    public List<Column<?>> localColumns() {
        return isOwning() ? columns : owner().key();
    }

    @Override
    public List<Column<?>> remoteColumns() {
        return isOwning() ? target().key() : ((ToOneMapping) target().relationship(mappedBy())).columns();
    }

    @Override
    public Optional<JoinTable> joinTable() {
        return Optional.empty();
    }
}
