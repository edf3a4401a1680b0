package dev.azoth.spring.ai;

import dev.azoth.vector.filter.Field;
import dev.azoth.vector.filter.Filter;
import dev.azoth.vector.filter.MissingFields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.vectorstore.filter.Filter.Expression;
import org.springframework.ai.vectorstore.filter.Filter.Group;
import org.springframework.ai.vectorstore.filter.Filter.Operand;
import org.springframework.ai.vectorstore.filter.Filter.Value;

/** Spring AI's filters as ours. {@code NOT} is the exact opposite. */
final class FilterTranslation {
    private final MissingFields missing;

    FilterTranslation(MissingFields missing) {
        this.missing = missing;
    }

    Filter of(@Nullable Operand operand) {
        if (operand instanceof Group group) {
            return of(group.content());
        } else if (operand instanceof Expression expression) {
            return of(expression);
        }
        throw new IllegalArgumentException("a filter is made of expressions and groups of them, not of " + operand);
    }

    private Filter of(Expression expression) {
        return switch (expression.type()) {
            case AND -> of(expression.left()).and(of(expression.right()));
            case OR -> of(expression.left()).or(of(expression.right()));
            case NOT -> of(expression.left()).not();
            case ISNULL -> field(expression).isNull();
            case ISNOTNULL -> field(expression).isNotNull();
            case EQ -> field(expression).eq(value(expression));
            case NE -> unequal(field(expression), field(expression).eq(value(expression)));
            case LT -> field(expression).lt(value(expression));
            case LTE -> field(expression).lte(value(expression));
            case GT -> field(expression).gt(value(expression));
            case GTE -> field(expression).gte(value(expression));
            case IN -> field(expression).in(values(expression));
            case NIN -> unequal(field(expression), field(expression).in(values(expression)));
        };
    }

    private Filter unequal(Field field, Filter equal) {
        return missing == MissingFields.MATCH ? equal.not() : field.exists().and(equal.not());
    }

    private static Field field(Expression expression) {
        if (expression.left() instanceof org.springframework.ai.vectorstore.filter.Filter.Key key) {
            return Field.field(key.key());
        }
        throw new IllegalArgumentException(expression.type() + " has a key at its left, not " + expression.left());
    }

    private static Object value(Expression expression) {
        if (expression.right() instanceof Value value && value.value() != null) {
            return JsonMetadata.value(value.value());
        }
        throw new IllegalArgumentException(expression.type() + " has a value at its right, not " + expression.right()
                + "; for null there are ISNULL and ISNOTNULL");
    }

    /** A list, an array, or one value, which Spring AI takes for a list of one. */
    private static List<Object> values(Expression expression) {
        Object value = value(expression);
        return value instanceof List<?> list
                ? list.stream().map(each -> (Object) each).toList()
                : List.of(value);
    }
}
