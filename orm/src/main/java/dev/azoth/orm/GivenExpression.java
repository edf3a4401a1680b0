package dev.azoth.orm;

import dev.azoth.schema.Column;
import dev.azoth.sql.Expression;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Structure;

/**
 * An option: an attribute is read from this expression. Got from {@link Loading#withExpression}.
 *
 * @param path       the entity, as it stands in the query
 * @param column     the attribute's column, which is of no table
 * @param expression what it is read from
 */
public record GivenExpression(EntityPath<?> path, Column<?> column, Expression<?> expression) implements QueryOption {
    @Override
    public void describe(Structure out) {
        out.value(path.javaType()).value(column);
    }
}
