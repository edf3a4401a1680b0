package dev.azoth.orm.mapping;

import dev.azoth.orm.mapping.model.MemberModel;
import org.jspecify.annotations.Nullable;

/**
 * A mapped attribute of an entity.
 *
 * <p>Members of an embedded value are attributes of the entity that has it, with a dot in their names.
 */
public abstract sealed class AttributeMapping permits ColumnAttribute, RelationshipMapping, ElementsMapping {
    private final EntityMapping<?> owner;
    private final String name;
    private final MemberModel member;
    private final int index;

    AttributeMapping(EntityMapping<?> owner, String name, MemberModel member, int index) {
        this.owner = owner;
        this.name = name;
        this.member = member;
        this.index = index;
    }

    /** The entity that has it. */
    public EntityMapping<?> owner() {
        return owner;
    }

    /** Its name; {@code address.city} for a member of an embedded value. */
    public String name() {
        return name;
    }

    /** Its position in {@link EntityMapping#attributes()} and in the arrays of {@link EntityObjects#state}. */
    public int index() {
        return index;
    }

    /** Whether the member is a {@code Lazy}. */
    public boolean isLazy() {
        return member.lazy();
    }

    /** Whether the member is of a primitive type. */
    public boolean isPrimitive() {
        return member.primitive();
    }

    /** The value in an entity: what the field holds, so perhaps a {@code Lazy}. */
    public @Nullable Object get(Object entity) {
        return owner.objects().get(entity, index);
    }

    /**
     * Puts a value into an entity's field.
     *
     * @throws UnsupportedOperationException if the entity is a record
     */
    public void set(Object entity, @Nullable Object value) {
        owner.objects().set(entity, index, value);
    }

    @Override
    public String toString() {
        return owner.name() + "." + name;
    }
}
