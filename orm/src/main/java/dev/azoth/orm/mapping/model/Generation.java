package dev.azoth.orm.mapping.model;

/** Where the values of a key come from. */
public enum Generation {
    /** The program sets them. */
    ASSIGNED,
    /** The database numbers the rows. */
    IDENTITY,
    /** The session makes a UUID, ordered by time, when an object is added that has none. */
    UUID
}
