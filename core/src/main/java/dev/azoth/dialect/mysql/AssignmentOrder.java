package dev.azoth.dialect.mysql;

import dev.azoth.CompileException;
import dev.azoth.compile.Reads;
import dev.azoth.sql.Assignment;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Node;
import dev.azoth.type.ServerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assignments in an order in which each reads old values, as the standard has it. "Single-table UPDATE assignments are generally evaluated
 * from left to right", and one that stands behind another reads the new value.
 */
final class AssignmentOrder {
    private AssignmentOrder() {}

    /** An assignment and the columns that are read for it. */
    private record Reading(Assignment<?> assignment, Set<ColumnReference<?>> columns) {}

    /**
     * Puts assignments in order; they stay as they are where they can.
     *
     * @param condition what decides on each of them, or null
     * @throws CompileException if some of them read each other's columns
     */
    static List<Assignment<?>> of(List<Assignment<?>> assignments, @Nullable Node condition, ServerInfo server) {
        List<Reading> left = new ArrayList<>();
        for (Assignment<?> assignment : assignments) {
            left.add(new Reading(
                    assignment, Reads.of(assignment.value(), condition).columns()));
        }
        List<Assignment<?>> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Reading next = left.stream()
                    .filter(each -> left.stream()
                            .allMatch(other -> other.equals(each)
                                    || !other.columns()
                                            .contains(each.assignment().column())))
                    .findFirst()
                    .orElseThrow(() -> entangled(left, server));
            ordered.add(next.assignment());
            left.remove(next);
        }
        return ordered;
    }

    /** Whether no assignment reads a column that another one sets. */
    static boolean isFree(List<Assignment<?>> assignments) {
        return assignments.stream()
                .allMatch(each -> Reads.of(each.value()).columns().stream()
                        .allMatch(read -> assignments.stream()
                                .allMatch(other ->
                                        other.equals(each) || !other.column().equals(read))));
    }

    private static CompileException entangled(List<Reading> left, ServerInfo server) {
        return new CompileException(server.product() + " sets one column after the other, but "
                + left.stream().map(each -> each.assignment().column().name()).collect(Collectors.joining(" and "))
                + " need each other's old value: use two statements");
    }
}
