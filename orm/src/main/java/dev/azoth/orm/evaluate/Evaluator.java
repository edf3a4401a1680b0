package dev.azoth.orm.evaluate;

import dev.azoth.sql.Between;
import dev.azoth.sql.Binary;
import dev.azoth.sql.Bind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Comparison;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Distinctness;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.InList;
import dev.azoth.sql.IsNull;
import dev.azoth.sql.Junction;
import dev.azoth.sql.Label;
import dev.azoth.sql.ListedValues;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Negation;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Truth;
import dev.azoth.sql.Unary;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes functions of expressions. It knows comparisons, IN, BETWEEN, IS NULL, AND, OR and NOT, with unknown as the third truth value, and sums, differences and
 * products of whole numbers; of {@linkplain ValueKind values} that no database treats in a way of its own.
 */
public sealed class Evaluator permits JavaEvaluator {
    private final Collection<? extends ColumnReference<?>> columns;

    Evaluator(Collection<? extends ColumnReference<?>> columns) {
        this.columns = columns;
    }

    /**
     * The function that an expression is.
     *
     * @param columns those that a row has
     * @throws UncertainException if the database might come to something else
     */
    public static Evaluated of(Expression<?> expression, Collection<? extends ColumnReference<?>> columns) {
        return new Evaluator(columns).of(expression);
    }

    /**
     * The function that an expression is by Java's own rules, where databases have each their own: texts are compared letter by letter, and numbers are as exact as
     * Java has them.
     *
     * @param columns those that a row has
     * @throws UncertainException if it has what only a database computes
     */
    public static Evaluated inJava(Expression<?> expression, Collection<? extends ColumnReference<?>> columns) {
        return new JavaEvaluator(columns).of(expression);
    }

    final Evaluated of(Expression<?> expression) {
        if (expression instanceof Bind<?> bind) {
            return row -> bind.value();
        } else if (expression instanceof Literal<?> literal) {
            return row -> literal.value();
        } else if (expression instanceof Label<?> label) {
            return of(label.expression());
        } else if (expression instanceof ColumnReference<?> column) {
            return column(column);
        } else if (expression instanceof Condition condition) {
            return condition(condition);
        } else if (expression instanceof Binary<?> binary) {
            return binary(binary);
        } else if (expression instanceof Unary<?> unary && unary.operator().equals(Operator.NEGATE)) {
            return binary(new Binary<>(new Literal<>(Types.INTEGER, 0), Operator.MINUS, unary.operand(), unary.type()));
        }
        return other(expression);
    }

    private Evaluated column(ColumnReference<?> column) {
        if (!columns.contains(column)) {
            throw new UncertainException(
                    "it reads " + column.table() + "." + column.name() + ", which is not of the rows that it is about");
        }
        return row -> row.value(column);
    }

    /** What is calculated. */
    Evaluated binary(Binary<?> binary) {
        Evaluated left = integer(binary.left());
        Evaluated right = integer(binary.right());
        return row -> Arithmetic.of(binary.operator(), left.of(row), right.of(row), binary.type());
    }

    private Evaluated integer(Expression<?> operand) {
        if (ValueKind.of(operand.type()) != ValueKind.INTEGER) {
            throw new UncertainException("it calculates with " + operand.type().name());
        }
        return of(operand);
    }

    /** Anything else. */
    Evaluated other(Expression<?> expression) {
        String what = expression instanceof FunctionCall<?> call
                ? "the function " + call.function()
                : "a " + expression.getClass().getSimpleName();
        throw new UncertainException("it has " + what + ", which only the database computes");
    }

