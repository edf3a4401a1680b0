package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a collection of values that changed: of all owners by one statement for each of deleting, updating and inserting. */
final class ValueStep implements FlushStep {
    private final ElementsMapping attribute;
    private final List<ValueChange> changes;

    ValueStep(ElementsMapping attribute, List<ValueChange> changes) {
        this.attribute = attribute;
        this.changes = changes;
    }

    /** The rows of an owner, each to be written with its key. */
    private record Some(EntityKey owner, List<ValueRow> rows) {}

    @Override
    public Table table() {
        return attribute.table();
    }

    @Override
    public void run(Connection connection) {
        deleteAll(
                connection,
                attribute,
                changes.stream()
                        .filter(ValueChange::isAnew)
                        .map(each -> key(each.owner()))
                        .toList());
        delete(connection, some(ValueChange::deleted));
        update(connection, some(ValueChange::updated));
        insert(connection, some(ValueChange::inserted));
    }

    private static EntityKey key(Tracked owner) {
        return owner.mapping().keyOf(owner.entity()).orElseThrow();
    }

    private List<Some> some(Function<ValueChange, List<ValueRow>> which) {
        List<Some> some = new ArrayList<>();
        for (ValueChange each : changes) {
            List<ValueRow> rows = which.apply(each);
            if (!rows.isEmpty()) {
                some.add(new Some(key(each.owner()), rows));
            }
        }
        return some;
    }

    /** Deletes all rows of some owners. */
    static void deleteAll(Connection connection, ElementsMapping attribute, List<EntityKey> owners) {
        if (owners.isEmpty()) {
            return;
        }
        KeyedRows names = new KeyedRows();
        names.where(attribute.ownerColumns());
        List<@Nullable Object[]> rows = new ArrayList<>(owners.size());
        for (EntityKey each : owners) {
            @Nullable Object[] row = new @Nullable Object[names.names().size()];
            KeyedRows.put(each, row, 0);
            rows.add(row);
        }
        connection.executeBatch(
                Sql.delete(attribute.table()).where(names.condition()), new ParameterRows(names.names(), rows));
    }

    private void delete(Connection connection, List<Some> some) {
        if (some.isEmpty()) {
            return;
        }
        KeyedRows names = new KeyedRows();
        names.where(attribute.ownerColumns());
        attribute
                .place()
                .ifPresentOrElse(names::where, () -> attribute.elementColumns().forEach(names::whereSame));
        // a row that somebody else removed meanwhile is gone, as wanted
        connection.executeBatch(
                Sql.delete(attribute.table()).where(names.condition()),
                new ParameterRows(names.names(), rows(some, false)));
    }

    private void update(Connection connection, List<Some> some) {
        if (some.isEmpty()) {
            return;
        }
        KeyedRows names = new KeyedRows();
        var update = names.set(Sql.update(attribute.table()), attribute.elementColumns());
        names.where(attribute.ownerColumns());
        names.where(attribute.place().orElseThrow());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Some each : some) {
            for (ValueRow row : each.rows()) {
                @Nullable Object[] values = new @Nullable Object[names.names().size()];
                System.arraycopy(row.values(), 0, values, 0, row.values().length);
                int next = KeyedRows.put(each.owner(), values, row.values().length);
                values[next] = row.index();
                rows.add(values);
            }
        }
        connection.executeBatch(update.where(names.condition()), new ParameterRows(names.names(), rows));
    }

    private void insert(Connection connection, List<Some> some) {
        if (some.isEmpty()) {
            return;
        }
        List<Column<?>> columns = new ArrayList<>(attribute.ownerColumns());
        attribute.place().ifPresent(columns::add);
        columns.addAll(attribute.elementColumns());
        connection.execute(Sql.insert(attribute.table()), ParameterRows.of(columns, rows(some, true)));
    }

    /** Owner, index, and the values; to find a row the index is enough. */
    private List<@Nullable Object[]> rows(List<Some> some, boolean whole) {
        boolean indexed = attribute.place().isPresent();
        int values = whole || !indexed ? attribute.elementColumns().size() : 0;
        int width = attribute.ownerColumns().size() + (indexed ? 1 : 0) + values;
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Some each : some) {
            for (ValueRow row : each.rows()) {
                @Nullable Object[] all = new @Nullable Object[width];
                int next = KeyedRows.put(each.owner(), all, 0);
                if (indexed) {
                    all[next] = row.index();
                    next++;
                }
                System.arraycopy(row.values(), 0, all, next, values);
                rows.add(all);
            }
        }
        return rows;
    }

    @Override
    public void describe(List<PendingChange> into) {
        for (ValueChange each : changes) {
            into.add(new PendingChange(
                    PendingChange.Kind.ELEMENTS,
                    each.owner().entity(),
                    each.owner() + "." + attribute.name() + text(each),
                    List.of()));
        }
    }

    /** {@code +1 ~2 -3}. */
    private static String text(ValueChange change) {
        List<String> parts = new ArrayList<>();
        if (!change.inserted().isEmpty()) {
            parts.add("+" + change.inserted().size());
        }
        if (!change.updated().isEmpty()) {
            parts.add("~" + change.updated().size());
        }
        if (change.isAnew()) {
            parts.add("-all");
        } else if (!change.deleted().isEmpty()) {
            parts.add("-" + change.deleted().size());
        }
        return " " + String.join(" ", parts);
    }
}
