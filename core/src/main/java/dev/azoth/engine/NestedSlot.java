package dev.azoth.engine;

import dev.azoth.compile.ResultColumn;
import dev.azoth.sql.Composite;
import dev.azoth.sql.Construct;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Selectable;
import java.util.ArrayList;
import java.util.List;

/**
 * A nested query among what is selected.
 *
 * @param first the index of the first column of its owner's key, from 0; what its rows become takes the place of that column
 */
record NestedSlot(Nested<?, ?> nested, int first) {
    /** The nested queries of a selection that are read by statements of their own, also within constructs. */
    static List<NestedSlot> of(List<? extends Selectable<?>> selection, List<? extends ResultColumn<?>> columns) {
        List<NestedSlot> slots = new ArrayList<>();
        add(selection, 0, columns, false, slots);
        return slots;
    }

    /** The same where a composite is in the place of one column. */
    static List<NestedSlot> withComposites(
            List<? extends Selectable<?>> selection, List<? extends ResultColumn<?>> columns) {
        List<NestedSlot> slots = new ArrayList<>();
        add(selection, 0, columns, true, slots);
        return slots;
    }

    private static int add(
            List<? extends Selectable<?>> selection,
            int from,
            List<? extends ResultColumn<?>> columns,
            boolean composites,
            List<NestedSlot> slots) {
        int next = from;
        for (Selectable<?> each : selection) {
            if (each instanceof Construct<?> construct) {
                next = add(construct.parts(), next, columns, composites, slots);
            } else if (columns.get(next).isNested() || (composites && each instanceof Composite<?>)) {
                next++;
            } else {
                if (each instanceof Nested<?, ?> nested) {
                    slots.add(new NestedSlot(nested, next));
                }
                next += each.expressions().size();
            }
        }
        return next;
    }
}