    final Evaluated condition(Condition condition) {
        if (condition instanceof Junction junction) {
            boolean decisive = junction.operator().equals(Operator.OR);
            List<Evaluated> operands =
                    junction.operands().stream().map(this::condition).toList();
            return row -> junction(operands, decisive, row);
        } else if (condition instanceof Negation negation) {
            return not(condition(negation.operand()));
        } else if (condition instanceof Comparison comparison) {
            return comparison(comparison);
        } else if (condition instanceof IsNull isNull) {
            Evaluated operand = of(isNull.operand());
            return row -> (operand.of(row) == null) != isNull.negated();
        } else if (condition instanceof Distinctness distinctness) {
            return distinctness(distinctness);
        } else if (condition instanceof Between between) {
            Evaluated low = comparison(new Comparison(between.operand(), Operator.GE, between.low()));
            Evaluated high = comparison(new Comparison(between.operand(), Operator.LE, between.high()));
            Evaluated both = row -> junction(List.of(low, high), false, row);
            return between.negated() ? not(both) : both;
        } else if (condition instanceof InList<?> in && in.list() instanceof ListedValues<?> values) {
            return in.negated() ? not(in(in, values)) : in(in, values);
        } else if (condition instanceof Truth truth) {
            return of(truth.operand());
        }
        return otherCondition(condition);
    }

    /** Any other condition. */
    Evaluated otherCondition(Condition condition) {
        throw new UncertainException(
                "it has a " + condition.getClass().getSimpleName() + ", which only the database decides");
    }

    /** Neither true nor false when an operand is, and none decides: a true one for OR, a false one for AND. */
    private static @Nullable Object junction(List<Evaluated> operands, boolean decisive, Evaluated.Columns row) {
        boolean unknown = false;
        for (Evaluated each : operands) {
            Object value = each.of(row);
            if (Objects.equals(value, decisive)) {
                return decisive;
            }
            unknown |= value == null;
        }
        return unknown ? null : !decisive;
    }

    static Evaluated not(Evaluated condition) {
        return row -> condition.of(row) instanceof Boolean known ? !known : null;
    }

    final Evaluated comparison(Comparison comparison) {
        Operator operator = comparison.operator();
        boolean equality = operator.equals(Operator.EQ) || operator.equals(Operator.NE);
        ValueKind kind = kind(comparison.left().type(), comparison.right().type());
        if (!equality && !kind.isOrdered()) {
            throw new UncertainException("it asks for the order of values of type "
                    + comparison.left().type().name() + ", which databases have each their own");
        }
        Evaluated left = of(comparison.left());
        Evaluated right = of(comparison.right());
        return row -> {
            Object one = left.of(row);
            Object other = right.of(row);
            return (one == null || other == null) ? null : holds(operator, kind.compare(one, other));
        };
    }

    /** How values of two types are compared. */
    ValueKind kind(SqlType<?> left, SqlType<?> right) {
        ValueKind kind = ValueKind.of(left);
        if (ValueKind.of(right) != kind) {
            throw new UncertainException("it compares a " + left.name() + " with a " + right.name());
        }
        return kind;
    }

    private static boolean holds(Operator operator, int order) {
        return switch (operator.symbol()) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new UncertainException("it compares with " + operator.symbol());
        };
    }

    private Evaluated distinctness(Distinctness distinctness) {
        ValueKind kind = kind(distinctness.left().type(), distinctness.right().type());
        Evaluated left = of(distinctness.left());
        Evaluated right = of(distinctness.right());
        return row -> {
            Object one = left.of(row);
            Object other = right.of(row);
            boolean same = (one == null || other == null) ? one == other : kind.compare(one, other) == 0;
            return same != distinctness.distinct();
        };
    }

    private Evaluated in(InList<?> in, ListedValues<?> list) {
        if (list.values().isEmpty()) {
            return inNothing();
        }
        ValueKind kind = kind(in.left().type(), list.type());
        Evaluated operand = of(in.left());
        return row -> {
            Object value = operand.of(row);
            return value == null
                    ? null
                    : (Object) list.values().stream().anyMatch(each -> kind.compare(value, each) == 0);
        };
    }

    /** Whether a value is in an empty list. */
    Evaluated inNothing() {
        throw new UncertainException("it asks for a value in an empty list");
    }
}
