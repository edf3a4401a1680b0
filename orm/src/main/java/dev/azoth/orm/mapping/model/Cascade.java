package dev.azoth.orm.mapping.model;

/** What is done to the other end of a relationship too. */
public enum Cascade {
    /** Adding to the session. */
    ADD,
    /** Merging. */
    MERGE,
    /** Deleting. */
    DELETE,
    /** Refreshing. */
    REFRESH,
    /** Taking out of the session. */
    EXPUNGE
}
