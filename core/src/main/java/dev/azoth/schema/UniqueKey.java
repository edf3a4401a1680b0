package dev.azoth.schema;

import dev.azoth.sql.UniqueColumns;
import java.util.List;

/** Columns whose values, together, differ in every row. */
public record UniqueKey(String name, List<Column<?>> columns) implements UniqueColumns {
    /** Takes an immutable copy. */
    public UniqueKey {
        columns = List.copyOf(columns);
    }
}
