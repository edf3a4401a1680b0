package dev.azoth.sql;

/** A clause of the user's own at a named point of a statement, which writes itself; see {@link Select#ext}. */
public interface SyntaxExtension extends Node {
    /** Where it stands. */
    Point point();

    /**
     * Writes the clause, without a space before or after it; nothing where it is not wanted.
     *
     * @throws dev.azoth.CompileException if the server that {@link SqlOutput#server()} tells cannot do it
     */
    void render(SqlOutput out);

    /** Whether it stands in a statement for this dialect at all. */
    default boolean isFor(String dialect) {
        return true;
    }

    /** The points of a statement, in their order. */
    enum Point {
        /** Behind SELECT, before DISTINCT; behind INSERT, UPDATE or DELETE. */
        AFTER_SELECT,
        /** Behind what is selected. */
        AFTER_SELECTION,
        /** Behind FROM with its joins. */
        AFTER_FROM,
        /** Behind WHERE. */
        AFTER_WHERE,
        /** Behind GROUP BY and HAVING. */
        AFTER_GROUP_BY,
        /** Behind ORDER BY. */
        AFTER_ORDER_BY,
        /** Behind all of an INSERT, UPDATE or DELETE but what it returns. */
        BEFORE_RETURNING,
        /** Behind all the rest. */
        AT_END
    }
}
