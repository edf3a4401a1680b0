package dev.azoth.proof;

import dev.azoth.sql.Operator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/** Whole and decimal numbers. Of a type's range nobody leaves it: the databases do different things then. */
final class Numbers {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Evaluator evaluator;

    Numbers(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Object negative(Object operand) {
        return operand instanceof BigDecimal decimal
                ? decimal.negate()
                : whole(
                        operand,
                        BigDecimal.valueOf(((Number) operand).longValue()).negate());
    }

    Object arithmetic(Object left, Operator operator, Object right) {
        BigDecimal one = Values.decimal(left);
        BigDecimal other = Values.decimal(right);
        boolean whole = !(left instanceof BigDecimal);
        boolean divides = operator.equals(Operator.DIVIDE) || operator.equals(Operator.MODULO);
        if (divides && other.signum() == 0) {
            evaluator.meet(Fact.DIVISION_BY_ZERO);
        }
        if (!whole) {
            exact(one);
            exact(other);
        }
        BigDecimal result = switch (operator.symbol()) {
            case "+" -> one.add(other);
            case "-" -> one.subtract(other);
            case "*" -> one.multiply(other);
            case "%" -> one.remainder(other);
            case "/" -> whole ? one.divideToIntegralValue(other) : one.divide(other, MathContext.DECIMAL128);
            default -> throw new IllegalStateException(operator.symbol());
        };
        if (!whole && operator.equals(Operator.MODULO) && result.signum() == 0 && one.signum() < 0) {
            evaluator.meet(Fact.NEGATIVE_ZERO);
        }
        return whole ? whole(left, result) : decimal(result);
    }

    /** A result of the class of an operand. */
    Object whole(Object like, BigDecimal result) {
        try {
            return like instanceof Long ? (Object) result.longValueExact() : (Object) result.intValueExact();
        } catch (ArithmeticException e) {
            evaluator.meet(Fact.OVERFLOW);
            throw e;
        }
    }

    BigDecimal decimal(BigDecimal result) {
        if (result.abs().compareTo(LARGEST) > 0) {
            evaluator.meet(Fact.OVERFLOW);
        }
        return result;
    }

    /** Where decimals are doubles, only those that a double holds can be counted with. */
    void exact(BigDecimal number) {
        if (new BigDecimal(number.doubleValue()).compareTo(number) != 0) {
            if (number.precision() > 15) {
                evaluator.meet(Fact.ROUNDING);
            }
            evaluator.meet(Fact.DOUBLES);
        }
    }

    Object value(String function, List<Object> arguments) {
        Object first = arguments.get(0);
        if (function.equals("greatest") || function.equals("least")) {
            Comparator<Object> order = Values::compare;
            return arguments.stream()
                    .max(function.equals("least") ? order.reversed() : order)
                    .orElseThrow();
        }
        BigDecimal number = Values.decimal(first);
        return switch (function) {
            case "abs" -> first instanceof BigDecimal ? number.abs() : whole(first, number.abs());
            case "sign" -> number.signum();
            case "floor" -> like(first, rounded(number, 0, RoundingMode.FLOOR));
            case "ceil" -> like(first, rounded(number, 0, RoundingMode.CEILING));
            case "round" -> like(first, rounded(number, (Integer) arguments.get(1), RoundingMode.HALF_UP));
            case "trunc" -> like(first, rounded(number, (Integer) arguments.get(1), RoundingMode.DOWN));
            case "bits_of_both" -> bits(first, ((Number) first).longValue() & ((Number) arguments.get(1)).longValue());
            case "bits_of_any" -> bits(first, ((Number) first).longValue() | ((Number) arguments.get(1)).longValue());
            case "bits_of_one" -> bits(first, ((Number) first).longValue() ^ ((Number) arguments.get(1)).longValue());
            default -> throw new IllegalStateException("no rule for " + function);
        };
    }

    private Object bits(Object like, long result) {
        return whole(like, BigDecimal.valueOf(result));
    }

    private Object like(Object first, BigDecimal result) {
        return first instanceof BigDecimal ? result : whole(first, result);
    }

    /** A quotient of which the databases have a different number of digits must not be beside the edge where rounding turns. */
    BigDecimal rounded(BigDecimal number, int digits, RoundingMode mode) {
        if (number.precision() > 15) {
            BigDecimal shifted = number.movePointRight(digits).abs();
            BigDecimal rest = shifted.remainder(BigDecimal.ONE);
            for (BigDecimal edge : List.of(BigDecimal.ZERO, HALF, BigDecimal.ONE)) {
                if (rest.subtract(edge).abs().doubleValue() < 0.001) {
                    evaluator.meet(Fact.ROUNDING);
                }
            }
        } else {
            exact(number);
        }
        return number.setScale(digits, mode);
    }
}
