package dev.azoth.engine;

import dev.azoth.compile.ResultColumn;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The nested queries of a selection that are read by statements of their own, for a layer that reads the rows of their owners in its own way. */
public final class NestedQueries {
    private final List<NestedSlot> slots;

    private NestedQueries(List<NestedSlot> slots) {
        this.slots = slots;
    }

    /**
     * Those of a selection.
     *
     * @param columns one for each {@linkplain dev.azoth.sql.Composite composite}, and those of all else that is selected
     */
    public static NestedQueries of(List<? extends Selectable<?>> selection, List<? extends ResultColumn<?>> columns) {
        return new NestedQueries(NestedSlot.withComposites(selection, columns));
    }

    /**
     * Reads their rows and puts what becomes of them in the place of the first column of their owner's key.
     *
     * @param owners  for each owner a value for each column, or its object for a composite
     * @param running runs the statement for some of the owners
     */
    public void load(List<@Nullable Object[]> owners, Function<? super Select<Row>, ? extends Result<Row>> running) {
        for (int from = 0; from < owners.size() && !slots.isEmpty(); from += NestedRows.PAGE) {
            List<@Nullable Object[]> page = owners.subList(from, Math.min(owners.size(), from + NestedRows.PAGE));
            slots.forEach(slot -> new NestedLoad(running, slot).load(page));
        }
    }
}
