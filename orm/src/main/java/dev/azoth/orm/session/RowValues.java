package dev.azoth.orm.session;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.evaluate.Evaluated;
import dev.azoth.orm.evaluate.UncertainException;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The row of an object whose changes are all written, as far as the object knows it. */
final class RowValues implements Evaluated.Columns {
    private final EntityMapping<?> mapping;
    private final Object entity;
    private final @Nullable Object[] values;
    private final Map<Column<?>, AttributeMapping> attributes = new HashMap<>();

    RowValues(EntityMapping<?> mapping, Object entity) {
        this.mapping = mapping;
        this.entity = entity;
        this.values = mapping.values(entity);
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute column && isWritten(column)) {
                attributes.put(column.column(), column);
            } else if (each instanceof ToOneMapping toOne) {
                for (int part = 0; part < toOne.columns().size(); part++) {
                    if (toOne.isInsertable(part) || toOne.isUpdatable(part)) {
                        attributes.put(toOne.columns().get(part), toOne);
                    }
                }
            }
        }
    }

    private static boolean isWritten(ColumnAttribute column) {
        return column.isInsertable() || column.isUpdatable() || column.isId();
    }

    @Override
    public @Nullable Object value(ColumnReference<?> column) {
        AttributeMapping attribute = column instanceof Column<?> own ? attributes.get(own) : null;
        if (attribute == null) {
            throw new UncertainException("it reads " + column + ", which a " + mapping.name() + " does not write");
        }
        if (attribute instanceof ColumnAttribute && attribute.get(entity) instanceof Lazy<?> lazy && !lazy.isLoaded()) {
            throw new UncertainException("it reads " + attribute + ", which is not loaded");
        }
        return values[mapping.columns().indexOf(column)];
    }
}
