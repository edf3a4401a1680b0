package dev.azoth.proof;

import dev.azoth.sql.Between;
import dev.azoth.sql.Comparison;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Distinctness;
import dev.azoth.sql.Exists;
import dev.azoth.sql.InList;
import dev.azoth.sql.InQuery;
import dev.azoth.sql.IsNull;
import dev.azoth.sql.Junction;
import dev.azoth.sql.Like;
import dev.azoth.sql.ListedValues;
import dev.azoth.sql.Negation;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditions, of which the third value is null. */
final class Conditions {
    private final Evaluator evaluator;

    Conditions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    @Nullable
    Boolean value(Condition node, Scope scope) {
        if (node instanceof Comparison comparison) {
            return compared(
                    evaluator.value(comparison.left(), scope),
                    comparison.operator(),
                    evaluator.value(comparison.right(), scope));
        } else if (node instanceof Junction junction) {
            return junction(junction, scope);
        } else if (node instanceof Negation negation) {
            return not(value(negation.operand(), scope));
        } else if (node instanceof Truth truth) {
            return (Boolean) evaluator.value(truth.operand(), scope);
        } else if (node instanceof IsNull isNull) {
            return (evaluator.value(isNull.operand(), scope) == null) != isNull.negated();
        } else if (node instanceof Distinctness distinctness) {
            return Values.same(
                            evaluator.value(distinctness.left(), scope), evaluator.value(distinctness.right(), scope))
                    != distinctness.distinct();
        } else if (node instanceof Between between) {
            Object operand = evaluator.value(between.operand(), scope);
            Boolean above = compared(operand, Operator.GE, evaluator.value(between.low(), scope));
            Boolean below = compared(operand, Operator.LE, evaluator.value(between.high(), scope));
            return negated(and(above, below), between.negated());
        } else if (node instanceof Like like) {
            return negated(like(like, scope), like.negated());
        } else if (node instanceof InList<?> list) {
            return negated(
                    in(evaluator.value(list.left(), scope), ((ListedValues<?>) list.list()).values()), list.negated());
        } else if (node instanceof InQuery in) {
            List<@Nullable Object> found = new ArrayList<>();
            evaluator.query(in.query(), scope).forEach(row -> found.add(row.get(0)));
            return negated(in(evaluator.value(in.left(), scope), found), in.negated());
        } else if (node instanceof Exists exists) {
            return !evaluator.query(exists.query(), scope).isEmpty();
        }
        throw new IllegalStateException("no rule for " + node.getClass().getName());
    }

    static @Nullable Boolean compared(@Nullable Object left, Operator operator, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        int order = Values.compare(left, right);
        return switch (operator.symbol()) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new IllegalStateException(operator.symbol());
        };
    }

    private @Nullable Boolean junction(Junction junction, Scope scope) {
        boolean conjunction = junction.operator().equals(Operator.AND);
        Boolean result = conjunction;
        for (Condition operand : junction.operands()) {
            Boolean next = value(operand, scope);
            result = conjunction ? and(result, next) : not(and(not(result), not(next)));
        }
        return result;
    }

    private static @Nullable Boolean and(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return (one == null || other == null) ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean not(@Nullable Boolean value) {
        return value == null ? null : Boolean.valueOf(!value);
    }

    private static @Nullable Boolean negated(@Nullable Boolean value, boolean negated) {
        return negated ? not(value) : value;
    }

    private static @Nullable Boolean in(@Nullable Object value, List<?> values) {
        Boolean found = false;
        for (Object each : values) {
            Boolean equal = compared(value, Operator.EQ, each);
            found = not(and(not(found), not(equal)));
        }
        return found;
    }

    private @Nullable Boolean like(Like like, Scope scope) {
        String text = (String) evaluator.value(like.operand(), scope);
        String pattern = (String) evaluator.value(like.pattern(), scope);
        if (text == null || pattern == null) {
            return null;
        }
        Texts texts = new Texts(evaluator);
        String subject = like.ignoreCase() ? texts.lower(text) : text;
        if (pattern.contains("_") && text.codePointCount(0, text.length()) < text.length()) {
            evaluator.meet(Fact.UNITS_OF_UTF_16);
        }
        StringBuilder expression = new StringBuilder();
        int[] points = (like.ignoreCase() ? texts.lower(pattern) : pattern)
                .codePoints()
                .toArray();
        for (int i = 0; i < points.length; i++) {
            if (Character.toString(points[i]).equals(like.escape())) {
                expression.append(Pattern.quote(Character.toString(points[++i])));
            } else if (points[i] == '%') {
                expression.append(".*");
            } else {
                expression.append(points[i] == '_' ? "." : Pattern.quote(Character.toString(points[i])));
            }
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(subject)
                .matches();
    }
}
