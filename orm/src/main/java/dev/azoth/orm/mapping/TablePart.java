package dev.azoth.orm.mapping;

import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import java.util.List;

/**
 * A table that has a part of an entity's rows.
 *
 * @param table   the table
 * @param columns its columns, without those of the key where another table has the key already
 * @param key     its columns that have the entity's key
 * @param first   whether it is the one that rows are in first
 */
public record TablePart(Table table, List<Column<?>> columns, List<Column<?>> key, boolean first) {
    /** Takes immutable copies. */
    public TablePart {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }
}
