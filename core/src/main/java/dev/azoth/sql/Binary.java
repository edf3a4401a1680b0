package dev.azoth.sql;

import dev.azoth.type.BooleanType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.SensitiveType;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.Types;
import dev.azoth.type.UuidType;

/** {@code left op right}, with a type that need not be that of either side ({@code date - date}). */
public record Binary<T>(Expression<?> left, Operator operator, Expression<?> right, SqlType<T> type)
        implements Expression<T> {
    /**
     * A calculation with the type of its left side; of decimals with one that has room for the result.
     *
     * @throws IllegalArgumentException if that is no type to calculate with
     */
    static <T> Binary<T> arithmetic(Expression<T> left, Operator operator, Expression<? extends T> right) {
        SqlType<?> type = left.type() instanceof SensitiveType<?> sensitive ? sensitive.base() : left.type();
        if (type instanceof StringType || type instanceof BooleanType || type instanceof UuidType) {
            throw new IllegalArgumentException(operator.symbol() + " is for numbers and dates, and " + type.name()
                    + " is neither: texts are joined with concat(…), and cast(…) makes numbers of them");
        }
        return new Binary<>(left, operator, right, ExactNumbers.of(left, operator, right));
    }

    /** The quotient cut towards zero, less one where it was negative and not whole. */
    static <T> Expression<T> floored(Expression<T> left, Expression<? extends T> right) {
        if (!(left.type() instanceof IntegerType<?>)) {
            throw new IllegalArgumentException("floorDividedBy is for whole numbers, and "
                    + left.type().name() + " is none: divide, and take floor(…) of that");
        }
        Expression<T> quotient = arithmetic(left, Operator.DIVIDE, right);
        Expression<Integer> remainder = new Coerced<>(arithmetic(left, Operator.MODULO, right), Types.INTEGER);
        Expression<Integer> divisor = new Coerced<>(right, Types.INTEGER);
        Condition below = remainder.lt(Sql.literal(0)).and(divisor.gt(Sql.literal(0)));
        Condition above = remainder.gt(Sql.literal(0)).and(divisor.lt(Sql.literal(0)));
        Expression<Integer> less = new Coerced<>(quotient, Types.INTEGER);
        return Sql.caseWhen(below.or(above), less.minus(Sql.literal(1)).coerce(left.type()))
                .otherwise(quotient);
    }

    @Override
    public void describe(Structure out) {
        out.node(left).value(operator).node(right).value(type);
    }
}
