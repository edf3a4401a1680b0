package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Result;
import dev.azoth.orm.SynchronizeSession;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.loading.KeyCondition;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.schema.Column;
import dev.azoth.sql.Assignment;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Row;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Traversal;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A change of an entity whose rows are in several tables: the keys of the rows are read, and then each table is changed by them. */
final class SeveralTables {
    private static final int PAGE = 500;

    private final Connection connection;
    private final Synchronization objects;
    private final EntityMapping<?> mapping;
    private final SynchronizeSession how;
    private final Criteria criteria;
    private final AlsoSet also;
    private final boolean gone;

    SeveralTables(
            Connection connection,
            Synchronization objects,
            EntityMapping<?> mapping,
            SynchronizeSession how,
            Criteria criteria,
            AlsoSet also,
            boolean gone) {
        this.connection = connection;
        this.objects = objects;
        this.mapping = mapping;
        this.how = how;
        this.criteria = criteria;
        this.also = also;
        this.gone = gone;
    }

    /**
     * Runs it.
     *
     * @param given   the change over what the entity is read from
     * @param written the same over columns of its tables
     */
    <T> Result<T> run(RowChange<T> given, RowChange<T> written) {
        if (!given.returning().isEmpty()) {
            throw refused("cannot return anything: select it afterwards");
        } else if (how == SynchronizeSession.EVALUATE) {
            throw refused("is made by the keys of its rows, and not evaluated: leave SynchronizeSession.EVALUATE away");
        }
        List<EntityKey> keys = keys(given);
        for (int from = 0; from < keys.size(); from += PAGE) {
            List<EntityKey> page = keys.subList(from, Math.min(keys.size(), from + PAGE));
            if (written instanceof Update<?> update) {
                update(update, page);
            } else {
                delete(page);
            }
        }
        if (how != SynchronizeSession.OFF) {
            List<Tracked> met = keys.stream()
                    .map(each -> objects.held(mapping, each))
                    .filter(Objects::nonNull)
                    .toList();
            if (written instanceof Update<?> && !gone) {
                objects.reload(mapping, met);
            } else {
                objects.gone(met);
            }
        }
        return Result.of(List.of(), keys.size());
    }

    private InvalidRequestException refused(String what) {
        return new InvalidRequestException(
                "a change of " + mapping.name() + ", whose rows are in several tables, " + what);
    }

    private List<EntityKey> keys(RowChange<?> given) {
        FromItem source = mapping.source().from();
        List<Selectable<?>> key = new ArrayList<>(mapping.source().expressions(source, mapping.key()));
        Select<Row> select = Sql.select(key).from(source).from(given.from().toArray(dev.azoth.sql.Source[]::new));
        select = given.where().isPresent() ? select.where(given.where().get()) : select;
        select = select.orderBy(given.orderBy().toArray(Ordering[]::new));
        select = given.limit().isPresent() ? select.limit(given.limit().get()) : select;
        Set<EntityKey> keys = new LinkedHashSet<>();
        connection
                .execute(criteria.applied(select))
                .forEach(row -> keys.add(mapping.key(row.values().toArray())));
        return List.copyOf(keys);
    }

    private static Condition in(List<Column<?>> columns, List<EntityKey> keys) {
        return KeyCondition.in(List.<Expression<?>>copyOf(columns), keys);
    }

    private void update(Update<?> update, List<EntityKey> keys) {
        for (TablePart part : parts()) {
            List<Assignment<?>> own = update.assignments().stream()
                    .filter(each -> each.column() instanceof Column<?> column && part.has(column))
                    .toList();
            own.forEach(each -> check(each, part));
            Update<?> some = Sql.update(part.table());
            for (Assignment<?> each : own) {
                some = set(some, each);
            }
            some = also.in(some, part);
            if (!some.assignments().isEmpty()) {
                connection.execute(part.written(some.where(in(part.key(), keys))));
            }
        }
    }

    private void check(Assignment<?> assignment, TablePart part) {
        Traversal.walk(assignment.value(), node -> {
            if (node instanceof Column<?> column && !part.has(column) && column.table() != part.table()) {
                throw refused("cannot set " + assignment.column() + " to what it reads of " + column
                        + ", which is in another of them");
            }
            return true;
        });
    }

    private static <V> Update<?> set(Update<?> update, Assignment<V> assignment) {
        return update.set(assignment.column(), assignment.value());
    }

    /** The entity's tables, and those of the entities below. */
    private Set<TablePart> parts() {
        Set<TablePart> parts = new LinkedHashSet<>(mapping.tables());
        mapping.hierarchy().ifPresent(each -> each.below().forEach(below -> parts.addAll(below.tables())));
        return parts;
    }

    /** From the tables of the entities below, which refer to the others, up to the first. */
    private void delete(List<EntityKey> keys) {
        List<TablePart> reversed = new ArrayList<>(parts());
        Collections.reverse(reversed);
        reversed.forEach(each -> connection.execute(Sql.delete(each.table()).where(in(each.key(), keys))));
    }
}
