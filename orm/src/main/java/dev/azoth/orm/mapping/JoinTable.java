package dev.azoth.orm.mapping;

import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of a relationship's pairs, seen from one end.
 *
 * @param ownerColumns  its columns with the key of the end that looks
 * @param targetColumns its columns with the key of the other end
 * @param index         its column with the place of the other end in this one's collection, where it keeps one
 */
public record JoinTable(
        Table table, List<Column<?>> ownerColumns, List<Column<?>> targetColumns, Optional<Column<?>> index) {
    /** Takes immutable copies. */
    public JoinTable {
        ownerColumns = List.copyOf(ownerColumns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** The columns that have each pair once. */
    public List<Column<?>> key() {
        List<Column<?>> key = new ArrayList<>(ownerColumns);
        key.addAll(targetColumns);
        return key;
    }

    /** The same table seen from the other end. */
    public JoinTable reversed() {
        return new JoinTable(table, targetColumns, ownerColumns, Optional.empty());
    }
}
