package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Deletes rows of one entity. */
final class DeleteStep implements FlushStep {
    private final Outline outline;
    private final List<Tracked> rows;
    private final GivenValues given;

    DeleteStep(Outline outline, List<Tracked> rows, GivenValues given) {
        this.given = given;
        this.outline = outline;
        this.rows = rows.stream()
                .sorted(Comparator.comparing(DeleteStep::key, KeyedRows.ORDER))
                .toList();
    }

    private static EntityKey key(Tracked row) {
        return Objects.requireNonNull(row.key());
    }

    @Override
    public Table table() {
        return outline.mapping().table();
    }

    @Override
    public void run(Connection connection) {
        List<TablePart> parts = new ArrayList<>(outline.mapping().tables());
        Collections.reverse(parts); // those behind the first refer to it
        parts.forEach(each -> delete(connection, each, each.first() ? outline.version() : null));
    }

    private void delete(Connection connection, TablePart part, @Nullable ColumnAttribute version) {
        KeyedRows names = new KeyedRows();
        names.where(part.key());
        if (version != null) {
            names.where(part.own(version.column()));
        }
        names.and(given.tenant(outline.mapping(), part));
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (Tracked each : rows) {
            @Nullable Object[] row = new @Nullable Object[names.names().size()];
            int next = KeyedRows.put(key(each), row, 0);
            if (version != null) {
                row[next] = Versions.current(each);
            }
            values.add(row);
        }
        int[] counts = connection.executeBatch(
                Sql.delete(part.table()).where(names.condition()), new ParameterRows(names.names(), values));
        for (int i = 0; i < counts.length; i++) {
            Versions.checkMet(counts[i], "deleted", rows.get(i), Versions.current(rows.get(i)));
        }
    }

    @Override
    public void describe(List<PendingChange> into) {
        for (Tracked each : rows) {
            into.add(new PendingChange(PendingChange.Kind.DELETE, each.entity(), each.toString(), List.of()));
        }
    }
}
