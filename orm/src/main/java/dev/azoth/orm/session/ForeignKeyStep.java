package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a foreign key by itself, because rows need each other in a circle: after they are inserted, or emptied before they are deleted. */
final class ForeignKeyStep implements FlushStep {
    private final Link link;
    private final List<Tracked> rows;
    private final boolean empty;
    private final GivenValues given;

    /** A step for rows of one entity. */
    ForeignKeyStep(Link link, List<Tracked> rows, boolean empty, GivenValues given) {
        this.given = given;
        this.link = link;
        this.rows = rows;
        this.empty = empty;
    }

    @Override
    public Table table() {
        return rows.get(0).mapping().table();
    }

    @Override
    public void run(Connection connection) {
        ToOneMapping foreign = (ToOneMapping) link.attribute();
        TablePart part = rows.get(0).mapping().table(foreign.columns().get(0));
        KeyedRows names = new KeyedRows();
        List<Column<?>> columns = new ArrayList<>();
        foreign.columns().forEach(each -> columns.add(part.own(each)));
        Update<?> update = names.set(Sql.update(part.table()), columns);
        names.where(part.key());
        names.and(given.tenant(rows.get(0).mapping(), part));
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (Tracked each : rows) {
            @Nullable Object[] row = new @Nullable Object[names.names().size()];
            int width = foreign.columns().size();
            if (!empty) {
                System.arraycopy(foreign.foreignKey(each.entity()), 0, row, 0, width);
            }
            KeyedRows.put(key(each), row, width);
            values.add(row);
        }
        int[] counts =
                connection.executeBatch(update.where(names.condition()), new ParameterRows(names.names(), values));
        for (int i = 0; i < counts.length; i++) {
            Versions.checkMet(counts[i], "updated", rows.get(i), null);
        }
    }

    private static EntityKey key(Tracked row) {
        EntityKey key = row.key();
        return key == null ? row.mapping().keyOf(row.entity()).orElseThrow() : key;
    }

    @Override
    public void describe(List<PendingChange> into) {
        for (Tracked each : rows) {
            into.add(new PendingChange(
                    PendingChange.Kind.UPDATE,
                    each.entity(),
                    each.toString(),
                    List.of(link.attribute().name())));
        }
    }
}
