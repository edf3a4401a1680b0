package dev.azoth.orm.criteria;

import dev.azoth.orm.EntityPath;
import dev.azoth.sql.Expression;
import java.util.function.Function;

/**
 * A condition on the rows of entities.
 *
 * @param kind      what the condition is for, by which a query may do without it
 * @param type      the class of the entities, or one that they extend or implement
 * @param condition the condition on an entity, wherever that stands in a statement
 */
public record Criterion(Kind kind, Class<?> type, Function<EntityPath<?>, Expression<Boolean>> condition) {
    /** What conditions are for. */
    public enum Kind {
        /** Said by a program. */
        OWN,
        /** Leaves out rows that are marked as deleted. */
        SOFT_DELETE,
        /** Leaves out the rows of other tenants. */
        TENANT
    }
}
