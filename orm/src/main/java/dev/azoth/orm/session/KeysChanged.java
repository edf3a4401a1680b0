package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.orm.PendingChange;
import dev.azoth.schema.Table;
import java.util.List;

/** The keys of rows have changed: the steps that follow find them by the others. */
record KeysChanged(Table table, MovedObjects objects) implements FlushStep {
    @Override
    public void run(Connection connection) {
        objects.settle();
    }

    @Override
    public void describe(List<PendingChange> into) {
        // nothing is written
    }
}
