package dev.azoth.proof;

import dev.azoth.sql.Binary;
import dev.azoth.sql.Bind;
import dev.azoth.sql.CaseWhen;
import dev.azoth.sql.Cast;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Label;
import dev.azoth.sql.Literal;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Query;
import dev.azoth.sql.ScalarSubquery;
import dev.azoth.sql.SimpleCase;
import dev.azoth.sql.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of an expression, by the standard's rules, in Java.
 *
 * <p>Everything is evaluated, also the branches of a CASE that do not count: a database is free to do so, and an error there is an error.
 */
final class Evaluator {
    private final String database;
    private final Map<NamedTable, List<Map<String, @Nullable Object>>> rows;
    private final Numbers numbers = new Numbers(this);
    private final Conditions conditions = new Conditions(this);

    /**
     * @param database the dialect with whose facts the values are compared
     * @param rows     what is in the tables
     */
    Evaluator(String database, Map<NamedTable, List<Map<String, @Nullable Object>>> rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Gives up if the fact holds on this database. */
    void meet(Fact fact) {
        if (fact.holdsOn(database)) {
            throw new Undefined(fact);
        }
    }

    List<Map<String, @Nullable Object>> rows(NamedTable table) {
        return java.util.Objects.requireNonNull(rows.get(table));
    }

    /** The rows of a query, with the values selected. */
    List<List<@Nullable Object>> query(Query<?> query, @Nullable Scope outer) {
        return new Queries(this).rows(query, outer);
    }

    @Nullable
    Object value(Expression<?> node, Scope scope) {
        if (node instanceof Condition condition) {
            return conditions.value(condition, scope);
        } else if (node instanceof ColumnReference<?> column) {
            return scope.get(column);
        } else if (node instanceof Bind<?> bind) {
            return bind.value();
        } else if (node instanceof Literal<?> literal) {
            return literal.value();
        } else if (node instanceof Label<?> label) {
            return value(label.expression(), scope);
        } else if (node instanceof FunctionCall<?> call) {
            return call(call, scope);
        } else if (node instanceof Binary<?> binary) {
            return binary(binary, scope);
        } else if (node instanceof Unary<?> unary) {
            Object operand = value(unary.operand(), scope);
            return operand == null ? null : numbers.negative(operand);
        } else if (node instanceof CaseWhen<?> cases) {
            return caseWhen(cases, scope);
        } else if (node instanceof SimpleCase<?, ?> cases) {
            return simpleCase(cases, scope);
        } else if (node instanceof Cast<?> cast) {
            Object operand = value(cast.operand(), scope);
            return operand == null ? null : new Casts(this, numbers).value(operand, cast.type());
        } else if (node instanceof ScalarSubquery<?> subquery) {
            List<List<@Nullable Object>> found = query(subquery.query(), scope);
            return found.isEmpty() ? null : found.get(0).get(0);
        }
        throw new IllegalStateException("no rule for " + node.getClass().getName());
    }

    List<@Nullable Object> values(List<? extends Expression<?>> nodes, Scope scope) {
        List<@Nullable Object> values = new ArrayList<>();
        nodes.forEach(node -> values.add(value(node, scope)));
        return values;
    }

    boolean isTrue(@Nullable Condition condition, Scope scope) {
        return condition == null || Boolean.TRUE.equals(value(condition, scope));
    }

    private @Nullable Object binary(Binary<?> node, Scope scope) {
        Object result = null;
        boolean first = true;
        // from left to right, as the texts are written: it makes a difference to what is too large in between
        for (Expression<?> operand : operands(node, node.operator())) {
            Object next = value(operand, scope);
            if (first) {
                result = next;
            } else if (result == null || next == null) {
                result = null;
            } else {
                result = node.operator().equals(Operator.CONCAT)
                        ? result + (String) next
                        : numbers.arithmetic(result, node.operator(), next);
            }
            first = false;
        }
        return result;
    }

    private static List<Expression<?>> operands(Expression<?> node, Operator operator) {
        if (node instanceof Binary<?> binary && binary.operator().equals(operator)) {
            List<Expression<?>> operands = new ArrayList<>(operands(binary.left(), operator));
            operands.addAll(operator.associative() ? operands(binary.right(), operator) : List.of(binary.right()));
            return operands;
        }
        return List.of(node);
    }

    private @Nullable Object caseWhen(CaseWhen<?> node, Scope scope) {
        Object chosen = null;
        boolean found = false;
        for (CaseWhen.Branch<?> branch : node.branches()) {
            boolean holds = isTrue(branch.condition(), scope) && !found;
            Object value = value(branch.value(), scope);
            chosen = holds ? value : chosen;
            found |= holds;
        }
        Expression<?> otherwise = node.otherwise();
        Object last = otherwise == null ? null : value(otherwise, scope);
        return found ? chosen : last;
    }

    private @Nullable Object simpleCase(SimpleCase<?, ?> node, Scope scope) {
        Object subject = value(node.subject(), scope);
        Object chosen = null;
        boolean found = false;
        for (SimpleCase.Branch<?, ?> branch : node.branches()) {
            Object candidate = value(branch.value(), scope);
            Object result = value(branch.result(), scope);
            boolean holds = !found && subject != null && candidate != null && Values.same(subject, candidate);
            chosen = holds ? result : chosen;
            found |= holds;
        }
        Expression<?> otherwise = node.otherwise();
        Object last = otherwise == null ? null : value(otherwise, scope);
        return found ? chosen : last;
    }

    private @Nullable Object call(FunctionCall<?> call, Scope scope) {
        if (call.aggregation().over() != null) {
            return new Windows(this, numbers).value(call, scope);
        } else if (Aggregates.NAMES.contains(call.function())) {
            return new Aggregates(this, numbers).value(call, scope.group());
        }
        List<@Nullable Object> arguments = values(call.arguments(), scope);
        return switch (call.function()) {
            case "coalesce" -> first(arguments);
            case "nullif" ->
                arguments.get(0) != null && Values.same(arguments.get(0), arguments.get(1)) ? null : arguments.get(0);
            case "concat" -> Texts.concatenated("", arguments);
            case "concat_ws" -> {
                Object separator = arguments.get(0);
                yield separator == null
                        ? null
                        : Texts.concatenated((String) separator, arguments.subList(1, arguments.size()));
            }
            default -> ofValues(call, arguments);
        };
    }

    private static @Nullable Object first(List<@Nullable Object> values) {
        return values.stream().filter(value -> value != null).findFirst().orElse(null);
    }

    /** All other functions are null of a null. */
    private @Nullable Object ofValues(FunctionCall<?> call, List<@Nullable Object> arguments) {
        List<Object> values = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument == null) {
                return null;
            }
            values.add(argument);
        }
        String name = call.function();
        if (Dates.knows(name)) {
            return new Dates(this).value(name, values);
        }
        return Texts.knows(name) ? new Texts(this).value(name, values) : numbers.value(name, values);
    }
}
