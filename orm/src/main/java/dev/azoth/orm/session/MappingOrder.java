package dev.azoth.orm.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Orders entities by the foreign keys between their tables: groups of them, each of which needs only those before it. Entities that need each
 * other are of one group (Tarjan's strongly connected components).
 */
final class MappingOrder {
    private final IdentityHashMap<Outline, Integer> numbers = new IdentityHashMap<>();
    private final IdentityHashMap<Outline, Integer> lowest = new IdentityHashMap<>();
    private final Deque<Outline> path = new ArrayDeque<>();
    private final List<List<Outline>> groups = new ArrayList<>();
    private final Collection<Outline> all;

    private MappingOrder(Collection<Outline> all) {
        this.all = all;
        all.forEach(each -> {
            if (!numbers.containsKey(each)) {
                visit(each);
            }
        });
    }

    /** The groups in order. */
    static List<List<Outline>> of(Collection<Outline> entities) {
        return new MappingOrder(entities).groups;
    }

    private void visit(Outline outline) {
        int number = numbers.size();
        numbers.put(outline, number);
        lowest.put(outline, number);
        path.push(outline);
        for (Link link : outline.foreignKeys()) {
            all.stream().filter(each -> leadsTo(link, each)).forEach(target -> {
                if (!numbers.containsKey(target)) {
                    visit(target);
                    lower(outline, lowest.getOrDefault(target, number));
                } else if (path.contains(target)) {
                    lower(outline, numbers.getOrDefault(target, number));
                }
            });
        }
        if (lowest.getOrDefault(outline, number) == number) {
            close(outline);
        }
    }

    /** Whether a relationship may lead to objects of an entity, which may extend the one that it names. */
    private static boolean leadsTo(Link link, Outline outline) {
        return link.attribute()
                .target()
                .javaType()
                .isAssignableFrom(outline.mapping().javaType());
    }

    private void lower(Outline outline, int number) {
        lowest.merge(outline, number, Math::min);
    }

    private void close(Outline first) {
        List<Outline> group = new ArrayList<>();
        Outline last;
        do {
            last = path.pop();
            group.add(0, last);
        } while (last != first);
        groups.add(group);
    }

    /** Whether rows of a group may need each other. */
    static boolean isCircular(List<Outline> group) {
        return group.size() > 1 || group.get(0).foreignKeys().stream().anyMatch(each -> leadsTo(each, group.get(0)));
    }
}
