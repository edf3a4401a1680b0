package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the keys of an entity, of objects, of rows and of what the program gives, checking what they are made of. */
final class EntityKeys {
    private final EntityMapping<?> mapping;
    private final List<AttributeMapping> attributes;
    private final int[] slots;
    private final Class<?>[] types;
    private final @Nullable KeyObject object;

    EntityKeys(EntityMapping<?> mapping, List<AttributeMapping> attributes, ObjectShape shape) {
        this.mapping = mapping;
        this.attributes = attributes;
        this.slots = mapping.key().stream().mapToInt(mapping.columns()::indexOf).toArray();
        this.types = mapping.key().stream().map(each -> each.type().javaType()).toArray(Class<?>[]::new);
        this.object = KeyObject.of(mapping, attributes, shape).orElse(null);
    }

    boolean hasSeveral() {
        return types.length > 1;
    }

    /** The key of an object, if it has all of it. */
    Optional<EntityKey> ofObject(Object entity) {
        @Nullable Object[] values = values(entity);
        for (Object value : values) {
            if (value == null || value instanceof PendingKey) {
                return Optional.empty();
            }
        }
        return Optional.of(of(values));
    }

    /** The values of an object's key, with a {@link PendingKey} for each that is not known yet. */
    @Nullable
    Object[] values(Object entity) {
        @Nullable Object[] values = new @Nullable Object[slots.length];
        int part = 0;
        for (AttributeMapping attribute : attributes) {
            Object held = attribute.get(entity);
            if (attribute instanceof ToOneMapping toOne) {
                for (Object foreign : toOne.foreignKeyOf(held)) {
                    values[part] = foreign == null ? new PendingKey(entity, part) : foreign;
                    part++;
                }
            } else {
                values[part] = held == null || ((ColumnAttribute) attribute).isUnnumbered(held)
                        ? new PendingKey(entity, part)
                        : held;
                part++;
            }
        }
        return values;
    }

    /** The key in a row's values, by slot. */
    EntityKey ofRow(@Nullable Object[] values) {
        if (slots.length == 1) {
            return new EntityKey(mapping.root(), checked(0, values[slots[0]]));
        }
        @Nullable Object[] parts = new @Nullable Object[slots.length];
        for (int i = 0; i < slots.length; i++) {
            parts[i] = values[slots[i]];
        }
        return of(parts);
    }

    /** The key of one value. */
    EntityKey ofValue(Object value) {
        return types.length == 1 ? new EntityKey(mapping.root(), checked(0, value)) : of(value);
    }

    /** The key of these values, or of an object that has them. */
    EntityKey given(@Nullable Object[] values) {
        return of(KeyObject.parts(object, values));
    }

    private EntityKey of(@Nullable Object... values) {
        if (values.length != types.length) {
            throw new InvalidRequestException("the key of " + mapping.name() + " is " + mapping.key() + ", not "
                    + values.length + " values: " + Arrays.toString(values));
        }
        Object[] checked = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            checked[i] = checked(i, values[i]);
        }
        return new EntityKey(mapping.root(), checked.length == 1 ? checked[0] : List.of(checked));
    }

    private Object checked(int part, @Nullable Object value) {
        if (value == null) {
            throw new InvalidRequestException("the key column " + mapping.key().get(part) + " cannot be null");
        }
        Class<?> wanted = types[part];
        if (value.getClass() != wanted && !wanted.isInstance(value)) { // the first is cheap, and nearly always true
            throw new InvalidRequestException("the key column " + mapping.key().get(part) + " is of " + wanted.getName()
                    + ", not " + value.getClass().getName() + ": " + value);
        }
        // 1.0 and 1.00 are one row
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }
}
