package dev.azoth.compile;

import dev.azoth.sql.Between;
import dev.azoth.sql.Binary;
import dev.azoth.sql.Bind;
import dev.azoth.sql.CaseWhen;
import dev.azoth.sql.Cast;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Comparison;
import dev.azoth.sql.Condition;
import dev.azoth.sql.CustomCondition;
import dev.azoth.sql.CustomExpression;
import dev.azoth.sql.Distinctness;
import dev.azoth.sql.Excluded;
import dev.azoth.sql.Exists;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.InList;
import dev.azoth.sql.InQuery;
import dev.azoth.sql.IsNull;
import dev.azoth.sql.JsonPath;
import dev.azoth.sql.Junction;
import dev.azoth.sql.Label;
import dev.azoth.sql.Like;
import dev.azoth.sql.Literal;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Negation;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Parameter;
import dev.azoth.sql.Quantified;
import dev.azoth.sql.Query;
import dev.azoth.sql.RowComparison;
import dev.azoth.sql.RowCondition;
import dev.azoth.sql.RowIn;
import dev.azoth.sql.RowInQuery;
import dev.azoth.sql.RowValue;
import dev.azoth.sql.ScalarSubquery;
import dev.azoth.sql.SimpleCase;
import dev.azoth.sql.TextCondition;
import dev.azoth.sql.TextExpression;
import dev.azoth.sql.TextFragment;
import dev.azoth.sql.Truth;
import dev.azoth.sql.Unary;
import dev.azoth.type.TypeCodec;
import java.util.List;

/**
 * Writes expressions: one method for each kind of node, in standard SQL. A dialect overrides those that it writes in another way.
 *
 * <p>Renderers have no state; all that belongs to one statement is in the {@link SqlWriter}.
 */
public abstract class ExpressionRenderer {
    /** For dialects. */
    protected ExpressionRenderer() {}

    /** Writes a query within a statement. */
    abstract void rows(Query<?> query, SqlWriter out);

    /** Writes the elements of an ORDER BY that knows no names of the selection. */
    abstract void orderings(List<Ordering> orderings, SqlWriter out);

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
        } else if (node instanceof JsonPath path) {
            jsonPath(path, out);
        } else if (node instanceof CustomExpression<?> custom) {
            custom.render(out);
        } else {
            throw new IllegalStateException("no renderer for " + node.getClass().getName());
        }
    }

    private void condition(Condition node, SqlWriter out) {
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
            rows(exists.query(), out);
            out.sql(")");
        } else if (node instanceof InQuery in) {
            operand(in.left(), Operator.EQ, true, out).sql(in.negated() ? " NOT IN (" : " IN (");
            rows(in.query(), out);
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

    /** Writes a column with what it is a column of. */
    protected void column(ColumnReference<?> column, SqlWriter out) {
        if (out.isQualified()) {
            qualifier(column.table(), out);
        }
        out.identifier(column.name());
    }

    private void qualifier(FromItem table, SqlWriter out) {
        if (table instanceof NamedTable named) {
            tableName(named, out);
            out.sql(".");
        } else if (table instanceof NamedFrom named) {
            out.identifier(out.scope().name(named)).sql(".");
        }
    }

    /** Writes a table's name, with its schema where one was said. */
    protected void tableName(NamedTable table, SqlWriter out) {
        table.schema().ifPresent(schema -> out.identifier(schema).sql("."));
        out.identifier(table.name());
    }

    /** Writes a value into the text. */
    protected <T> void literal(Literal<T> literal, SqlWriter out) {
        T value = literal.value();
        out.sql(value == null ? "NULL" : out.codec(literal.type()).literal(value));
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

    /** Writes an arithmetic or other operation with two operands. */
    protected void binary(Binary<?> node, SqlWriter out) {
        infix(node.left(), node.operator(), node.right(), out);
    }

    private void unary(Unary<?> node, SqlWriter out) {
        out.sql(node.operator().symbol());
        // "--" begins a comment; in DDL a bound value is written out, and may be negative
        boolean written = node.operand() instanceof Bind<?> bind && out.isLiteral(bind);
        out.sql(written ? "(" : "");
        operand(node.operand(), Precedence.ATOM, out);
        out.sql(written ? ")" : "");
    }

    /** Writes a test against a list: as one array, a bound value whatever its length and valid when empty, where the dialect has arrays of its type. */
    private void inList(InList<?> node, SqlWriter out) {
        operand(node.left(), Operator.EQ, true, out);
        TypeCodec<?> codec = out.codec(node.left().type());
        boolean arrays = !codec.arrayElementType().isEmpty();
        if (arrays && !out.isLiteral(node)) {
            out.sql(node.negated() ? " <> ALL(" : " = ANY(").array(node).sql(")");
        } else {
            out.sql(node.negated() ? " NOT IN (" : " IN (");
            // where there are arrays, a null without a type is taken for a text
            out.expanding(node, emptyList(arrays ? "CAST(NULL AS " + codec.castDeclaration() + ")" : "NULL"))
                    .sql(")");
        }
    }

    /** What stands in the parentheses of IN for no values: a query of a null, without rows. */
    protected String emptyList(String nothing) {
        return "SELECT " + nothing + " WHERE 1 = 0";
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
        out.sql(node.escaped() ? " ESCAPE '" + Like.ESCAPE + "'" : likeWithoutEscape());
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
        if (node instanceof RowComparison comparison) {
            row(comparison.left(), out);
            row(comparison.right(), out.sql(" " + comparison.operator().symbol() + " "));
        } else if (node instanceof RowInQuery in) {
            row(in.left(), out);
            rows(in.query(), out.sql(in.negated() ? " NOT IN (" : " IN ("));
            out.sql(")");
        } else if (node instanceof RowIn in) {
            row(in.left(), out);
            for (int i = 0; i < in.rows().size(); i++) {
                row(in.rows().get(i), out.sql(i > 0 ? ", " : in.negated() ? " NOT IN (" : " IN ("));
            }
            out.sql(")");
        }
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

    private static void simpleCase(SimpleCase<?, ?> node, SqlWriter out) {
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
            out.sql(fragment.pieces().get(i)).operand(fragment.value(parameters.get(i)));
        }
        out.sql(fragment.pieces().get(parameters.size()));
    }
}
