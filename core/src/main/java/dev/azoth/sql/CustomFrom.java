package dev.azoth.sql;

/**
 * Something in FROM of the user's own, which writes itself; see {@link CustomExpression}. Its columns are {@link DerivedColumn}s of it.
 */
public non-sealed interface CustomFrom extends NamedFrom {
    /**
     * Writes what the name is given to, without {@code AS} and the name.
     *
     * @throws dev.azoth.CompileException if the server that {@link SqlOutput#server()} tells cannot do it
     */
    void render(SqlOutput out);

    /** None: columns are asked for by their names. */
    @Override
    default <T> ColumnReference<T> get(Expression<T> inner) {
        throw missing(inner.toString());
    }
}
