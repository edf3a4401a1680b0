package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.evaluate.Evaluated;
import dev.azoth.orm.evaluate.Evaluator;
import dev.azoth.orm.evaluate.UncertainException;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.sql.Assignment;
import dev.azoth.sql.Bind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Literal;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.Update;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of rows, done in Java on the objects of the rows. */
final class EvaluatedChange {
    private final Optional<Evaluated> condition;
    private final Map<ColumnReference<?>, Evaluated> values = new LinkedHashMap<>();

    /**
     * A change.
     *
     * @throws UncertainException if the database might change other rows, or others into something else
     */
    EvaluatedChange(RowChange<?> change, EntityMapping<?> mapping) {
        if (!change.from().isEmpty()) {
            throw new UncertainException("it reads other tables");
        } else if (change.limit().isPresent() || !change.extensions().isEmpty()) {
            throw new UncertainException("its condition is not all that says which rows are met");
        }
        this.condition = change.where().map(each -> Evaluator.of(each, mapping.columns()));
        if (change instanceof Update<?> update) {
            if (update.completed() != update) {
                throw new UncertainException("columns that it does not name get values, too");
            }
            for (Assignment<?> each : update.assignments()) {
                values.put(each.column(), value(each, mapping));
            }
        }
    }

    private static Evaluated value(Assignment<?> assignment, EntityMapping<?> mapping) {
        Expression<?> value = assignment.value();
        if (!(value instanceof Bind<?>)
                && !(value instanceof Literal<?>)
                && value.type().javaType() != assignment.column().type().javaType()) {
            throw new UncertainException(
                    "the database converts what " + assignment.column().name() + " is set to");
        }
        return Evaluator.of(value, mapping.columns());
    }

    /**
     * The values that objects get which it meets, by column.
     *
     * @throws UncertainException if one of them does not know its row well enough
     */
    Map<Tracked, Map<ColumnReference<?>, @Nullable Object>> on(List<Tracked> objects) {
        Map<Tracked, Map<ColumnReference<?>, @Nullable Object>> met = new LinkedHashMap<>();
        for (Tracked each : objects) {
            if (each.isExpired()) {
                throw new UncertainException("what " + each + " holds was expired");
            }
            RowValues row = new RowValues(each.mapping(), each.entity());
            if (condition.isEmpty() || Objects.equals(condition.get().of(row), true)) {
                Map<ColumnReference<?>, @Nullable Object> now = new HashMap<>();
                values.forEach((column, value) -> now.put(column, value.of(row)));
                met.put(each, now);
            }
        }
        return met;
    }

    static InvalidRequestException refused(UncertainException cause, EntityMapping<?> mapping) {
        return new InvalidRequestException("this change of " + mapping.name()
                + " cannot be evaluated in Java, since " + cause.reason()
                + ": execute it with SynchronizeSession.FETCH, or AUTO, which does so by itself");
    }

    /** The attributes that get values, which must be known for each. */
    static Map<ColumnAttribute, @Nullable Object> of(
            List<ColumnAttribute> attributes, Map<ColumnReference<?>, @Nullable Object> values) {
        Map<ColumnAttribute, @Nullable Object> known = new LinkedHashMap<>();
        attributes.forEach(each -> known.put(each, values.get(each.column())));
        return known;
    }
}
