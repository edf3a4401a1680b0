package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code (a, b) [NOT] IN ((c, d), …)}.
 *
 * @param rows at least one; their number is part of the structure
 */
public record RowIn(RowValue left, List<RowValue> rows, boolean negated) implements RowCondition {
    /** Takes an immutable copy. */
    public RowIn {
        rows = List.copyOf(rows);
    }

    /** The last row is repeated up to the next power of two, so that lists of many lengths have few compiled forms. */
    static Condition of(RowValue left, List<? extends List<?>> rows, boolean negated) {
        if (rows.isEmpty()) {
            return negated ? Sql.trueCondition() : Sql.falseCondition();
        }
        List<RowValue> all = new ArrayList<>();
        rows.forEach(row -> all.add(left.bound(row)));
        List<?> last = rows.get(rows.size() - 1);
        for (int size = Integer.highestOneBit(2 * rows.size() - 1); all.size() < size; ) {
            all.add(left.bound(last));
        }
        return new RowIn(left, all, negated);
    }

    @Override
    public void describe(Structure out) {
        out.node(left).nodes(rows).value(negated);
    }

    @Override
    public Condition not() {
        return new RowIn(left, rows, !negated);
    }
}
