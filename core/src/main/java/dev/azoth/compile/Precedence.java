package dev.azoth.compile;

import dev.azoth.sql.Between;
import dev.azoth.sql.Binary;
import dev.azoth.sql.Coerced;
import dev.azoth.sql.Comparison;
import dev.azoth.sql.CustomCondition;
import dev.azoth.sql.CustomExpression;
import dev.azoth.sql.Distinctness;
import dev.azoth.sql.Expression;
import dev.azoth.sql.InList;
import dev.azoth.sql.InQuery;
import dev.azoth.sql.IsNull;
import dev.azoth.sql.Junction;
import dev.azoth.sql.Label;
import dev.azoth.sql.Like;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Negation;
import dev.azoth.sql.Operator;
import dev.azoth.sql.RowCondition;
import dev.azoth.sql.TextCondition;
import dev.azoth.sql.TextExpression;
import dev.azoth.sql.Truth;
import dev.azoth.sql.Unary;

/** How tightly the parts of an expression hold together. */
final class Precedence {
    /** What never needs parentheses. */
    static final int ATOM = 1000;

    private static final int UNKNOWN = 0;

    private Precedence() {}

    static int of(Expression<?> expression) {
        if (expression instanceof Comparison comparison) {
            return comparison.operator().precedence();
        } else if (expression instanceof Junction junction) {
            return junction.operator().precedence();
        } else if (expression instanceof Binary<?> binary) {
            return binary.operator().precedence();
        } else if (expression instanceof Negation) {
            return Operator.NOT.precedence();
        } else if (expression instanceof IsNull
                || expression instanceof Between
                || expression instanceof Like
                || expression instanceof InList
                || expression instanceof InQuery
                || expression instanceof RowCondition
                || expression instanceof Distinctness) {
            return Operator.EQ.precedence();
        } else if (expression instanceof Unary<?> unary) {
            return unary.operator().precedence();
        } else if (expression instanceof Label<?> label) {
            return of(label.expression());
        } else if (expression instanceof Coerced<?> coerced) {
            return of(coerced.operand());
        } else if (expression instanceof Truth truth) {
            return of(truth.operand());
        } else if (expression instanceof TextExpression
                || expression instanceof TextCondition
                || expression instanceof CustomExpression
                || expression instanceof CustomCondition) {
            return UNKNOWN;
        } else if (expression instanceof Literal<?> literal
                && literal.value() instanceof Number number
                && number.toString().startsWith("-")) {
            // "--5" would begin a comment
            return Operator.NEGATE.precedence();
        }
        return ATOM;
    }

    /**
     * Whether an operand needs parentheses beside an operator.
     *
     * <p>Concatenation and custom operators bind differently from one database to the next: beside them, and inside others, every
     * operand that is not simple gets parentheses.
     */
    static boolean needsParentheses(Expression<?> operand, Operator operator, boolean left) {
        int inner = of(operand);
        if (inner == ATOM) {
            return false;
        }
        boolean same = (operand instanceof Binary<?> binary && binary.operator().equals(operator))
                || (operand instanceof Junction junction && junction.operator().equals(operator));
        if (same) {
            return !operator.associative() && !(left && operator.precedence() > Operator.CONCAT.precedence());
        }
        int vague = Operator.CONCAT.precedence();
        if (operator.precedence() == vague || (inner == vague && operator.precedence() > Operator.EQ.precedence())) {
            return true;
        }
        return inner < operator.precedence()
                || (inner == operator.precedence() && !left)
                || (inner == operator.precedence() && operator.precedence() <= Operator.EQ.precedence());
    }
}
