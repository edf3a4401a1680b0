package dev.azoth.orm;

import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Structure;

/**
 * An option: what classes add is loaded by a query for each of them. Got from {@link Loading#selectinPolymorphic}.
 *
 * @param entity the class that the others extend
 */
public record SelectinPolymorphic(Class<?> entity) implements QueryOption {
    @Override
    public void describe(Structure out) {
        out.value(entity);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return "selectinPolymorphic(" + entity.getSimpleName() + ")";
    }
}
