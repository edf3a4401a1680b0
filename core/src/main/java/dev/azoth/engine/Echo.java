package dev.azoth.engine;

/** What the log says of statements, under the logger {@code dev.azoth.sql}. */
public enum Echo {
    /** Nothing, unless the logger is at DEBUG (statements) or TRACE (with parameters). */
    OFF,
    /** Each statement with its time. */
    STATEMENTS,
    /** Each statement with its time and its parameters. */
    PARAMETERS
}
