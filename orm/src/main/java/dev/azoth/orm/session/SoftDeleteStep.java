package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.SoftDeletion;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Marks rows of one entity as deleted. */
final class SoftDeleteStep implements FlushStep {
    private final Outline outline;
    private final SoftDeletion deletion;
    private final List<Tracked> rows;
    private final GivenValues given;

    SoftDeleteStep(Outline outline, SoftDeletion deletion, List<Tracked> rows, GivenValues given) {
        this.given = given;
        this.outline = outline;
        this.deletion = deletion;
        this.rows = rows.stream()
                .sorted(Comparator.comparing(SoftDeleteStep::key, KeyedRows.ORDER))
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
        TablePart part = outline.mapping().tables().get(0);
        ColumnAttribute version = outline.version();
        KeyedRows names = new KeyedRows();
        Update<?> update =
                names.set(Sql.update(part.table()), deletion.attribute().column());
        boolean counted = version != null && version.isCounted();
        update = version != null && counted ? names.set(update, version.column()) : update;
        names.where(part.key());
        if (version != null) {
            names.where(version.column());
        }
        names.and(given.tenant(outline.mapping(), part));
        Object mark = deletion.mark();
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (Tracked each : rows) {
            @Nullable Object[] row = new @Nullable Object[names.names().size()];
            row[0] = mark;
            int next = counted ? 2 : 1;
            next = KeyedRows.put(key(each), row, next);
            if (version != null && counted) {
                row[1] = Versions.next(version, Versions.current(each));
            }
            if (version != null) {
                row[next] = Versions.current(each);
            }
            values.add(row);
        }
        int[] counts = connection.executeBatch(
                part.written(update.where(names.condition())), new ParameterRows(names.names(), values));
        for (int i = 0; i < counts.length; i++) {
            Tracked row = rows.get(i);
            Versions.checkMet(counts[i], "deleted", row, Versions.current(row));
            deletion.attribute().set(row.entity(), mark);
            if (version != null && counted) {
                version.set(row.entity(), Versions.next(version, Versions.current(row)));
            }
        }
    }

    @Override
    public void describe(List<PendingChange> into) {
        for (Tracked each : rows) {
            into.add(new PendingChange(
                    PendingChange.Kind.DELETE,
                    each.entity(),
                    each.toString(),
                    List.of(deletion.attribute().name())));
        }
    }
}
