package dev.azoth.sql;

import dev.azoth.InvalidRequestException;

/** What {@code from} and {@code join} accept: a table, an alias, a query, or something of another layer that stands for one. */
public interface Source {
    /** What it is in FROM. */
    FromItem fromItem();

    /**
     * The table whose rows change when a statement changes these.
     *
     * @throws InvalidRequestException if there is none: of an alias, say, or of a query
     */
    default NamedTable changedTable() {
        if (fromItem() instanceof NamedTable table) {
            return table;
        }
        throw new InvalidRequestException("rows of " + fromItem() + " cannot be changed: name the table itself");
    }
}
