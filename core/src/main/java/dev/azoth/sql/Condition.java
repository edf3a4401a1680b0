package dev.azoth.sql;

import dev.azoth.type.BooleanType;
import dev.azoth.type.SensitiveType;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.List;

/** An expression that is true, false or unknown, and that WHERE, ON, HAVING and CASE can test. */
public sealed interface Condition extends Expression<Boolean>
        permits Comparison,
                Junction,
                Negation,
                IsNull,
                Distinctness,
                Between,
                Like,
                InList,
                InQuery,
                Exists,
                RowCondition,
                Truth,
                TextCondition,
                CustomCondition {

    @Override
    default SqlType<Boolean> type() {
        return Types.BOOLEAN;
    }

    /** This and the other. */
    default Condition and(Expression<Boolean> other) {
        return Junction.of(Operator.AND, List.of(this, other));
    }

    /** This or the other. */
    default Condition or(Expression<Boolean> other) {
        return Junction.of(Operator.OR, List.of(this, other));
    }

    /** Not this. */
    default Condition not() {
        return new Negation(this);
    }

    /** This is true, and not unknown. */
    default Condition isTrue() {
        return isNotDistinctFrom(new Literal<>(Types.BOOLEAN, true));
    }

    /** This is false, and not unknown. */
    default Condition isFalse() {
        return isNotDistinctFrom(new Literal<>(Types.BOOLEAN, false));
    }

    /** This is false or unknown. */
    default Condition isNotTrue() {
        return isTrue().not();
    }

    /** This is true or unknown. */
    default Condition isNotFalse() {
        return isFalse().not();
    }

    /** Any boolean expression as a condition. */
    static Condition of(Expression<Boolean> expression) {
        if (expression instanceof Condition condition) {
            return condition;
        }
        SqlType<Boolean> type = expression.type();
        if (!((type instanceof SensitiveType<Boolean> sensitive ? sensitive.base() : type) instanceof BooleanType)) {
            throw new IllegalArgumentException("a condition must be of type BOOLEAN, not "
                    + expression.type().name());
        }
        return new Truth(expression);
    }
}
