package dev.azoth.orm.evaluate;

import dev.azoth.sql.Operator;
import dev.azoth.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Calculates with whole numbers, as far as the result is one of its type. */
final class Arithmetic {
    private Arithmetic() {}

    static @Nullable Object of(Operator operator, @Nullable Object left, @Nullable Object right, SqlType<?> type) {
        return left == null || right == null ? null : whole(operator, left, right, type);
    }

    static Object whole(Operator operator, Object left, Object right, SqlType<?> type) {
        long one = ((Number) left).longValue();
        long other = ((Number) right).longValue();
        try {
            if (operator.equals(Operator.PLUS)) {
                return boxed(Math.addExact(one, other), type);
            } else if (operator.equals(Operator.MINUS)) {
                return boxed(Math.subtractExact(one, other), type);
            } else if (operator.equals(Operator.TIMES)) {
                return boxed(Math.multiplyExact(one, other), type);
            }
        } catch (ArithmeticException e) {
            throw new UncertainException("a number in it grows too large");
        }
        throw new UncertainException("it calculates with " + operator.symbol());
    }

    private static Object boxed(long value, SqlType<?> type) {
        if (type.javaType() == Integer.class) {
            return Math.toIntExact(value);
        } else if (type.javaType() == Short.class && (short) value == value) {
            return (short) value;
        } else if (type.javaType() == Long.class) {
            return value;
        }
        throw new UncertainException("a number in it does not fit " + type.name());
    }
}
