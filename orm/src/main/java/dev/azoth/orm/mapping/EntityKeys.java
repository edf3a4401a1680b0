package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import dev.azoth.schema.Column;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes keys, checking what they are made of. */
final class EntityKeys {
    private EntityKeys() {}

    static EntityKey of(EntityMapping<?> mapping, @Nullable Object[] values) {
        List<Column<?>> columns = mapping.key();
        if (values.length != columns.size()) {
            throw new InvalidRequestException("the key of " + mapping.name() + " is " + columns + ", not "
                    + values.length + " values: " + Arrays.toString(values));
        }
        Object[] checked = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            checked[i] = checked(columns.get(i), values[i]);
        }
        return new EntityKey(mapping, checked);
    }

    private static Object checked(Column<?> column, @Nullable Object value) {
        if (value == null) {
            throw new InvalidRequestException("the key column " + column + " cannot be null");
        }
        Class<?> wanted = column.type().javaType();
        if (!wanted.isInstance(value)) {
            throw new InvalidRequestException("the key column " + column + " is of " + wanted.getName() + ", not "
                    + value.getClass().getName() + ": " + value);
        }
        // 1.0 and 1.00 are one row
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }
}
