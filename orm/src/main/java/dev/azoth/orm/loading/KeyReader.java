package dev.azoth.orm.loading;

import dev.azoth.compile.ResultColumn;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a key, the entity's own or one that leads to it, from columns of a row. */
final class KeyReader {
    private final EntityMapping<?> mapping;
    private final ResultColumn<?>[] columns;
    private final int[] places;

    /**
     * A reader.
     *
     * @param mapping the entity whose key it is
     * @param first   the position in the row from which the places count
     */
    KeyReader(EntityMapping<?> mapping, List<ResultColumn<?>> columns, int first, int[] places) {
        this.mapping = mapping;
        this.columns = new ResultColumn<?>[places.length];
        this.places = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            this.places[i] = first + places[i];
            this.columns[i] = columns.get(first + places[i]);
        }
    }

    /** The key; null if a part of it is. */
    @Nullable
    EntityKey read(ResultSet row) throws SQLException {
        if (places.length == 1) {
            Object value = columns[0].read(row, places[0] + 1);
            return value == null ? null : mapping.keyOfValue(value);
        }
        @Nullable Object[] values = new @Nullable Object[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = columns[i].read(row, places[i] + 1);
            if (values[i] == null) {
                return null;
            }
        }
        return mapping.key(values);
    }
}
