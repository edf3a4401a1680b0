package dev.azoth.proof;

import dev.azoth.sql.Bound;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Frame;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Window;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions of a row's place among others. */
final class Windows {
    private final Evaluator evaluator;
    private final Numbers numbers;

    Windows(Evaluator evaluator, Numbers numbers) {
        this.evaluator = evaluator;
        this.numbers = numbers;
    }

    @Nullable
    Object value(FunctionCall<?> call, Scope row) {
        Window window = Objects.requireNonNull(call.aggregation().over());
        List<@Nullable Object> key = evaluator.values(window.partitions(), row);
        Order order = new Order(evaluator, window.orderings());
        List<Scope> partition = order.sorted(row.peers().stream()
                .filter(other -> Values.same(key, evaluator.values(window.partitions(), other)))
                .toList());
        int place = 0;
        while (partition.get(place).tables() != row.tables()) {
            place++;
        }
        List<Expression<?>> arguments = call.arguments();
        return switch (call.function()) {
            case "row_number" -> place + 1L;
            case "rank" -> rank(partition, order, row, false);
            case "dense_rank" -> rank(partition, order, row, true);
            case "lag" -> neighbour(arguments, partition, row, place, -1);
            case "lead" -> neighbour(arguments, partition, row, place, 1);
            default -> ofFrame(call, frame(window, partition, order, place));
        };
    }

    private static long rank(List<Scope> partition, Order order, Scope row, boolean dense) {
        long rank = 1;
        for (int i = 0; i < partition.size(); i++) {
            boolean before = order.compare(partition.get(i), row) < 0;
            boolean first = i == 0 || order.compare(partition.get(i - 1), partition.get(i)) != 0;
            rank += before && (!dense || first) ? 1 : 0;
        }
        return rank;
    }

    private @Nullable Object neighbour(
            List<Expression<?>> arguments, List<Scope> partition, Scope row, int place, int direction) {
        int distance =
                arguments.size() < 2 ? 1 : (Integer) Objects.requireNonNull(evaluator.value(arguments.get(1), row));
        int index = place + direction * distance;
        if (index >= 0 && index < partition.size()) {
            return evaluator.value(arguments.get(0), partition.get(index));
        }
        return arguments.size() < 3 ? null : evaluator.value(arguments.get(2), row);
    }

    private @Nullable Object ofFrame(FunctionCall<?> call, List<Scope> frame) {
        return switch (call.function()) {
            case "first_value" ->
                frame.isEmpty() ? null : evaluator.value(call.arguments().get(0), frame.get(0));
            case "last_value" ->
                frame.isEmpty() ? null : evaluator.value(call.arguments().get(0), frame.get(frame.size() - 1));
            default -> new Aggregates(evaluator, numbers).value(call, frame);
        };
    }

    /** Rows from one to another; without a frame, those up to the row and its equals. */
    private static List<Scope> frame(Window window, List<Scope> partition, Order order, int place) {
        Frame frame = window.frame();
        if (frame != null) {
            int from = Math.max(0, bound(frame.start(), place, partition.size()));
            int to = Math.min(partition.size() - 1, bound(frame.end(), place, partition.size()));
            return from > to ? List.of() : partition.subList(from, to + 1);
        } else if (window.orderings().isEmpty()) {
            return partition;
        }
        int end = place;
        while (end + 1 < partition.size() && order.compare(partition.get(end + 1), partition.get(place)) == 0) {
            end++;
        }
        return partition.subList(0, end + 1);
    }

    private static int bound(Bound bound, int place, int size) {
        Number given = bound.distance();
        int distance = given == null ? 0 : given.intValue();
        return switch (bound.kind()) {
            case UNBOUNDED_PRECEDING -> 0;
            case PRECEDING -> place - distance;
            case CURRENT_ROW -> place;
            case FOLLOWING -> place + distance;
            case UNBOUNDED_FOLLOWING -> size - 1;
        };
    }
}
