package dev.azoth.orm.loading;

import dev.azoth.orm.mapping.RowSource;
import dev.azoth.sql.DerivedColumn;
import dev.azoth.sql.Query;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.Traversal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Takes out of a statement the tables of classes whose columns it does not read, where it reads a part of an entity's columns only. */
final class TrimmedSources {
    private TrimmedSources() {}

    static Query<?> of(Query<?> statement) {
        Set<RowSource> sources = new HashSet<>();
        for (Selectable<?> each : statement.selection()) {
            if (each instanceof EntityColumns entity && entity.layout().isPart()) {
                sources.add(entity.layout().mapping().source());
            }
        }
        return sources.isEmpty() ? statement : trimmed(statement, sources);
    }

    private static Query<?> trimmed(Query<?> statement, Set<RowSource> sources) {
        Map<Subquery, RowSource> found = new HashMap<>();
        Map<Subquery, Set<String>> names = new HashMap<>();
        Traversal.walk(statement, node -> {
            if (node instanceof DerivedColumn<?> column && column.table() instanceof Subquery from) {
                names.computeIfAbsent(from, each -> new HashSet<>()).add(column.name());
            } else if (node instanceof Subquery from) {
                sources.stream().filter(each -> each.isOwn(from)).forEach(each -> found.put(from, each));
            }
            return true;
        });
        Map<Subquery, Subquery> trimmed = new HashMap<>();
        found.forEach((from, source) -> {
            if (names.containsKey(from)) {
                trimmed.put(from, source.trimmed(from, names.get(from)));
            }
        });
        return Rewriter.rewrite(statement, node -> node instanceof Subquery from ? trimmed.get(from) : null);
    }
}
