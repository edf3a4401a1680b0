package dev.azoth.sql;

/** A column of something in FROM. */
public non-sealed interface ColumnReference<T> extends Expression<T> {
    /** What it is a column of. */
    FromItem table();

    /** Its name there. */
    String name();
}
