package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.mapping.model.ExpressionModel;
import dev.azoth.schema.Column;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The expression that an attribute is read from: a static method of its class makes it for what the entity is read from. */
final class AttributeExpression {
    private final String attribute;
    private final Column<?> column;
    private final @Nullable PathMethod method;

    AttributeExpression(EntityMapping<?> owner, String name, ExpressionModel model, Column<?> column) {
        this.attribute = owner.name() + "." + name;
        this.column = column;
        this.method = model.isOfQuery()
                ? null
                : new PathMethod(
                        attribute,
                        "expression",
                        ClassNames.load(model.className(), owner.javaType()),
                        model.method(),
                        owner.javaType());
    }

    /** Whether each query gives the expression; else it is NULL. */
    boolean isOfQuery() {
        return method == null;
    }

    /** The expression for the entity as it stands in a statement. */
    Expression<?> in(EntityPath<?> here) {
        if (method == null) {
            return Sql.nullValue(column.type()).cast(column.type());
        }
        Expression<?> made = (Expression<?>) method.call(here);
        if (made.type().javaType() != column.type().javaType()) {
            throw new MappingException(attribute + " is of "
                    + column.type().javaType().getName() + ", and its expression of "
                    + made.type().javaType().getName() + ": cast it to the type of the member");
        }
        return made;
    }
}
