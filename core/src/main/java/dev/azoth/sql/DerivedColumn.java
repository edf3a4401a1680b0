package dev.azoth.sql;

import dev.azoth.type.SqlType;

/** A column of an alias, a subquery or a common table expression. */
public record DerivedColumn<T>(FromItem table, String name, SqlType<T> type) implements ColumnReference<T> {
    @Override
    public void describe(Structure out) {
        out.node(table).value(name).value(type);
    }
}
