package dev.azoth.proof;

import dev.azoth.type.BooleanType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.TemporalType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Casts from one of the types to another. */
final class Casts {
    private final Evaluator evaluator;
    private final Numbers numbers;

    Casts(Evaluator evaluator, Numbers numbers) {
        this.evaluator = evaluator;
        this.numbers = numbers;
    }

    Object value(Object operand, SqlType<?> type) {
        if (type instanceof IntegerType<?>) {
            BigDecimal number = operand instanceof Boolean truth
                    ? BigDecimal.valueOf(truth ? 1 : 0)
                    : operand instanceof String text ? new BigDecimal(text) : Values.decimal(operand);
            return numbers.whole(
                    type.javaType() == Long.class ? (Object) 0L : (Object) 0,
                    numbers.rounded(number, 0, RoundingMode.HALF_UP));
        } else if (type instanceof DecimalType decimal) {
            BigDecimal rounded = numbers.rounded(Values.decimal(operand), decimal.scale(), RoundingMode.HALF_UP);
            if (rounded.precision() - rounded.scale() > decimal.precision() - decimal.scale()) {
                evaluator.meet(Fact.OVERFLOW);
            }
            return rounded;
        } else if (type instanceof StringType) {
            return operand.toString();
        } else if (type instanceof BooleanType) {
            return Values.decimal(operand).signum() != 0;
        } else if (type instanceof TemporalType<?> temporal) {
            return switch (temporal.form()) {
                case DATE -> operand instanceof LocalDateTime time ? time.toLocalDate() : operand;
                case TIMESTAMP -> operand instanceof LocalDate date ? date.atStartOfDay() : operand;
                default -> throw new IllegalStateException("no rule for " + type.name());
            };
        }
        throw new IllegalStateException("no rule for " + type.name());
    }
}
