package dev.azoth.event;

import dev.azoth.schema.Ddl;
import dev.azoth.schema.Table;
import java.sql.Connection;
import java.util.List;

/**
 * Tables are created or dropped.
 *
 * @param moment before or after which of both
 * @param tables those that were not there, or that were, in the order of their creation
 * @param jdbc   the connection that does it, in its transaction; it must be neither closed nor committed
 */
public record SchemaEvent(Ddl.Moment moment, List<Table> tables, Connection jdbc) {
    /** Takes an immutable copy. */
    public SchemaEvent {
        tables = List.copyOf(tables);
    }
}
