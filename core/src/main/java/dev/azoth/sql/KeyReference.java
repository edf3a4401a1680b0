package dev.azoth.sql;

import java.util.List;

/**
 * Columns of a table that refer to those of another, as a foreign key has them.
 *
 * @param name    the key's name
 * @param columns the columns
 * @param target  the table that they refer to
 * @param targets its columns, in the same order
 */
public record KeyReference(
        String name,
        List<? extends ColumnReference<?>> columns,
        NamedTable target,
        List<? extends ColumnReference<?>> targets) {}
