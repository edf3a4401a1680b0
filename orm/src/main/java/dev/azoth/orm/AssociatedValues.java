package dev.azoth.orm;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values that an {@link AssociationProxy} gives of an entity, in a statement. Immutable.
 *
 * @param <V> the class of the values
 */
public final class AssociatedValues<V> {
    private final Function<Function<ColumnReference<V>, Condition>, Condition> exists;
    private final Condition none;

    private AssociatedValues(Function<Function<ColumnReference<V>, Condition>, Condition> exists, Condition none) {
        this.exists = exists;
        this.none = none;
    }

    static <E, A, V> AssociatedValues<V> of(ToMany<E, A> association, AssociationTarget<A, V> target) {
        EntityPath<A> through =
                association.target().as("through_" + association.name().replace('.', '_'));
        return new AssociatedValues<>(
                condition -> association.exists(through, condition.apply(target.column(through))),
                association.isEmpty());
    }

    /** Whether one of them meets a condition: {@code any(name -> name.startsWith("s"))}. */
    public Condition any(Function<? super Expression<V>, ? extends Condition> condition) {
        return exists.apply(condition::apply);
    }

    /** Whether a value is among them. */
    public Condition contains(@Nullable V value) {
        return exists.apply(column -> value == null ? column.isNull() : column.eq(value));
    }

    /** Whether there are none. */
    public Condition isEmpty() {
        return none;
    }
}
