package dev.azoth.orm.mapping.model;

import java.util.List;

/**
 * A table that holds the pairs of a relationship.
 *
 * @param schema        the schema, or empty for the connection's own
 * @param ownerColumns  the foreign key to the side that declares it
 * @param targetColumns the foreign key to the other side
 * @param comment       what is said of it to those who look into the database; empty for nothing
 * @param targetUnique  whether each object of the other side is in one pair at most
 */
public record JoinTableModel(
        String schema,
        String name,
        String comment,
        List<JoinColumnModel> ownerColumns,
        List<JoinColumnModel> targetColumns,
        boolean targetUnique) {
    /** Takes immutable copies. */
    public JoinTableModel {
        ownerColumns = List.copyOf(ownerColumns);
        targetColumns = List.copyOf(targetColumns);
    }
}
