package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.engine.Result;
import dev.azoth.orm.SynchronizeSession;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.schema.Column;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Updates many rows of an entity by their keys: those with values for the same columns by one batch. A version among the values is expected of the row. */
final class BulkUpdate {
    private static final int PAGE = 10_000;

    private final Connection connection;
    private final Synchronization objects;
    private final EntityMapping<?> mapping;
    private final SynchronizeSession how;
    private final Criteria criteria;
    private final @Nullable ColumnAttribute version;
    private final AlsoSet also;

    BulkUpdate(
            Connection connection,
            Synchronization objects,
            EntityMapping<?> mapping,
            SynchronizeSession how,
            Criteria criteria,
            GivenValues given) {
        this.connection = connection;
        this.objects = objects;
        this.mapping = mapping;
        this.how = how;
        this.criteria = criteria;
        this.version = mapping.version().orElse(null);
        this.also = new AlsoSet(mapping, given);
    }

    Result<?> run(Update<?> update, Iterable<?> rows) {
        if (!update.assignments().isEmpty()
                || update.where().isPresent()
                || !update.returning().isEmpty()) {
            throw new InvalidRequestException(
                    "rows bring their keys and values: execute(update(entity), rows) takes an update of "
                            + mapping.name()
                            + " without others, which returns nothing; connection().execute(…) takes parameters");
        }
        GivenRows forms = new GivenRows(mapping, false);
        Iterator<?> iterator = rows.iterator();
        int first = 0;
        while (iterator.hasNext()) {
            List<GivenRow> page = forms.next(iterator, PAGE, first);
            TenantRows tenants = new TenantRows(criteria.tenancy(), mapping);
            for (int i = 0; i < page.size(); i++) {
                checkKey(page.get(i), first + i);
                tenants.check(page.get(i));
            }
            first += page.size();
            Map<BitSet, List<GivenRow>> groups = new LinkedHashMap<>();
            page.forEach(each -> groups.computeIfAbsent(each.given(), key -> new ArrayList<>())
                    .add(each));
            groups.forEach(this::update);
        }
        return Result.of(List.of(), first);
    }

    private void checkKey(GivenRow row, int number) {
        for (Column<?> each : mapping.key()) {
            if (row.values()[mapping.columns().indexOf(each)] == null) {
                throw new InvalidRequestException("row " + number + " has no value for " + each
                        + ", by which the row of " + mapping.name() + " is found");
            }
        }
    }

    private void update(BitSet given, List<GivenRow> rows) {
        BitSet set = (BitSet) given.clone();
        mapping.key().forEach(each -> set.clear(mapping.columns().indexOf(each)));
        boolean expected = version != null && set.get(version.slot());
        if (version != null) {
            set.clear(version.slot());
        }
        RowColumns columns = RowColumns.of(mapping, set);
        if (columns.columns().isEmpty()) {
            return;
        }
        for (TablePart part : mapping.tables()) {
            RowColumns some = columns.in(part);
            if (!some.columns().isEmpty() || also.isIn(part)) {
                update(part, some, part.first() && expected, rows);
            }
        }
        if (how != SynchronizeSession.OFF) {
            synchronize(columns.columns(), expected, rows);
        }
    }

    private void update(TablePart part, RowColumns columns, boolean expected, List<GivenRow> rows) {
        KeyedRows names = new KeyedRows();
        Update<?> update = names.set(Sql.update(part.table()), columns.columns());
        update = also.in(update, part);
        names.where(part.key());
        if (expected && version != null) {
            names.where(version.column());
        }
        int more = part.key().size() + (expected ? 1 : 0);
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (GivenRow each : rows) {
            @Nullable Object[] row = columns.of(each.values(), more);
            int next = KeyedRows.put(each.key(), row, row.length - more);
            if (expected && version != null) {
                row[next] = each.values()[version.slot()];
            }
            values.add(row);
        }
        int[] counts = connection.executeBatch(
                criteria.applied(part.written(update.where(names.condition()))),
                new ParameterRows(names.names(), values));
        for (int i = 0; i < counts.length; i++) {
            GivenRow row = rows.get(i);
            Object version0 = expected && version != null ? row.values()[version.slot()] : null;
            Versions.checkMet(counts[i], "updated", row.key(), version0);
        }
    }

    private void synchronize(List<Column<?>> columns, boolean expected, List<GivenRow> rows) {
        List<Tracked> leading = new ArrayList<>();
        for (GivenRow row : rows) {
            EntityKey key = row.key();
            Tracked held = objects.held(mapping, key);
            if (held == null) {
                continue;
            }
            ChangedColumns changed = ChangedColumns.of(held.mapping(), columns);
            Map<ColumnAttribute, @Nullable Object> values = new LinkedHashMap<>();
            changed.columns().forEach(each -> values.put(each, row.values()[each.slot()]));
            values.putAll(also.besides(columns));
            if (version != null && version.isCounted()) {
                Object before = expected ? row.values()[version.slot()] : Versions.current(held);
                values.put(version, Versions.next(version, before));
            }
            objects.set(held, values);
            if (changed.leads()) {
                leading.add(held);
            }
        }
        objects.reload(mapping, leading);
    }
}
