package dev.azoth.sql;

import java.util.function.Function;

/**
 * A query of whose rows a function makes something else, as they are read.
 *
 * <p>The function is no part of the statement's structure: the database runs the query, and queries with any functions share their compiled
 * form. It is to be run, and not to stand in other queries, whose rows the database makes.
 *
 * @param query    the query
 * @param function what makes something of what a row yields
 */
public record MappedQuery<S, T>(Query<S> query, Function<? super S, ? extends T> function) implements Statement<T> {
    @Override
    public void describe(Structure out) {
        out.node(query);
    }
}
