package dev.azoth.compile;

import dev.azoth.sql.Between;
import dev.azoth.sql.Comparison;
import dev.azoth.sql.Condition;
import dev.azoth.sql.CustomCondition;
import dev.azoth.sql.Distinctness;
import dev.azoth.sql.Exists;
import dev.azoth.sql.InList;
import dev.azoth.sql.InQuery;
import dev.azoth.sql.IsNull;
import dev.azoth.sql.Junction;
import dev.azoth.sql.Like;
import dev.azoth.sql.Listed;
import dev.azoth.sql.Negation;
import dev.azoth.sql.Operator;
import dev.azoth.sql.RowComparison;
import dev.azoth.sql.RowCondition;
import dev.azoth.sql.RowIn;
import dev.azoth.sql.RowInQuery;
import dev.azoth.sql.RowValue;
import dev.azoth.sql.TextCondition;
import dev.azoth.sql.Truth;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.Types;
import java.util.List;

/** Writes conditions: one method for each kind of node, in standard SQL. */
public abstract class ConditionRenderer extends ExpressionRenderer {
    /** For dialects. */
    protected ConditionRenderer() {}

    /** Whether this dialect lacks a feature. */
    abstract boolean without(QueryFeature feature);

    @Override
    final void condition(Condition node, SqlWriter out) {
        if (node instanceof Comparison comparison) {
            comparison(comparison, out);
        } else if (node instanceof Junction junction) {
            junction(junction, out);
        } else if (node instanceof InList<?> list) {
            inList(list, out);
        } else if (node instanceof IsNull isNull) {
            operand(isNull.operand(), Operator.EQ, true, out).sql(isNull.negated() ? " IS NOT NULL" : " IS NULL");
        } else if (node instanceof Like like) {
            like(like, out);
        } else if (node instanceof Between between) {
            between(between, out);
        } else if (node instanceof Negation negation) {
            out.sql("NOT ");
            operand(negation.operand(), Operator.NOT, false, out);
        } else if (node instanceof Exists exists) {
            out.sql("EXISTS (");
            rows(asked(exists.query()), out);
            out.sql(")");
        } else if (node instanceof InQuery in) {
            operand(in.left(), Operator.EQ, true, out).sql(in.negated() ? " NOT IN (" : " IN (");
            rows(asked(in.query()), out);
            out.sql(")");
        } else if (node instanceof RowCondition row) {
            rowCondition(row, out);
        } else if (node instanceof Distinctness distinctness) {
            distinctness(distinctness, out);
        } else if (node instanceof Truth truth) {
            truth(truth, out);
        } else if (node instanceof TextCondition text) {
            text(text.text(), out);
        } else if (node instanceof CustomCondition custom) {
            custom.render(out);
        } else {
            throw new IllegalStateException("no renderer for " + node.getClass().getName());
        }
    }

    /** Writes a comparison. */
    protected void comparison(Comparison node, SqlWriter out) {
        infix(node.left(), node.operator(), node.right(), out);
    }

    private void junction(Junction node, SqlWriter out) {
        List<Condition> operands = node.operands();
        for (int i = 0; i < operands.size(); i++) {
            out.sql(i == 0 ? "" : " " + node.operator().symbol() + " ");
            operand(operands.get(i), node.operator(), i == 0, out);
        }
    }

    /** Writes a test against a list: as one array, a bound value whatever its length and valid when empty, where the dialect has arrays of its type. */
    private void inList(InList<?> node, SqlWriter out) {
        operand(node.left(), Operator.EQ, true, out);
        boolean arrays = !out.codec(node.list().type()).arrayElementType().isEmpty();
        if (arrays && !out.isLiteral(node.list())) {
            out.sql(node.negated() ? " <> ALL(" : " = ANY(").array(node.list()).sql(")");
        } else {
            listed(node.list(), out.sql(node.negated() ? " NOT IN (" : " IN (")).sql(")");
        }
    }

    @Override
    final SqlWriter listed(Listed<?> list, SqlWriter out) {
        return out.expanding(list, emptyList(out.codec(list.type())));
    }

    /** What stands in the parentheses of IN for no values: a query of a null, without rows. */
    protected String emptyList(TypeCodec<?> codec) {
        // where there are arrays, a null without a type is taken for a text
        boolean arrays = !codec.arrayElementType().isEmpty();
        return "SELECT " + (arrays ? "CAST(NULL AS " + codec.castDeclaration() + ")" : "NULL") + " WHERE 1 = 0";
    }

    /** Writes LIKE. */
    protected void like(Like node, SqlWriter out) {
        if (node.ignoreCase() && !hasIlike()) {
            out.sql("lower(");
            expression(node.operand(), out);
            out.sql(")").sql(node.negated() ? " NOT LIKE lower(" : " LIKE lower(");
            expression(node.pattern(), out);
            out.sql(")");
        } else {
            operand(node.operand(), Operator.EQ, true, out).sql(node.negated() ? " NOT " : " ");
            out.sql(node.ignoreCase() ? "ILIKE " : "LIKE ");
            operand(node.pattern(), Operator.EQ, false, out);
        }
        String escape = node.escape();
        out.sql(
                escape.isEmpty()
                        ? likeWithoutEscape()
                        : " ESCAPE " + out.codec(Types.TEXT).literal(escape));
    }

    /** Whether there is ILIKE. */
    protected boolean hasIlike() {
        return false;
    }

    /** What makes LIKE have no escape character, where it has one when nothing is said. */
    protected String likeWithoutEscape() {
        return "";
    }

    private void between(Between node, SqlWriter out) {
        operand(node.operand(), Operator.EQ, true, out).sql(node.negated() ? " NOT BETWEEN " : " BETWEEN ");
        operand(node.low(), Operator.EQ, false, out).sql(" AND ");
        operand(node.high(), Operator.EQ, false, out);
    }

    private void rowCondition(RowCondition node, SqlWriter out) {
        if (node instanceof RowComparison comparison && isOrder(comparison) && without(QueryFeature.ROW_ORDER)) {
            out.sql("(").argument(RowOrder.of(comparison)).sql(")");
        } else if (node instanceof RowComparison comparison) {
            row(comparison.left(), out);
            row(comparison.right(), out.sql(" " + comparison.operator().symbol() + " "));
        } else if (node instanceof RowInQuery in) {
            row(in.left(), out);
            rows(asked(in.query()), out.sql(in.negated() ? " NOT IN (" : " IN ("));
            out.sql(")");
        } else if (node instanceof RowIn in) {
            row(in.left(), out);
            for (int i = 0; i < in.rows().size(); i++) {
                row(in.rows().get(i), out.sql(i > 0 ? ", " : in.negated() ? " NOT IN (" : " IN ("));
            }
            out.sql(")");
        }
    }

    private static boolean isOrder(RowComparison comparison) {
        return !comparison.operator().equals(Operator.EQ)
                && !comparison.operator().equals(Operator.NE);
    }

    private static void row(RowValue row, SqlWriter out) {
        out.sql("(").arguments(row.expressions()).sql(")");
    }

    /** Writes a comparison in which null is a value. */
    protected void distinctness(Distinctness node, SqlWriter out) {
        infix(
                node.left(),
                Operator.EQ,
                node.distinct() ? "IS DISTINCT FROM" : "IS NOT DISTINCT FROM",
                node.right(),
                out);
    }

    /** Writes a boolean value as a condition. */
    protected void truth(Truth node, SqlWriter out) {
        expression(node.operand(), out);
    }
}
