package dev.azoth.compile;

/** How the comments of tables and columns are said. */
public enum CommentForm {
    /** By statements of their own, {@code COMMENT ON}. */
    STATEMENT,
    /** In the statement that creates the table, behind what they are about. */
    INLINE,
    /** Not at all: the database keeps none, and tables are created without them. */
    NONE
}
