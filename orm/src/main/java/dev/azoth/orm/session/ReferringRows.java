package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.Referrer;
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.Table;
import dev.azoth.sql.Row;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows that refer to others whose keys change, where the database does not have them follow: they refer to nothing for a moment, or are taken away and put
 * back, or just change afterwards where no foreign key is in the way.
 */
final class ReferringRows {
    private final Referrer referrer;
    private final List<KeyChanges.Change> changes;
    private final Map<KeyChanges.Change, List<Object[]>> found = new LinkedHashMap<>();

    ReferringRows(Referrer referrer, List<KeyChanges.Change> changes) {
        this.referrer = referrer;
        this.changes = changes;
    }

    /** How rows come to refer to another key. */
    private enum Way {
        /** The database changes them. */
        FOLLOW,
        /** Nothing keeps them from being changed. */
        CHANGE,
        /** They refer to nothing meanwhile. */
        EMPTY,
        /** They are not there meanwhile. */
        REPLACE,
        /** They would refer to what is not there. */
        REFUSE
    }

    private Way way(Connection connection) {
        if (referrer.isFollowing()) {
            return connection.engine().dialect().hasReferentialActions() ? Way.FOLLOW : Way.CHANGE;
        } else if (referrer.foreignKey().isEmpty()) {
            return Way.CHANGE;
        } else if (!referrer.nullable().isEmpty()) {
            return Way.EMPTY;
        }
        return referrer.whole().isEmpty() ? Way.REFUSE : Way.REPLACE;
    }

    /** What is done before the keys change. */
    FlushStep before() {
        return new Step(referrer.table(), connection -> {
            switch (way(connection)) {
                case EMPTY -> {
                    find(connection, referrer.table().primaryKey());
                    empty(connection);
                }
                case REPLACE -> {
                    find(connection, referrer.whole());
                    delete(connection);
                }
                case REFUSE -> {
                    find(connection, referrer.columns());
                    found.keySet().forEach(this::refuse);
                }
                case FOLLOW, CHANGE -> {}
            }
        });
    }

    /** What is done after. */
    FlushStep after() {
        return new Step(referrer.table(), connection -> {
            switch (way(connection)) {
                case CHANGE -> change(connection);
                case EMPTY -> fill(connection);
                case REPLACE -> insert(connection);
                case FOLLOW, REFUSE -> {}
            }
        });
    }

    private void find(Connection connection, List<Column<?>> columns) {
        for (KeyChanges.Change each : changes) {
            List<Object[]> rows = new ArrayList<>();
            KeyedRows names = new KeyedRows();
            names.where(referrer.columns());
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 0; i < names.names().size(); i++) {
                values.put(names.names().get(i), each.before().value(i));
            }
            for (Row row : connection.execute(
                    Sql.select(List.<Selectable<?>>copyOf(columns))
                            .from(referrer.table())
                            .where(names.condition()),
                    values)) {
                rows.add(row.values().toArray());
            }
            if (!rows.isEmpty()) {
                found.put(each, rows);
            }
        }
    }

    private void empty(Connection connection) {
        KeyedRows names = new KeyedRows();
        Update<?> update = names.set(Sql.update(referrer.table()), referrer.nullable());
        names.where(referrer.columns());
        send(
                connection,
                names,
                update.where(names.condition()),
                keys(names, referrer.nullable().size()));
    }

    private void change(Connection connection) {
        KeyedRows names = new KeyedRows();
        Update<?> update = names.set(Sql.update(referrer.table()), referrer.columns());
        names.where(referrer.columns());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (KeyChanges.Change each : changes) {
            @Nullable Object[] row = new @Nullable Object[names.names().size()];
            KeyedRows.put(each.before(), row, KeyedRows.put(each.now(), row, 0));
            rows.add(row);
        }
        send(connection, names, update.where(names.condition()), rows);
    }

    private void fill(Connection connection) {
        KeyedRows names = new KeyedRows();
        Update<?> update = names.set(Sql.update(referrer.table()), referrer.columns());
        names.where(referrer.table().primaryKey());
        List<@Nullable Object[]> rows = new ArrayList<>();
        found.forEach((change, keys) -> keys.forEach(key -> {
            @Nullable Object[] row = new @Nullable Object[names.names().size()];
            int next = KeyedRows.put(change.now(), row, 0);
            Object[] own = ownKey(key);
            System.arraycopy(own, 0, row, next, own.length);
            rows.add(row);
        }));
        send(connection, names, update.where(names.condition()), rows);
    }

    /** A row may refer to itself, or to its neighbour, and has another key by now. */
    private Object[] ownKey(Object[] key) {
        return changes.stream()
                .filter(each -> each.row().mapping().root().table() == referrer.table()
                        && each.before().values().equals(List.of(key)))
                .findFirst()
                .map(each -> each.now().values().toArray())
                .orElse(key);
    }

    private void delete(Connection connection) {
        KeyedRows names = new KeyedRows();
        names.where(referrer.columns());
        List<@Nullable Object[]> rows = keys(names, 0);
        if (!rows.isEmpty()) {
            connection.executeBatch(
                    Sql.delete(referrer.table()).where(names.condition()), new ParameterRows(names.names(), rows));
        }
    }

    private void insert(Connection connection) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        found.forEach((change, old) -> old.forEach(each -> {
            for (int i = 0; i < referrer.columns().size(); i++) {
                each[referrer.whole().indexOf(referrer.columns().get(i))] =
                        change.now().value(i);
            }
            rows.add(each);
        }));
        if (!rows.isEmpty()) {
            connection.execute(Sql.insert(referrer.table()), ParameterRows.of(referrer.whole(), rows));
        }
    }

    /** The keys that found rows refer to, behind some nulls. */
    private List<@Nullable Object[]> keys(KeyedRows names, int nulls) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (KeyChanges.Change each : found.keySet()) {
            @Nullable Object[] row = new @Nullable Object[names.names().size()];
            KeyedRows.put(each.before(), row, nulls);
            rows.add(row);
        }
        return rows;
    }

    private static void send(Connection connection, KeyedRows names, Update<?> update, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            connection.executeBatch(update, new ParameterRows(names.names(), rows));
        }
    }

    private void refuse(KeyChanges.Change change) {
        String entity = change.row().mapping().root().name();
        throw new InvalidRequestException("the key of " + change.before() + " cannot become "
                + change.now() + ": rows of " + referrer.table().name() + " refer to it by "
                + referrer.foreignKey().map(ForeignKey::name).orElse("no foreign key")
                + ", which may not be null.\n"
                + "  to have the database change them  @OnUpdateCascade on " + entity
                + ", and that foreign key ON UPDATE CASCADE in the database\n"
                + "  to keep the key as it is          session.rollback(), which gives the object its key back");
    }

    /** A part of it. */
    private record Step(Table table, Consumer<Connection> work) implements FlushStep {
        @Override
        public void run(Connection connection) {
            work.accept(connection);
        }

        @Override
        public void describe(List<PendingChange> into) {
            // that a key changes says it
        }
    }
}
