package dev.azoth.schema;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The statements of one's own, by the moment at which they run. */
final class DdlMoments {
    private final Map<Ddl.Moment, List<Ddl>> statements = new EnumMap<>(Ddl.Moment.class);

    void add(Ddl.Moment moment, Ddl ddl) {
        statements.computeIfAbsent(moment, any -> new ArrayList<>()).add(ddl);
    }

    List<String> at(Ddl.Moment moment, String dialect) {
        return statements.getOrDefault(moment, List.of()).stream()
                .filter(each -> each.isFor(dialect))
                .map(Ddl::sql)
                .toList();
    }
}
