package dev.azoth.orm.evaluate;

import dev.azoth.sql.Binary;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Operator;
import dev.azoth.type.SqlType;
import java.math.BigDecimal;
import java.util.function.BinaryOperator;

/** Calculates with two values as Java does, by the type of the result. */
@FunctionalInterface
interface Calculation {
    /** The result for two values, neither of them null. */
    Object of(Object left, Object right);

    /**
     * What an operator does.
     *
     * @throws UncertainException if only a database does it
     */
    static Calculation of(Binary<?> binary) {
        Operator operator = binary.operator();
        Class<?> result = binary.type().javaType();
        if (operator.equals(Operator.CONCAT) && isText(binary.left()) && isText(binary.right())) {
            return (left, right) -> left.toString() + right;
        } else if (!isNumber(binary.left().type()) || !isNumber(binary.right().type())) {
            throw new UncertainException("it calculates with "
                    + (isNumber(binary.left().type()) ? binary.right() : binary.left())
                            .type()
                            .name());
        } else if (result == BigDecimal.class) {
            BinaryOperator<BigDecimal> function = exactly(operator);
            return (left, right) -> function.apply(exact((Number) left), exact((Number) right));
        } else if (result == Double.class || result == Float.class) {
            BinaryOperator<Double> function = roughly(operator);
            return (left, right) -> {
                Double value = function.apply(((Number) left).doubleValue(), ((Number) right).doubleValue());
                return result == Float.class ? (Object) value.floatValue() : value;
            };
        }
        if (!operator.equals(Operator.PLUS) && !operator.equals(Operator.MINUS) && !operator.equals(Operator.TIMES)) {
            throw refused(operator);
        }
        return (left, right) -> Arithmetic.whole(operator, left, right, binary.type());
    }

    private static boolean isText(Expression<?> operand) {
        return operand.type().javaType() == String.class;
    }

    private static boolean isNumber(SqlType<?> type) {
        return Number.class.isAssignableFrom(type.javaType());
    }

    private static UncertainException refused(Operator operator) {
        return new UncertainException("it calculates with " + operator.symbol());
    }

    private static BinaryOperator<BigDecimal> exactly(Operator operator) {
        return switch (operator.symbol()) {
            case "+" -> BigDecimal::add;
            case "-" -> BigDecimal::subtract;
            case "*" -> BigDecimal::multiply;
            default -> throw refused(operator); // of how many digits is each database's own business
        };
    }

    private static BinaryOperator<Double> roughly(Operator operator) {
        return switch (operator.symbol()) {
            case "+" -> Double::sum;
            case "-" -> (left, right) -> left - right;
            case "*" -> (left, right) -> left * right;
            default -> throw refused(operator); // by zero it is an error, NULL or infinite
        };
    }

    /** A number, exactly. */
    static BigDecimal exact(Number number) {
        try {
            return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw new UncertainException("it calculates with " + number);
        }
    }
}
