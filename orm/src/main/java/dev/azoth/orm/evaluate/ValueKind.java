package dev.azoth.orm.evaluate;

import dev.azoth.type.BooleanType;
import dev.azoth.type.EnumType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.SensitiveType;
import dev.azoth.type.SqlType;
import dev.azoth.type.TemporalType;
import dev.azoth.type.UuidType;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The kinds of values that Java compares as every database does. Others are not certain: texts have collations, decimals and times what the column cut
 * off, floating-point numbers what the database rounds.
 */
enum ValueKind {
    INTEGER(true),
    DATE(true),
    BOOLEAN(false),
    ENUM(false),
    UUID(false),
    /** Whatever Java compares, in its own order; never {@link #of} a type. */
    NATURAL(true);

    private final boolean ordered;

    ValueKind(boolean ordered) {
        this.ordered = ordered;
    }

    /**
     * The kind of a type's values.
     *
     * @throws UncertainException if there is none
     */
    static ValueKind of(SqlType<?> given) {
        SqlType<?> type = given instanceof SensitiveType<?> sensitive ? sensitive.base() : given;
        if (type instanceof IntegerType<?>) {
            return INTEGER;
        } else if (type instanceof TemporalType<?> && type.javaType() == LocalDate.class) {
            return DATE;
        } else if (type instanceof BooleanType) {
            return BOOLEAN;
        } else if (type instanceof EnumType<?>) {
            return ENUM;
        } else if (type instanceof UuidType) {
            return UUID;
        }
        throw new UncertainException("it compares values of type " + given.name()
                + ", which a database does by rules of its own, such as collations and rounding");
    }

    /** Whether its values have the same order everywhere. */
    boolean isOrdered() {
        return ordered;
    }

    /** Compares two values of this kind; those of a kind without an order are equal, for 0, or not. */
    int compare(Object left, Object right) {
        return switch (this) {
            case INTEGER -> Long.compare(((Number) left).longValue(), ((Number) right).longValue());
            case DATE -> ((LocalDate) left).compareTo((LocalDate) right);
            case BOOLEAN, ENUM, UUID -> left.equals(right) ? 0 : 1;
            case NATURAL -> natural(left, right);
        };
    }

    @SuppressWarnings("unchecked") // both are of one class
    private static int natural(Object left, Object right) {
        if (left instanceof byte[] one && right instanceof byte[] other) {
            return Arrays.compareUnsigned(one, other);
        } else if (left.getClass() == right.getClass()) {
            return left instanceof Comparable<?>
                    ? ((Comparable<Object>) left).compareTo(right)
                    : left.equals(right) ? 0 : 1;
        } else if (left instanceof Number one && right instanceof Number other) {
            return Calculation.exact(one).compareTo(Calculation.exact(other));
        }
        throw new UncertainException("it compares a " + left.getClass().getSimpleName() + " with a "
                + right.getClass().getSimpleName());
    }
}
