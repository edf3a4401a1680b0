package dev.azoth.sql;

import java.util.List;

/** A statement that changes rows, and may return what they became. */
public sealed interface Dml<T> extends Statement<T> permits Insert, Update, Delete, Merge {
    /** The table whose rows change. */
    NamedTable table();

    /** What is returned of each row changed; empty for nothing. */
    List<? extends Selectable<?>> returning();

    /** What a returned row becomes. */
    Projection projection();
}
