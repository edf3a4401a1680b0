package dev.azoth.compile;

import dev.azoth.sql.Binary;
import dev.azoth.sql.Bind;
import dev.azoth.sql.CaseWhen;
import dev.azoth.sql.Cast;
import dev.azoth.sql.Coerced;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.CustomExpression;
import dev.azoth.sql.Excluded;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.JsonPath;
import dev.azoth.sql.Label;
import dev.azoth.sql.Listed;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Node;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Parameter;
import dev.azoth.sql.Quantified;
import dev.azoth.sql.QuantifiedArray;
import dev.azoth.sql.Query;
import dev.azoth.sql.ScalarSubquery;
import dev.azoth.sql.SimpleCase;
import dev.azoth.sql.TextExpression;
import dev.azoth.sql.TextFragment;
import dev.azoth.sql.Unary;
import java.util.List;

/**
 * Writes expressions: one method for each kind of node, in standard SQL. A dialect overrides those that it writes in another way.
 *
 * <p>Renderers have no state; all that belongs to one statement is in the {@link SqlWriter}.
 */
public abstract class ExpressionRenderer extends NameRenderer {
    /** For dialects. */
    protected ExpressionRenderer() {}

    /** Writes a query within a statement. */
    abstract void rows(Query<?> query, SqlWriter out);

    /** A query that IN or EXISTS asks; another that says the same where the database needs that. */
    protected Query<?> asked(Query<?> query) {
        return query;
    }

    /** Writes the elements of an ORDER BY that knows no names of the selection. */
    abstract void orderings(List<Ordering> orderings, SqlWriter out);

    /** Writes any condition. */
    abstract void condition(Condition node, SqlWriter out);

    /** Writes any expression. */
    protected final void expression(Expression<?> node, SqlWriter out) {
        if (node instanceof ColumnReference<?> column) {
            column(column, out);
        } else if (node instanceof Bind<?> bind) {
            out.bind(bind);
        } else if (node instanceof Condition condition) {
            condition(condition, out);
        } else if (node instanceof FunctionCall<?> call) {
            function(call, out);
        } else if (node instanceof Label<?> label) {
            expression(label.expression(), out);
        } else if (node instanceof Coerced<?> coerced) {
            expression(coerced.operand(), out);
        } else if (node instanceof Binary<?> binary) {
            binary(binary, out);
        } else if (node instanceof Parameter<?> parameter) {
            out.parameter(parameter);
        } else if (node instanceof Literal<?> literal) {
            literal(literal, out);
        } else if (node instanceof Unary<?> unary) {
            unary(unary, out);
        } else if (node instanceof CaseWhen<?> cases) {
            caseWhen(cases, out);
        } else if (node instanceof Cast<?> cast) {
            cast(cast, out);
        } else if (node instanceof ScalarSubquery<?> subquery) {
            out.sql("(");
            rows(subquery.query(), out);
            out.sql(")");
        } else if (node instanceof Excluded<?> excluded) {
            excluded(excluded, out);
        } else if (node instanceof TextExpression<?> text) {
            text(text.text(), out);
        } else if (node instanceof SimpleCase<?, ?> cases) {
            simpleCase(cases, out);
        } else if (node instanceof Quantified<?> quantified) {
            quantified(quantified, out);
        } else if (node instanceof QuantifiedArray<?> quantified) {
            quantified(quantified, out);
        } else if (node instanceof JsonPath path) {
            jsonPath(path, out);
        } else if (node instanceof CustomExpression<?> custom) {
            custom.render(out);
        } else {
            throw new IllegalStateException("no renderer for " + node.getClass().getName());
        }
    }

    /** Writes an operand, in parentheses if what it is made of binds less tightly than wanted. */
    final void operand(Expression<?> node, int precedence, SqlWriter out) {
        boolean wrapped = Precedence.of(node) < precedence;
        out.sql(wrapped ? "(" : "");
        expression(node, out);
        out.sql(wrapped ? ")" : "");
    }

    /** Writes an operand beside an operator, in parentheses where it needs them. */
    protected final SqlWriter operand(Expression<?> node, Operator beside, boolean left, SqlWriter out) {
        boolean wrapped = Precedence.needsParentheses(node, beside, left);
        out.sql(wrapped ? "(" : "");
        expression(node, out);
        return out.sql(wrapped ? ")" : "");
    }

