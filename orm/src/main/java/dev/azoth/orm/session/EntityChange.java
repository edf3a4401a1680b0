package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Result;
import dev.azoth.orm.SynchronizeSession;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.evaluate.UncertainException;
import dev.azoth.orm.loading.EntityQueries;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.SoftDeletion;
import dev.azoth.orm.mapping.TableChange;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Row;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.Source;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An UPDATE or a DELETE of an entity's rows, after which the session's objects are what their rows are. */
final class EntityChange {
    private final Connection connection;
    private final EntityQueries queries;
    private final Synchronization objects;
    private final EntityMapping<?> mapping;
    private final SynchronizeSession how;
    private final Criteria criteria;
    private final GivenValues given;
    private boolean gone;

    EntityChange(
            Connection connection,
            EntityQueries queries,
            Synchronization objects,
            EntityMapping<?> mapping,
            SynchronizeSession how,
            Criteria criteria,
            GivenValues given) {
        this.connection = connection;
        this.queries = queries;
        this.objects = objects;
        this.mapping = mapping;
        this.how = how;
        this.criteria = criteria;
        this.given = given;
    }

    /** Runs a statement; one that deletes rows which are only marked is an update. */
    @SuppressWarnings("unchecked") // it returns nothing
    <T> Result<T> run(RowChange<T> given) {
        SoftDeletion deletion = mapping.root().softDeletion().orElse(null);
        if (deletion == null || !(given instanceof Delete<T> delete)) {
            return change(given);
        } else if (!given.returning().isEmpty() || given.limit().isPresent()) {
            throw new InvalidRequestException(
                    "rows of " + mapping.name()
                            + " are marked as deleted by an UPDATE: it returns nothing, and takes no limit; select them before");
        }
        gone = true;
        return (Result<T>) change(marking(delete, deletion.attribute().column(), deletion.mark()));
    }

    private static <V> Update<Row> marking(Delete<?> delete, Column<V> column, Object mark) {
        Update<Row> update =
                Sql.update(delete.table()).set(column, column.type().javaType().cast(mark));
        update = update.from(delete.from().toArray(Source[]::new));
        return delete.where().isPresent() ? update.where(delete.where().get()) : update;
    }

    private <T> Result<T> change(RowChange<T> asked) {
        if (asked instanceof Delete<T> && ReturnedParts.hasEntity(asked)) {
            throw new InvalidRequestException("a DELETE returns columns of " + mapping.name()
                    + ", not its objects: select them before, or session.delete(…) them");
        }
        AlsoSet also = gone ? AlsoSet.version(mapping, given) : new AlsoSet(mapping, given);
        TableChange<RowChange<T>> written = TableChange.of(asked, mapping);
        checkKey(written.statement());
        new TenantRows(criteria.tenancy(), mapping).check(written.statement());
        if (!written.oneTable()) {
            return new SeveralTables(connection, objects, mapping, how, criteria, also, gone)
                    .run(asked, written.statement());
        }
        RowChange<T> raised = written.statement() instanceof Update<T> update ? also.in(update) : written.statement();
        RowChange<T> change = criteria.applied(raised);
        RowChange<T> sent = written.discriminating()
                .map(condition -> where(change, condition))
                .orElse(change);
        List<Tracked> held = how == SynchronizeSession.OFF ? List.of() : objects.held(mapping);
        if (ReturnedParts.hasEntity(sent)) {
            return fetched(sent, !held.isEmpty());
        } else if (held.isEmpty()) {
            return connection.execute(sent);
        }
        RowChange<T> ofHeld = criteria.ofHeld().applied(raised);
        return how == SynchronizeSession.FETCH ? fetched(sent, true) : evaluated(ofHeld, sent, held);
    }

    private static <T> RowChange<T> where(RowChange<T> change, Condition condition) {
        return change instanceof Update<T> update ? update.where(condition) : ((Delete<T>) change).where(condition);
    }

