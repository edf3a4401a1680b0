package dev.azoth.sql;

/** A condition of the user's own, which writes itself; see {@link CustomExpression}. */
public non-sealed interface CustomCondition extends Condition {
    /**
     * Writes the condition for the server that {@link SqlOutput#server()} tells.
     *
     * @throws dev.azoth.CompileException if that server cannot do it
     */
    void render(SqlOutput out);
}
