package dev.azoth.sql;

import java.util.List;

/**
 * What may stand in the list of a SELECT.
 *
 * <p>An {@link Expression} is one column. An entity of the ORM is several, of which its session makes one object.
 *
 * @param <T> what one row yields for it
 */
public interface Selectable<T> extends Node {
    /** The columns that it takes, in order. */
    List<? extends Expression<?>> expressions();
}