    private void checkKey(RowChange<?> change) {
        if (how != SynchronizeSession.OFF
                && change instanceof Update<?> update
                && update.assignments().stream().anyMatch(each -> mapping.key().contains(each.column()))) {
            throw new InvalidRequestException("the key of " + mapping.name()
                    + " would change, by which the session knows its objects: SynchronizeSession.OFF takes that change, and no objects of"
                    + " its rows should be used then");
        }
    }

    // in Java

    private <T> Result<T> evaluated(RowChange<T> change, RowChange<T> sent, List<Tracked> held) {
        Map<Tracked, Map<ColumnReference<?>, @Nullable Object>> met;
        try {
            met = new EvaluatedChange(change, mapping).on(held);
        } catch (UncertainException e) {
            if (how == SynchronizeSession.EVALUATE) {
                throw EvaluatedChange.refused(e, mapping);
            }
            return fetched(sent, true);
        }
        Result<T> result = connection.execute(sent);
        if (gone || change instanceof Delete<T>) {
            objects.gone(List.copyOf(met.keySet()));
        } else {
            List<Tracked> leading = new ArrayList<>();
            met.forEach((tracked, values) -> {
                ChangedColumns changed = ChangedColumns.of(tracked.mapping(), values.keySet());
                objects.set(tracked, EvaluatedChange.of(changed.columns(), values));
                if (changed.leads()) {
                    leading.add(tracked);
                }
            });
            objects.reload(mapping, leading);
        }
        return result;
    }

    // by the database

    private <T> Result<T> fetched(RowChange<T> sent, boolean synchronizing) {
        ReturnedParts<T> returned = new ReturnedParts<>(sent, mapping);
        Map<Column<?>, Integer> columns =
                returned.places(sent instanceof Update<T> update && synchronizing ? changed(update) : Set.of());
        List<Row> rows = connection.execute(returned.statement()).all();
        Map<EntityKey, Row> byKey = new LinkedHashMap<>();
        rows.forEach(each -> byKey.put(returned.key(each), each));
        if (synchronizing) {
            synchronize(sent, byKey, columns);
        }
        boolean entities = ReturnedParts.hasEntity(sent);
        Map<EntityKey, Object> found = entities ? queries.loadMet(mapping, byKey.keySet()) : Map.of();
        return Result.of(returned.project(rows, found), rows.size());
    }

    private void synchronize(RowChange<?> sent, Map<EntityKey, Row> rows, Map<Column<?>, Integer> columns) {
        Map<Tracked, Row> met = new LinkedHashMap<>();
        rows.forEach(
                (key, row) -> Optional.ofNullable(objects.held(mapping, key)).ifPresent(each -> met.put(each, row)));
        if (gone || sent instanceof Delete<?>) {
            objects.gone(List.copyOf(met.keySet()));
            return;
        }
        List<Tracked> leading = new ArrayList<>();
        met.forEach((tracked, row) -> {
            Map<ColumnReference<?>, @Nullable Object> values = new LinkedHashMap<>();
            columns.forEach((column, place) -> values.put(column, row.get(place)));
            ChangedColumns changed = ChangedColumns.of(tracked.mapping(), columns.keySet());
            objects.set(tracked, EvaluatedChange.of(changed.columns(), values));
            if (changed.leads()) {
                leading.add(tracked);
            }
        });
        objects.reload(mapping, leading);
    }

    /** The columns that get other values, with those that the statement does not name. */
    private Set<Column<?>> changed(Update<?> update) {
        Set<Column<?>> changed = new LinkedHashSet<>();
        for (Column<?> each : mapping.root().table().columns()) {
            if (update.assignments().stream().anyMatch(set -> set.column().equals(each))
                    || update.table().defaults().update().stream()
                            .anyMatch(made -> made.column().equals(each))) {
                changed.add(each);
            }
        }
        return changed;
    }
}
