package dev.azoth.compile;

import dev.azoth.sql.Comparison;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Operator;
import dev.azoth.sql.RowComparison;
import dev.azoth.sql.Sql;
import java.util.List;

/** A comparison of rows by their order, value by value: {@code a < c OR a = c AND b < d}, as the standard defines it. */
final class RowOrder {
    private RowOrder() {}

    static Condition of(RowComparison comparison) {
        List<Expression<?>> left = comparison.left().expressions();
        List<Expression<?>> right = comparison.right().expressions();
        int last = left.size() - 1;
        Condition whole = new Comparison(left.get(last), comparison.operator(), right.get(last));
        Operator beyond = strict(comparison.operator());
        for (int i = last - 1; i >= 0; i--) {
            Condition here = new Comparison(left.get(i), beyond, right.get(i));
            Condition same = new Comparison(left.get(i), Operator.EQ, right.get(i));
            whole = Sql.or(here, Sql.and(same, whole));
        }
        return whole;
    }

    private static Operator strict(Operator operator) {
        return operator.equals(Operator.LE) ? Operator.LT : operator.equals(Operator.GE) ? Operator.GT : operator;
    }
}
