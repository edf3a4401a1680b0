package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.orm.PendingChange;
import dev.azoth.schema.Table;
import java.util.List;

/** A part of a flush: rows of one table that are written together. */
interface FlushStep {
    /** A table of the database that has them. */
    Table table();

    /** Writes them. */
    void run(Connection connection);

    /** What it would do. */
    void describe(List<PendingChange> into);
}
