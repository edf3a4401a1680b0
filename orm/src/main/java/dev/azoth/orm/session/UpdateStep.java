package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Updates rows of one entity in which the same attributes changed. */
final class UpdateStep implements FlushStep {
    private final Outline outline;
    private final BitSet attributes;
    private final ColumnExpressions expressions;
    private final List<Change> rows;
    private final GivenValues given;

    /**
     * A row to be changed.
     *
     * @param row     the object that has the new values
     * @param key     the row's key
     * @param version the version that the row is expected to have, or null for an entity without
     */
    record Change(Tracked row, EntityKey key, @Nullable Object version) {}

    UpdateStep(
            Outline outline, BitSet attributes, ColumnExpressions expressions, List<Change> rows, GivenValues given) {
        this.given = given;
        this.outline = outline;
        this.attributes = attributes;
        this.expressions = expressions;
        this.rows = rows.stream()
                .sorted(Comparator.comparing(Change::key, KeyedRows.ORDER))
                .toList();
    }

    @Override
    public Table table() {
        return outline.mapping().table();
    }

    @Override
    public void run(Connection connection) {
        RowColumns columns = RowColumns.updated(outline.mapping(), attributes);
        if (columns.columns().isEmpty() && expressions.isEmpty() && outline.version() == null) {
            return;
        }
        rows.forEach(this::complete);
        for (TablePart part : outline.mapping().tables()) {
            // the version is in the first table, and counts the changes of all
            ColumnAttribute version = part.first() ? outline.version() : null;
            RowColumns some = columns.in(part);
            if (version != null || !some.columns().isEmpty() || expressions.isIn(part)) {
                update(connection, part, some, version);
                fetch(connection, part);
            }
        }
        if (!expressions.isEmpty()) {
            Map<EntityKey, Object> objects = new LinkedHashMap<>();
            rows.forEach(each -> objects.put(each.key(), each.row().entity()));
            expressions.readBack(connection, outline.mapping(), objects);
        }
    }

    /** A row that a new object takes over is all that a new row would be. */
    private void complete(Change change) {
        if (change.row().snapshot() == null) {
            given.inserted(change.row());
        } else {
            given.changed(change.row());
        }
    }

    private void fetch(Connection connection, TablePart part) {
        List<ColumnAttribute> fetched = outline.fetchedAgain().stream()
                .filter(each -> part.has(each.column()))
                .toList();
        if (!fetched.isEmpty()) {
            new FetchedValues(outline.mapping(), part, fetched).read(connection, rows);
        }
    }

    private void update(Connection connection, TablePart part, RowColumns columns, @Nullable ColumnAttribute version) {
        KeyedRows names = new KeyedRows();
        Update<?> update = names.set(Sql.update(part.table()), columns.columns());
        boolean counted = version != null && version.isCounted();
        if (version != null && counted) {
            update = names.set(update, part.own(version.column()));
        }
        // the database gives the row another version whatever is written
        boolean touched = !counted && columns.columns().isEmpty() && !expressions.isIn(part);
        update = touched ? names.set(update, part.key()) : update;
        update = expressions.set(update, part);
        names.where(part.key());
        if (version != null) {
            names.where(part.own(version.column()));
        }
        names.and(given.tenant(outline.mapping(), part));
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (Change each : rows) {
            values.add(values(each, columns, version, touched ? part.key() : List.of()));
        }
        int[] counts = connection.executeBatch(
                part.written(update.where(names.condition())), new ParameterRows(names.names(), values));
        for (int i = 0; i < counts.length; i++) {
            Change change = rows.get(i);
            Versions.checkMet(counts[i], "updated", change.key(), change.version());
            if (version != null && counted) {
                version.set(change.row().entity(), Versions.next(version, change.version()));
            }
        }
    }

    private @Nullable Object[] values(
            Change change, RowColumns columns, @Nullable ColumnAttribute version, List<Column<?>> touched) {
        boolean counted = version != null && version.isCounted();
        int key = change.key().values().size() + touched.size();
        int more = key + (counted ? 1 : 0) + (version == null ? 0 : 1);
        @Nullable
        Object[] values =
                columns.of(outline.mapping().objects().values(change.row().entity()), more);
        int next = values.length - more;
        if (version != null && counted) {
            values[next] = Versions.next(version, change.version());
            next++;
        }
        if (!touched.isEmpty()) {
            next = KeyedRows.put(change.key(), values, next);
        }
        next = KeyedRows.put(change.key(), values, next);
        if (version != null) {
            values[next] = change.version();
        }
        return values;
    }

    @Override
    public void describe(List<PendingChange> into) {
        List<String> names = outline.mapping().attributes().stream()
                .filter(each -> attributes.get(each.index())
                        || (each instanceof ColumnAttribute column
                                && expressions.values().containsKey(column)))
                .map(AttributeMapping::name)
                .toList();
        for (Change each : rows) {
            into.add(new PendingChange(
                    PendingChange.Kind.UPDATE, each.row().entity(), each.key().toString(), names));
        }
    }
}
