package dev.azoth.orm.session;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.evaluate.Evaluated;
import dev.azoth.orm.evaluate.UncertainException;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import org.jspecify.annotations.Nullable;

/** The row of an object whose changes are all written, as far as the object knows it. */
final class RowValues implements Evaluated.Columns {
    private final Outline outline;
    private final Object entity;
    private final @Nullable Object[] values;

    RowValues(EntityMapping<?> mapping, Object entity) {
        this.outline = Outline.of(mapping);
        this.entity = entity;
        this.values = mapping.values(entity);
    }

    @Override
    public @Nullable Object value(ColumnReference<?> column) {
        Outline.Written written = column instanceof Column<?> own ? outline.written(own) : null;
        if (written == null) {
            throw new UncertainException("it reads " + column + ", which a " + outline + " does not write");
        }
        if (written.attribute() instanceof ColumnAttribute
                && written.attribute().get(entity) instanceof Lazy<?> lazy
                && !lazy.isLoaded()) {
            throw new UncertainException("it reads " + written.attribute() + ", which is not loaded");
        }
        return values[written.slot()];
    }
}
