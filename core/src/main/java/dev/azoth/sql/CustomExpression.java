package dev.azoth.sql;

/** An SQL construct of the user's own, which writes itself: the one open place of the tree (SQLAlchemy's {@code @compiles}). */
public non-sealed interface CustomExpression<T> extends Expression<T> {
    /**
     * Writes the construct for the server that {@link SqlOutput#server()} tells.
     *
     * @throws dev.azoth.CompileException if that server cannot do it; see {@link SqlOutput#unsupported}
     */
    void render(SqlOutput out);
}
