package dev.azoth.orm.evaluate;

import dev.azoth.sql.Aggregation;
import dev.azoth.sql.Binary;
import dev.azoth.sql.CaseWhen;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Comparison;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Like;
import dev.azoth.sql.Operator;
import dev.azoth.sql.SimpleCase;
import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes functions of expressions by Java's own rules, of more of them than all databases agree on. */
final class JavaEvaluator extends Evaluator {
    JavaEvaluator(Collection<? extends ColumnReference<?>> columns) {
        super(columns);
    }

    @Override
    ValueKind kind(SqlType<?> left, SqlType<?> right) {
        return ValueKind.NATURAL;
    }

    @Override
    Evaluated inNothing() {
        return row -> false;
    }

    @Override
    Evaluated binary(Binary<?> binary) {
        Calculation calculation = Calculation.of(binary);
        Evaluated left = of(binary.left());
        Evaluated right = of(binary.right());
        return row -> {
            Object one = left.of(row);
            Object other = right.of(row);
            return one == null || other == null ? null : calculation.of(one, other);
        };
    }

    @Override
    Evaluated other(Expression<?> expression) {
        if (expression instanceof FunctionCall<?> call && call.aggregation().equals(Aggregation.NONE)) {
            Optional<Evaluated> found = Functions.of(
                    call.function(), call.arguments().stream().map(this::of).toList());
            if (found.isPresent()) {
                return found.get();
            }
        } else if (expression instanceof CaseWhen<?> choice) {
            return choice(
                    choice.branches().stream()
                            .map(each -> condition(each.condition()))
                            .toList(),
                    choice.branches().stream()
                            .<Expression<?>>map(each -> each.value())
                            .toList(),
                    choice.otherwise());
        } else if (expression instanceof SimpleCase<?, ?> choice) {
            return choice(
                    choice.branches().stream()
                            .map(each -> comparison(new Comparison(choice.subject(), Operator.EQ, each.value())))
                            .toList(),
                    choice.branches().stream()
                            .<Expression<?>>map(each -> each.result())
                            .toList(),
                    choice.otherwise());
        }
        return super.other(expression);
    }

    private Evaluated choice(
            List<Evaluated> conditions, List<Expression<?>> results, @Nullable Expression<?> otherwise) {
        List<Evaluated> values = new ArrayList<>(results.stream().map(this::of).toList());
        Evaluated last = otherwise == null ? row -> null : of(otherwise);
        return row -> {
            for (int i = 0; i < values.size(); i++) {
                if (Objects.equals(conditions.get(i).of(row), true)) {
                    return values.get(i).of(row);
                }
            }
            return last.of(row);
        };
    }

    @Override
    Evaluated otherCondition(Condition condition) {
        if (condition instanceof Like like) {
            Evaluated operand = of(like.operand());
            Evaluated pattern = of(like.pattern());
            Evaluated matches = row -> {
                Object text = operand.of(row);
                Object wanted = pattern.of(row);
                return text == null || wanted == null
                        ? null
                        : (Object)
                                LikePattern.matches((String) text, (String) wanted, like.escape(), like.ignoreCase());
            };
            return like.negated() ? not(matches) : matches;
        }
        return super.otherCondition(condition);
    }
}