    /** Writes both operands with an operator between them. */
    protected final void infix(Expression<?> left, Operator operator, Expression<?> right, SqlWriter out) {
        infix(left, operator, operator.symbol(), right, out);
    }

    /** Writes both operands with an operator between them that this dialect spells in its own way. */
    protected final void infix(
            Expression<?> left, Operator operator, String spelled, Expression<?> right, SqlWriter out) {
        operand(left, operator, true, out).sql(" ").sql(spelled).sql(" ");
        operand(right, operator, false, out);
    }

    /** Writes a value into the text. */
    protected <T> void literal(Literal<T> literal, SqlWriter out) {
        T value = literal.value();
        out.sql(value == null ? "NULL" : out.codec(literal.type()).literal(value));
    }

    /** Writes an arithmetic or other operation with two operands. */
    protected void binary(Binary<?> node, SqlWriter out) {
        infix(node.left(), node.operator(), node.right(), out);
    }

    /** Writes an operation with one operand. */
    protected void unary(Unary<?> node, SqlWriter out) {
        String symbol = node.operator().symbol();
        out.sql(symbol).sql(Character.isLetter(symbol.charAt(symbol.length() - 1)) ? " " : "");
        // "--" begins a comment; in DDL a bound value is written out, and may be negative
        boolean written = node.operand() instanceof Bind<?> bind && out.isLiteral(bind);
        out.sql(written ? "(" : "");
        operand(node.operand(), Precedence.ATOM, out);
        out.sql(written ? ")" : "");
    }

    /** Writes CASE. */
    protected void caseWhen(CaseWhen<?> node, SqlWriter out) {
        out.sql("CASE");
        for (CaseWhen.Branch<?> branch : node.branches()) {
            out.sql(" WHEN ").argument(branch.condition()).sql(" THEN ").argument(branch.value());
        }
        Expression<?> otherwise = node.otherwise();
        if (otherwise != null) {
            out.sql(" ELSE ").argument(otherwise);
        }
        out.sql(" END");
    }

    /** Writes CASE of a subject. */
    protected void simpleCase(SimpleCase<?, ?> node, SqlWriter out) {
        out.sql("CASE ").argument(node.subject());
        for (SimpleCase.Branch<?, ?> branch : node.branches()) {
            out.sql(" WHEN ").argument(branch.value()).sql(" THEN ").argument(branch.result());
        }
        Expression<?> otherwise = node.otherwise();
        if (otherwise != null) {
            out.sql(" ELSE ").argument(otherwise);
        }
        out.sql(" END");
    }

    /** Writes ANY or ALL with its query. */
    protected void quantified(Quantified<?> node, SqlWriter out) {
        out.sql(node.every() ? "ALL (" : "ANY (");
        rows(node.query(), out);
        out.sql(")");
    }

    private static void quantified(QuantifiedArray<?> node, SqlWriter out) {
        out.codec(node.array().type()); // which says so where there are no arrays
        out.sql(node.every() ? "ALL (" : "ANY (").typed(node.array()).sql(")");
    }

    /** Writes a cast. */
    protected void cast(Cast<?> node, SqlWriter out) {
        out.sql("CAST(").argument(node.operand()).sql(" AS ");
        out.sql(out.codec(node.type()).castDeclaration()).sql(")");
    }

    /** Writes a place in a JSON value, as JSON. */
    protected void jsonPath(JsonPath path, SqlWriter out) {
        out.sql("json_extract(")
                .argument(path.base())
                .sql(", ")
                .argument(path.text())
                .sql(")");
    }

    /** Writes a function's call. */
    protected abstract void function(FunctionCall<?> call, SqlWriter out);

    /** Writes the value that an insert would have given to a column. */
    protected void excluded(Excluded<?> node, SqlWriter out) {
        out.sql("excluded.").identifier(node.column().name());
    }

    /** Writes SQL text, with its parameters' values or expressions in their places. */
    final void text(TextFragment fragment, SqlWriter out) {
        List<String> parameters = fragment.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Node value = fragment.value(parameters.get(i));
            out.sql(fragment.pieces().get(i));
            if (value instanceof Listed<?> list) {
                listed(list, out);
            } else {
                out.operand((Expression<?>) value);
            }
        }
        out.sql(fragment.pieces().get(parameters.size()));
    }

    /** Writes what stands in the parentheses of IN for a list of values. */
    abstract SqlWriter listed(Listed<?> list, SqlWriter out);
}
