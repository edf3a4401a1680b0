package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Removes all pairs of objects that are deleted, whether they are in memory or not. */
final class LastPairsStep implements FlushStep {
    private final JoinTable table;
    private final List<Tracked> rows;

    LastPairsStep(JoinTable table, List<Tracked> rows) {
        this.table = table;
        this.rows = rows;
    }

    @Override
    public Table table() {
        return table.table();
    }

    @Override
    public void run(Connection connection) {
        KeyedRows names = new KeyedRows();
        names.where(table.ownerColumns());
        List<@Nullable Object[]> keys = new ArrayList<>(rows.size());
        for (Tracked each : rows) {
            @Nullable Object[] row = new @Nullable Object[names.names().size()];
            KeyedRows.put(Objects.requireNonNull(each.key()), row, 0);
            keys.add(row);
        }
        connection.executeBatch(
                Sql.delete(table.table()).where(names.condition()), new ParameterRows(names.names(), keys));
    }

    @Override
    public void describe(List<PendingChange> into) {
        // that the object is deleted says it
    }
}
