package dev.azoth.compile;

import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.NamedFrom;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the writers of one statement's parts have in common. */
final class StatementScope {
    private final Map<CommonTableExpression, SqlWriter> tables = new LinkedHashMap<>();
    private final Set<CommonTableExpression> open = new HashSet<>();
    private final Map<NamedFrom, String> names = new HashMap<>();
    private final Set<Object> written = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The common table expressions met so far, with their texts, in the order in which they must be written. */
    Map<CommonTableExpression, SqlWriter> commonTables() {
        return tables;
    }

    /** Runs while a common table expression's own query is written, which may read the table itself. */
    void open(CommonTableExpression table, Runnable write) {
        open.add(table);
        write.run();
        open.remove(table);
    }

    boolean isOpen(CommonTableExpression table) {
        return open.contains(table);
    }

    /** The name of something in FROM; one that has none of its own gets one at its first use. */
    String name(NamedFrom from) {
        return from.name().isEmpty() ? names.computeIfAbsent(from, each -> "anon_" + (names.size() + 1)) : from.name();
    }

    /** Lets values and lists be written into the text rather than bound. */
    void write(Set<?> values) {
        written.addAll(values);
    }

    boolean isWritten(Object value) {
        return written.contains(value);
    }
}
