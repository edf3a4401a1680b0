package dev.azoth.schema;

import dev.azoth.sql.UniqueColumns;
import java.util.List;

/**
 * An index of a table.
 *
 * @param name    its name
 * @param columns what is indexed, in order
 * @param unique  whether its values differ in every row
 */
public record Index(String name, Table table, List<Column<?>> columns, boolean unique) implements UniqueColumns {
    /** Takes an immutable copy. */
    public Index {
        columns = List.copyOf(columns);
    }

    @Override
    public String toString() {
        return name;
    }
}
