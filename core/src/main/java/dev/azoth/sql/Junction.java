package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;

/** Several conditions, all joined by AND or all by OR; at least two. */
public record Junction(Operator operator, List<Condition> operands) implements Condition {
    /** Takes an immutable copy. */
    public Junction {
        operands = List.copyOf(operands);
    }

    /**
     * The conditions joined; junctions of the same operator among them are taken apart, and constants left out or returned alone.
     *
     * @param conditions at least one
     */
    public static Condition of(Operator operator, List<? extends Expression<Boolean>> conditions) {
        List<Condition> flat = new ArrayList<>();
        boolean decisive = operator.equals(Operator.OR);
        for (Expression<Boolean> each : conditions) {
            Condition condition = Condition.of(each);
            if (condition instanceof Truth truth && truth.isAlways(decisive)) {
                return condition;
            }
            boolean idle = condition instanceof Truth truth && truth.isAlways(!decisive);
            if (condition instanceof Junction junction && junction.operator.equals(operator)) {
                flat.addAll(junction.operands);
            } else if (!idle) {
                flat.add(condition);
            }
        }
        if (flat.isEmpty() && !conditions.isEmpty()) {
            return Condition.of(conditions.get(0));
        }
        if (flat.isEmpty()) {
            throw new IllegalArgumentException(operator.symbol() + " of no conditions has no meaning: give one");
        }
        return flat.size() == 1 ? flat.get(0) : new Junction(operator, flat);
    }

    @Override
    public void describe(Structure out) {
        out.value(operator).nodes(operands);
    }
}
