package dev.azoth.vector;

/** What may be created in the database when something is opened. */
public enum Creation {
    /** What is missing is created: extension, table and indexes. Nothing is run that is not needed, so that rights are needed for the missing alone. */
    CREATE,
    /** Nothing is created; what is missing is an error. */
    REQUIRE,
    /** Nothing is created, and nothing looked at: what is missing shows when it is used. */
    SKIP
}
