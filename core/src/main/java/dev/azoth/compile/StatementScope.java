package dev.azoth.compile;

import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Join;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.TableHint;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the writers of one statement's parts have in common. */
final class StatementScope {
    private Map<CommonTableExpression, SqlWriter> tables = new LinkedHashMap<>();
    private @Nullable Map<CommonTableExpression, SqlWriter> nested;
    private final Predicate<String> taken;
    private int named;
    private boolean divided;
    private List<TableHint> hints = List.of();
    private final Set<CommonTableExpression> open = new HashSet<>();
    private final Map<NamedFrom, String> names = new HashMap<>();
    private @Nullable NamedTable changed;
    private final Set<Object> written = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean read;
    private boolean returning;

    /** Says whether the rows of what is written next are those that the program reads; gives what was said before. */
    boolean read(boolean now) {
        boolean before = read;
        read = now;
        return before;
    }

    /** A scope whose names are none of those that the statement has. */
    StatementScope(Predicate<String> taken) {
        this.taken = taken;
    }

    /** The common table expressions met so far, with their texts, in the order in which they must be written. */
    Map<CommonTableExpression, SqlWriter> commonTables() {
        return tables;
    }

    /** The common table expressions that stand where one of them stands: in front of the query inside the statement that reads it, or of the statement. */
    Map<CommonTableExpression, SqlWriter> tablesBeside(CommonTableExpression table) {
        return table.isNested() && nested != null ? nested : tables;
    }

    /** Runs while a query inside the statement is written; gives the common table expressions that stand in front of it. */
    Map<CommonTableExpression, SqlWriter> nesting(Runnable write) {
        Map<CommonTableExpression, SqlWriter> before = nested;
        Map<CommonTableExpression, SqlWriter> own = new LinkedHashMap<>(4);
        nested = own;
        write.run();
        nested = before;
        return own;
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

    /** Whether each query writes the common table expressions that it reads in front of itself. */
    boolean isDivided() {
        return divided;
    }

    /** Runs with or without that. */
    void dividing(boolean each, Runnable write) {
        boolean before = divided;
        divided = each;
        write.run();
        divided = before;
    }

    /** Runs with common table expressions of its own, which are forgotten afterwards. */
    void apart(Runnable write) {
        Map<CommonTableExpression, SqlWriter> before = tables;
        tables = new LinkedHashMap<>();
        dividing(false, write);
        tables = before;
    }

    /** Runs with hints behind tables. */
    void hinting(List<TableHint> to, Runnable write) {
        List<TableHint> before = hints;
        hints = to;
        write.run();
        hints = before;
    }

    /** The hints of the query whose FROM is written. */
    List<TableHint> hints() {
        return hints;
    }

    /** The name of something in FROM; one that has none of its own gets one at its first use. */
    String name(NamedFrom from) {
        return from.name().isEmpty() ? names.computeIfAbsent(from, each -> newName()) : from.name();
    }

    private String newName() {
        String name;
        do {
            named++;
            name = "anon_" + named;
        } while (taken.test(name));
        return name;
    }

    /** Runs while a statement is written that changes rows of a table. */
    void changing(NamedTable table, Runnable write) {
        changed = table;
        write.run();
        changed = null;
    }

    /** Runs while what a statement returns is written. */
    void returning(Runnable write) {
        returning = true;
        write.run();
        returning = false;
    }

    boolean isReturning() {
        return returning;
    }

    /** Runs while the table whose rows change is none that must not be read. */
    void reading(Runnable write) {
        NamedTable before = changed;
        changed = null;
        write.run();
        changed = before;
    }

    /** Whether a query reads the table whose rows the statement changes. */
    boolean readsChanged(Query<?> query) {
        return changed != null && Reads.of(query).tables().contains(changed);
    }

    /** Whether a query reads the row that is being changed. */
    boolean readsRow(Query<?> query) {
        if (query instanceof CompoundSelect<?> compound) {
            return compound.parts().stream().anyMatch(this::readsRow);
        }
        boolean own =
                query instanceof Select<?> select && select.from().stream().anyMatch(this::isChanged);
        return !own && Reads.of(query).columns().stream().anyMatch(column -> column.table() == changed);
    }

    private boolean isChanged(FromItem from) {
        return from == changed || (from instanceof Join join && (isChanged(join.left()) || isChanged(join.right())));
    }

    /** Lets values and lists be written into the text rather than bound. */
    void write(Set<?> values) {
        written.addAll(values);
    }

    boolean isWritten(Object value) {
        return written.contains(value);
    }
}
