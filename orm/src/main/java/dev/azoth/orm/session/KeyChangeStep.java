package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives rows of one entity other keys: in their first table, what refers to it follows. */
final class KeyChangeStep implements FlushStep {
    private final Outline outline;
    private final List<KeyChanges.Change> changes;

    KeyChangeStep(Outline outline, List<KeyChanges.Change> changes) {
        this.outline = outline;
        this.changes = changes;
    }

    @Override
    public Table table() {
        return outline.mapping().table();
    }

    @Override
    public void run(Connection connection) {
        TablePart part = outline.mapping().tables().get(0);
        KeyedRows names = new KeyedRows();
        var update = names.set(Sql.update(part.table()), part.key());
        names.where(part.key());
        List<@Nullable Object[]> values = new ArrayList<>(changes.size());
        for (KeyChanges.Change each : changes) {
            @Nullable Object[] row = new @Nullable Object[names.names().size()];
            KeyedRows.put(each.before(), row, KeyedRows.put(each.now(), row, 0));
            values.add(row);
        }
        int[] counts =
                connection.executeBatch(update.where(names.condition()), new ParameterRows(names.names(), values));
        for (int i = 0; i < counts.length; i++) {
            Versions.checkMet(
                    counts[i],
                    "updated",
                    changes.get(i).before(),
                    Versions.current(changes.get(i).row()));
        }
    }

    @Override
    public void describe(List<PendingChange> into) {
        for (KeyChanges.Change each : changes) {
            Snapshot before = Objects.requireNonNull(each.row().snapshot());
            into.add(new PendingChange(
                    PendingChange.Kind.UPDATE,
                    each.row().entity(),
                    each.before() + " → " + each.now(),
                    outline.mapping().attributes().stream()
                            .filter(it -> outline.keyLinks().has(it)
                                    && before.held(it) != it.get(each.row().entity()))
                            .map(AttributeMapping::name)
                            .toList()));
        }
    }
}
