package dev.azoth.orm.mapping;

import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of a collection's elements.
 *
 * @param ownerColumns   the columns with the key of the entity that has the collection
 * @param index          the column that tells the elements of one owner apart
 * @param elementColumns the columns of an element
 * @param comparable     whether rows can be found by the values of all of those
 */
record ElementTable(
        Table table,
        List<Column<?>> ownerColumns,
        @Nullable Column<?> index,
        List<Column<?>> elementColumns,
        boolean comparable) {
    /** Takes immutable copies. */
    ElementTable {
        ownerColumns = List.copyOf(ownerColumns);
        elementColumns = List.copyOf(elementColumns);
    }
}
