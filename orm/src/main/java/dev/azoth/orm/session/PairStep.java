package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds pairs to a table of pairs, or removes them. */
final class PairStep implements FlushStep {
    private final JoinTable table;
    private final List<Pair> pairs;
    private final @Nullable Places places;
    private final boolean mayBeThere;

    /**
     * A step.
     *
     * @param places     what the places are of pairs that are added; null to remove them
     * @param mayBeThere whether what is added is left alone where it is there already
     */
    PairStep(JoinTable table, List<Pair> pairs, @Nullable Places places, boolean mayBeThere) {
        this.table = table;
        this.pairs = pairs;
        this.places = places;
        this.mayBeThere = mayBeThere;
    }

    @Override
    public Table table() {
        return table.table();
    }

    @Override
    public void run(Connection connection) {
        List<Column<?>> columns = new ArrayList<>(table.ownerColumns());
        columns.addAll(table.targetColumns());
        Places placed = table.index().isPresent() ? places : null;
        if (placed != null) {
            columns.add(table.index().orElseThrow());
        }
        List<@Nullable Object[]> rows = new ArrayList<>(pairs.size());
        for (Pair each : pairs) {
            @Nullable Object[] row = new @Nullable Object[columns.size()];
            int next = KeyedRows.put(key(each, true), row, 0);
            next = KeyedRows.put(key(each, false), row, next);
            if (placed != null) {
                row[next] = placed.of(each, connection);
            }
            rows.add(row);
        }
        if (places != null) {
            connection.execute(insert(), ParameterRows.of(columns, rows));
        } else {
            // a pair that somebody else removed meanwhile is gone, as wanted
            KeyedRows names = new KeyedRows();
            names.where(columns);
            connection.executeBatch(
                    Sql.delete(table.table()).where(names.condition()), new ParameterRows(names.names(), rows));
        }
    }

    private Insert<?> insert() {
        return mayBeThere
                ? Sql.insert(table.table())
                        .onConflict(table.key().toArray(ColumnReference<?>[]::new))
                        .doNothing()
                : Sql.insert(table.table());
    }

    private static EntityKey key(Pair pair, boolean owner) {
        return owner
                ? pair.owner().mapping().keyOf(pair.owner().entity()).orElseThrow()
                : pair.link().attribute().target().keyOf(pair.target()).orElseThrow();
    }

    @Override
    public void describe(List<PendingChange> into) {
        for (Pair each : pairs) {
            into.add(new PendingChange(
                    places != null ? PendingChange.Kind.LINK : PendingChange.Kind.UNLINK,
                    each.owner().entity(),
                    each.toString(),
                    List.of()));
        }
    }
}
