package dev.azoth.orm.mapping;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.mapping.model.ConditionModel;
import dev.azoth.schema.Column;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.NamedFrom;
import java.util.ArrayList;
import java.util.List;

/** How rows of a relationship are connected that no foreign key connects: by a condition, which a static method of the owner's class gives. */
public final class CustomJoin {
    private final EntityMapping<?> owner;
    private final PathMethod method;
    private final NamedFrom alias;

    CustomJoin(EntityMapping<?> owner, String attribute, ConditionModel model, Class<?> target) {
        this.owner = owner;
        this.method = new PathMethod(
                owner.name() + "." + attribute,
                "join condition",
                ClassNames.load(model.className(), owner.javaType()),
                model.method(),
                owner.javaType(),
                target);
        this.alias = owner.source().from(attribute.replace('.', '_') + "_owner");
    }

    /** The condition for both ends as they stand in a statement. */
    @SuppressWarnings("unchecked") // the rules say that it is of Boolean
    public Condition between(EntityPath<?> from, EntityPath<?> target) {
        return Condition.of((Expression<Boolean>) method.call(from, target));
    }

    /** What stands in FROM for the owners, where a statement that loads what belongs to them has to have them. */
    public NamedFrom owners() {
        return alias;
    }

    /** The condition for those owners. */
    public Condition betweenOwnersAnd(EntityPath<?> target) {
        return between(Entities.path(owner.javaType()).from(alias), target);
    }

    /** Their key. */
    public List<Expression<?>> ownerKey() {
        List<Expression<?>> key = new ArrayList<>();
        for (Column<?> each : owner.key()) {
            key.add(owner.source().column(alias, each));
        }
        return key;
    }
}
