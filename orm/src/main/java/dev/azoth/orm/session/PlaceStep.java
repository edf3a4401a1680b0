package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the places of objects in lists and maps: in the table of pairs, or in that of the objects. */
final class PlaceStep implements FlushStep {
    private final Link link;
    private final List<Places.Change> changes;

    PlaceStep(Link link, List<Places.Change> changes) {
        this.link = link;
        this.changes = changes;
    }

    @Override
    public void run(Connection connection) {
        Column<?> place = link.place().orElseThrow();
        JoinTable pairs = link.pairs();
        Table table = place.table();
        KeyedRows names = new KeyedRows();
        var update = names.set(Sql.update(table), place);
        if (pairs != null) {
            names.where(pairs.ownerColumns());
            names.where(pairs.targetColumns());
        } else {
            names.where(table.primaryKey());
        }
        List<@Nullable Object[]> rows = new ArrayList<>(changes.size());
        for (Places.Change each : changes) {
            @Nullable Object[] row = new @Nullable Object[names.names().size()];
            row[0] = each.place();
            int next = 1;
            if (pairs != null) {
                next = KeyedRows.put(
                        each.owner().mapping().keyOf(each.owner().entity()).orElseThrow(), row, next);
            }
            KeyedRows.put(link.attribute().target().keyOf(each.object()).orElseThrow(), row, next);
            rows.add(row);
        }
        connection.executeBatch(update.where(names.condition()), new ParameterRows(names.names(), rows));
    }

    @Override
    public void describe(List<PendingChange> into) {
        for (Places.Change each : changes) {
            String name = link.attribute().target().name();
            into.add(new PendingChange(
                    PendingChange.Kind.PLACE,
                    each.owner().entity(),
                    each.owner() + "." + link.attribute().name() + "[" + each.place() + "] → "
                            + link.attribute()
                                    .target()
                                    .keyOf(each.object())
                                    .map(Object::toString)
                                    .orElse(name + " (new)"),
                    List.of()));
        }
    }
}
