package dev.azoth.proof;

import dev.azoth.sql.Aggregation;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Node;
import dev.azoth.sql.Operator;
import dev.azoth.sql.TextExpression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions of the values of many rows. */
final class Aggregates {
    static final Set<String> NAMES = Set.of("count", "sum", "avg", "min", "max", "bool_and", "bool_or", "string_agg");

    private final Evaluator evaluator;
    private final Numbers numbers;

    Aggregates(Evaluator evaluator, Numbers numbers) {
        this.evaluator = evaluator;
        this.numbers = numbers;
    }

    @Nullable
    Object value(FunctionCall<?> call, List<Scope> rows) {
        Aggregation aggregation = call.aggregation();
        // also of rows that are left out: a database may compute what it then does not take
        rows.forEach(row -> evaluator.values(values(call), row));
        List<Scope> chosen = rows.stream()
                .filter(row -> evaluator.isTrue(aggregation.filter(), row))
                .toList();
        chosen = new Order(evaluator, aggregation.orderBy()).sorted(chosen);
        Expression<?> argument = call.arguments().get(0);
        if (argument instanceof TextExpression) {
            return (long) chosen.size();
        }
        List<Object> values = new ArrayList<>();
        for (Scope row : chosen) {
            Object value = evaluator.value(argument, row);
            if (value != null
                    && !(aggregation.distinct() && values.stream().anyMatch(other -> Values.same(value, other)))) {
                values.add(value);
            }
        }
        return call.function().equals("count") ? (Object) (long) values.size() : ofValues(call, values);
    }

    private static List<Expression<?>> values(FunctionCall<?> call) {
        return call.arguments().get(0) instanceof TextExpression ? List.of() : call.arguments();
    }

    private @Nullable Object ofValues(FunctionCall<?> call, List<Object> values) {
        if (values.isEmpty()) {
            return null;
        }
        return switch (call.function()) {
            case "min" -> values.stream().min(Values::compare).orElseThrow();
            case "max" -> values.stream().max(Values::compare).orElseThrow();
            case "bool_and" -> values.stream().allMatch(Boolean.TRUE::equals);
            case "bool_or" -> values.stream().anyMatch(Boolean.TRUE::equals);
            case "string_agg" -> {
                Object separator = ((Literal<?>) call.arguments().get(1)).value();
                yield values.stream().map(Object::toString).collect(Collectors.joining(String.valueOf(separator)));
            }
            case "avg" -> {
                BigDecimal sum = values.stream().map(Values::decimal).reduce(BigDecimal.ZERO, BigDecimal::add);
                yield sum.doubleValue() / values.size();
            }
            case "sum" -> {
                Object like = call.type().javaType() == Long.class ? (Object) 0L : values.get(0);
                Object sum =
                        like instanceof BigDecimal ? values.get(0) : numbers.whole(like, Values.decimal(values.get(0)));
                for (Object next : values.subList(1, values.size())) {
                    sum = numbers.arithmetic(sum, Operator.PLUS, next);
                }
                yield sum;
            }
            default -> throw new IllegalStateException("no rule for " + call.function());
        };
    }

    /** Whether there is one in these, which makes a select without GROUP BY one of a single group. */
    static boolean areIn(List<? extends Node> nodes) {
        return Nodes.any(
                nodes,
                node -> node instanceof FunctionCall<?> call
                        && call.aggregation().over() == null
                        && NAMES.contains(call.function()));
    }
}
