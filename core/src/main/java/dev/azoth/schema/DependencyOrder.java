package dev.azoth.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tables in the order in which they can be created, and the foreign keys that must be added afterwards because they close a cycle.
 *
 * @param tables   each after those it depends on, but for the deferred keys
 * @param deferred the keys that close a cycle; a key of a table to itself is none of them
 */
public record DependencyOrder(List<Table> tables, List<ForeignKey> deferred) {
    /** Takes immutable copies. */
    public DependencyOrder {
        tables = List.copyOf(tables);
        deferred = List.copyOf(deferred);
    }

    static DependencyOrder of(List<Table> tables) {
        Walk walk = new Walk(tables);
        tables.forEach(walk::visit);
        return new DependencyOrder(walk.done.stream().toList(), walk.deferred);
    }

    /** A depth-first walk; a key that leads to a table on the current path closes a cycle. */
    private static final class Walk {
        private final List<Table> all;
        private final Set<Table> path = new LinkedHashSet<>();
        private final Set<Table> done = new LinkedHashSet<>();
        private final List<ForeignKey> deferred = new ArrayList<>();

        Walk(List<Table> all) {
            this.all = all;
        }

        void visit(Table table) {
            if (done.contains(table)) {
                return;
            }
            path.add(table);
            for (ForeignKey key : table.foreignKeys()) {
                Table target = key.target();
                if (target == table || !all.contains(target)) {
                    continue;
                }
                if (path.contains(target)) {
                    deferred.add(key);
                } else {
                    visit(target);
                }
            }
            path.remove(table);
            done.add(table);
        }
    }
}
