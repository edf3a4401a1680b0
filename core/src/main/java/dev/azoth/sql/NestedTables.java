package dev.azoth.sql;

import java.util.LinkedHashSet;
import java.util.Set;

/** Tells which side of a nested query's condition is its own. */
final class NestedTables {
    private NestedTables() {}

    /** What the query reads from. */
    static Set<FromItem> of(Select<?> query) {
        Set<FromItem> tables = new LinkedHashSet<>();
        query.from().forEach(item -> tables.addAll(item.items()));
        return tables;
    }

    static boolean isOf(Set<FromItem> tables, Expression<?> expression) {
        Set<FromItem> read = new LinkedHashSet<>();
        ColumnTables.collect(expression, read);
        return !read.isEmpty() && tables.containsAll(read);
    }
}
