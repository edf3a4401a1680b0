package dev.azoth.sql;

/** What {@code from} and {@code join} accept: a table, an alias, a query, or something of another layer that stands for one. */
public interface Source {
    /** What it is in FROM. */
    FromItem fromItem();
}
