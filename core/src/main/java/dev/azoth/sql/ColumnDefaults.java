package dev.azoth.sql;

import java.util.List;

/**
 * The defaults of a table's columns.
 *
 * @param insert for inserts
 * @param update for updates
 */
public record ColumnDefaults(List<ColumnDefault<?>> insert, List<ColumnDefault<?>> update) {
    /** None. */
    public static final ColumnDefaults NONE = new ColumnDefaults(List.of(), List.of());

    /** Takes immutable copies. */
    public ColumnDefaults {
        insert = List.copyOf(insert);
        update = List.copyOf(update);
    }
}
