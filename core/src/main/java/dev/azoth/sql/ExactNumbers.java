package dev.azoth.sql;

import dev.azoth.type.DecimalType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.SqlType;
import dev.azoth.type.UnsignedType;
import java.math.BigDecimal;

/** The types of what is computed exactly: as many digits as a result may need, up to the most that every database has. */
final class ExactNumbers {
    private static final int MOST_DIGITS = 38;
    private static final int MOST_SCALE = 30;

    private ExactNumbers() {}

    /** The type of {@code left op right}: of two decimals with declared digits one that has room for the result, else that of the left. */
    @SuppressWarnings("unchecked") // a decimal type for a decimal type
    static <T> SqlType<T> of(Expression<T> left, Operator operator, Expression<?> right) {
        boolean declared = left.type() instanceof DecimalType one
                && right.type() instanceof DecimalType other
                && one.precision() > 0
                && other.precision() > 0
                && (operator.equals(Operator.TIMES)
                        || operator.equals(Operator.PLUS)
                        || operator.equals(Operator.MINUS))
                && !isValue(left)
                && !isValue(right);
        return declared
                ? (SqlType<T>) (SqlType<?>) result((DecimalType) left.type(), operator, (DecimalType) right.type())
                : left.type();
    }

    /** A value has the digits that it has, and not those of the type that it is bound with. */
    private static boolean isValue(Expression<?> expression) {
        return expression instanceof Bind<?> || expression instanceof Literal<?> || expression instanceof Parameter<?>;
    }

    private static DecimalType result(DecimalType left, Operator operator, DecimalType right) {
        if (left.precision() == 0 || right.precision() == 0) {
            return new DecimalType(0, 0);
        }
        boolean times = operator.equals(Operator.TIMES);
        int scale = times ? left.scale() + right.scale() : Math.max(left.scale(), right.scale());
        int whole = times
                ? left.precision() - left.scale() + right.precision() - right.scale()
                : Math.max(left.precision() - left.scale(), right.precision() - right.scale()) + 1;
        int kept = Math.min(scale, MOST_SCALE);
        return new DecimalType(Math.min(whole + kept, MOST_DIGITS), kept);
    }

    /** The type of a sum. */
    @SuppressWarnings("unchecked") // a decimal type for a decimal type
    static <T> SqlType<T> sum(SqlType<T> type) {
        return type instanceof DecimalType decimal && decimal.precision() > 0
                ? (SqlType<T>) (SqlType<?>) new DecimalType(MOST_DIGITS, decimal.scale())
                : type;
    }

    /** The decimals that have all values of a type. */
    static DecimalType decimal(SqlType<?> type) {
        if (type instanceof DecimalType decimal) {
            return decimal;
        } else if (type instanceof IntegerType<?> number) {
            return new DecimalType(number.bits() == 64 ? 19 : number.bits() == 32 ? 10 : 5, 0);
        } else if (type instanceof UnsignedType<?> number) {
            return new DecimalType(number.bits() == 64 ? 20 : 10, 0);
        }
        throw new IllegalArgumentException(type.name()
                + " is no exact number: cast it to one, or compute with floating-point numbers, of one class");
    }

    static Expression<BigDecimal> computed(
            Expression<? extends Number> left, Operator operator, Expression<? extends Number> right) {
        DecimalType one = decimal(left.type());
        DecimalType other = decimal(right.type());
        // two whole numbers would be computed in their own bits
        boolean whole = !(left.type() instanceof DecimalType) && !(right.type() instanceof DecimalType);
        return new Binary<>(whole ? left.cast(one) : left, operator, right, result(one, operator, other));
    }
}
