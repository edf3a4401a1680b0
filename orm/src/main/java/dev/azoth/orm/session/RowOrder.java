package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.ToOneMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Orders rows that lead to each other by foreign keys: in levels, each of which needs only those before it.
 *
 * <p>Where rows need each other in a circle, a foreign key that may be null is left out of the order: it is written by an UPDATE of its own.
 */
final class RowOrder {
    private final List<List<Tracked>> levels = new ArrayList<>();
    private final List<Edge> broken = new ArrayList<>();
    private final Map<Tracked, Set<Edge>> needs = new HashMap<>();
    private final Map<Tracked, Set<Edge>> neededBy = new HashMap<>();
    private final String doing;

    /** A row needs another, by a foreign key. */
    record Edge(Tracked from, Link by, Tracked to) {
        boolean mayBeNull() {
            return ((ToOneMapping) by.attribute()).isOptional();
        }
    }

    /** What a row needs. */
    interface Needs {
        List<Edge> of(Tracked row);
    }

    /**
     * Orders rows.
     *
     * @param doing for the message about a circle: {@code inserted}, {@code deleted}
     */
    RowOrder(List<Tracked> rows, Needs edges, String doing) {
        this.doing = doing;
        for (Tracked row : rows) {
            needs.put(row, new LinkedHashSet<>());
        }
        for (Tracked row : rows) {
            for (Edge edge : edges.of(row)) {
                if (needs.containsKey(edge.to())) {
                    add(edge);
                }
            }
        }
        sort(rows);
    }

    private void add(Edge edge) {
        needs(edge.from()).add(edge);
        neededBy.computeIfAbsent(edge.to(), each -> new LinkedHashSet<>()).add(edge);
    }

    /** The rows, each level needing only those before. */
    List<List<Tracked>> levels() {
        return levels;
    }

    /** The foreign keys that closed circles. */
    List<Edge> broken() {
        return broken;
    }

    private void sort(List<Tracked> rows) {
        Set<Tracked> left = new LinkedHashSet<>(rows);
        List<Tracked> level = left.stream().filter(this::isFree).toList();
        while (!left.isEmpty()) {
            if (level.isEmpty()) {
                level = breakCircles(left);
            } else {
                levels.add(level);
                level.forEach(left::remove);
                level = freed(level);
            }
        }
    }

    private Set<Edge> needs(Tracked row) {
        return Objects.requireNonNull(needs.get(row));
    }

    private boolean isFree(Tracked row) {
        return needs(row).isEmpty();
    }

    private List<Tracked> freed(List<Tracked> done) {
        List<Tracked> free = new ArrayList<>();
        for (Tracked each : done) {
            for (Edge edge : neededBy.getOrDefault(each, Set.of())) {
                if (needs(edge.from()).remove(edge) && isFree(edge.from())) {
                    free.add(edge.from());
                }
            }
        }
        return free;
    }

    /** Leaves out one foreign key of each circle; gives the rows that are free by it. */
    private List<Tracked> breakCircles(Set<Tracked> left) {
        List<Tracked> free = new ArrayList<>();
        Set<Tracked> visited = new HashSet<>();
        for (Tracked start : left) {
            List<Edge> path = new ArrayList<>();
            Set<Tracked> onPath = new HashSet<>();
            Tracked next = start;
            while (visited.add(next)) {
                onPath.add(next);
                Edge edge = needs(next).iterator().next();
                path.add(edge);
                next = edge.to();
            }
            if (onPath.contains(next)) {
                Edge weakest = weakest(path, next);
                needs(weakest.from()).remove(weakest);
                broken.add(weakest);
                if (isFree(weakest.from())) {
                    free.add(weakest.from());
                }
            }
        }
        return free;
    }

    private Edge weakest(List<Edge> path, Tracked entry) {
        int first = 0;
        while (path.get(first).from() != entry) {
            first++;
        }
        List<Edge> circle = path.subList(first, path.size());
        return circle.stream().filter(Edge::mayBeNull).findFirst().orElseThrow(() -> unbreakable(circle));
    }

    private InvalidRequestException unbreakable(List<Edge> circle) {
        return new InvalidRequestException("these rows cannot be " + doing
                + ", since each needs another first and none of the foreign keys may be null: "
                + circle.stream().map(each -> each.from() + " → " + each.by()).collect(Collectors.joining(", "))
                + ". Make one of the relationships optional");
    }
}
