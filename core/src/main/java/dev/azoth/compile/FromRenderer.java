package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Alias;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.CustomFrom;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Join;
import dev.azoth.sql.JsonTable;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Query;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TableAlias;
import dev.azoth.sql.TableFunction;
import dev.azoth.sql.TableHint;
import dev.azoth.sql.TableSample;
import dev.azoth.sql.ValuesTable;
import java.util.List;
import java.util.Map;

/** Writes what stands in FROM, and the common table expressions in front of a statement. */
public abstract class FromRenderer extends CallRenderer {
    /** For dialects. */
    protected FromRenderer() {}

    /** Writes a query inside a statement: its columns have the names that the outside knows. */
    protected final void query(Query<?> query, SqlWriter out) {
        query(query, true, out);
    }

    /** Writes a query, with names for all of its columns or not. */
    abstract void query(Query<?> query, boolean inner, SqlWriter out);

    /** Writes an element of FROM. */
    protected final void fromItem(FromItem item, SqlWriter out) {
        if (item instanceof NamedTable table) {
            tableName(table, out);
        } else if (item instanceof NamedFrom named) {
            named(named, out.scope().name(named), out);
        } else if (item instanceof Join join) {
            join(join, out);
        }
        for (TableHint hint : out.scope().hints()) {
            if (hint.table().equals(item)
                    && hint.dialects().contains(out.server().dialect())) {
                out.sql(" ").sql(hint.text());
            }
        }
    }

    /** Writes something in FROM under a name. */
    private void named(FromItem source, String name, SqlWriter out) {
        if (source instanceof Alias alias) {
            named(alias.source(), name, out);
        } else if (source instanceof TableAlias alias) {
            named(alias.table(), name, out);
        } else if (source instanceof CommonTableExpression table) {
            commonTable(table, out);
            common(table, name, out);
        } else if (source instanceof ValuesTable values) {
            checkRows(values);
            values(values, name, out);
        } else if (source instanceof TableFunction function) {
            tableFunction(function, name, out);
        } else if (source instanceof JsonTable table) {
            if (table.parts().isEmpty()) {
                throw new CompileException("a JSON table has no columns: call column(…)");
            }
            jsonTable(table, name, out);
        } else if (source instanceof TableSample sample) {
            sample(sample, name, out);
        } else {
            if (source instanceof Subquery subquery) {
                if (subquery.isLateral()) {
                    need(QueryFeature.LATERAL, out);
                }
                within(subquery.query(), true, out.sql(subquery.isLateral() ? "LATERAL (" : "("));
                out.sql(")");
            } else if (source instanceof NamedTable table) {
                tableName(table, out);
            } else if (source instanceof CustomFrom custom) {
                custom.render(out);
            }
            out.sql(" AS ").local(name);
        }
    }

    private void sample(TableSample sample, String name, SqlWriter out) {
        need(QueryFeature.SAMPLE, out);
        tableName(sample.table(), out);
        out.sql(" AS ").local(name);
        out.sql(" TABLESAMPLE ").sql(sample.method().sql()).sql(" (");
        out.sql(sample.percent().toPlainString()).sql(percentSign()).sql(")");
        sample.seed().ifPresent(seed -> out.sql(" REPEATABLE (" + seed + ")"));
    }

    /** What stands behind the share of a sample. */
    protected String percentSign() {
        return "";
    }

    private static void common(NamedFrom table, String name, SqlWriter out) {
        out.local(out.scope().name(table));
        if (!name.equals(out.scope().name(table))) {
            out.sql(" AS ").local(name);
        }
    }

    private static void checkRows(ValuesTable values) {
        if (values.rows().isEmpty()) {
            throw new CompileException("the table of values " + values.name() + " has no rows: call row(…)");
        }
    }

    /** Writes a table of values. */
    protected void values(ValuesTable values, String name, SqlWriter out) {
        out.sql("(");
        rows(values, "(", out);
        out.sql(") AS ").local(name);
        columnNames(values.columns(), out);
    }

    /**
     * Writes the rows of a table of values, the first one with its types.
     *
     * @param open what a row begins with
     */
    protected final void rows(ValuesTable values, String open, SqlWriter out) {
        out.sql("VALUES ");
        for (int row = 0; row < values.rows().size(); row++) {
            out.sql(row == 0 ? "" : ", ").sql(open);
            List<Expression<?>> each = values.rows().get(row).values();
            for (int i = 0; i < each.size(); i++) {
                out.sql(i == 0 ? "" : ", ");
                if (row == 0) {
                    typed(each.get(i), out);
                } else {
                    out.argument(each.get(i));
                }
            }
            out.sql(")");
        }
    }

    /** Writes a value with its type, since a parameter alone has none. */
    protected void typed(Expression<?> value, SqlWriter out) {
        out.argument(value.cast(value.type()));
    }

    /** Writes a function that yields a table. */
    protected void tableFunction(TableFunction function, String name, SqlWriter out) {
        need(QueryFeature.TABLE_FUNCTIONS, out);
        out.argument(function.call());
        if (without(QueryFeature.FUNCTION_COLUMNS)) {
            if (function.isNumbered()) {
                need(QueryFeature.FUNCTION_COLUMNS, out);
            }
            out.sql(" AS ").local(name);
            return;
        }
        out.sql(function.isNumbered() ? " WITH ORDINALITY AS " : " AS ").local(name);
        if (!function.columns().isEmpty()) {
            columnNames(function.columns(), out);
        }
    }

    /** Writes the elements of a JSON array. */
    protected void jsonTable(JsonTable table, String name, SqlWriter out) {
        throw out.unsupported("JSON_TABLE");
    }

    /**
     * Writes them as a subquery that looks into each of them.
     *
     * @param elements writes what it selects from, whose columns are named as those that {@link JsonTable#ELEMENT} and the ordinality read
     */
    protected final void jsonTable(JsonTable table, String name, Runnable elements, SqlWriter out) {
        out.sql("LATERAL (SELECT ");
        boolean first = true;
        for (JsonTable.Part<?> part : table.parts()) {
            out.sql(first ? "" : ", ").argument(part.value()).sql(" AS ").identifier(part.name());
            first = false;
        }
        out.sql(" FROM ");
        elements.run();
        out.sql(") AS ").local(name);
    }

    /** Refuses a feature, if this dialect lacks it. */
    abstract void need(QueryFeature feature, SqlWriter out);

    /** The name by which the rest of a statement knows something in FROM, without a schema. */
    protected static String unqualifiedName(FromItem item, SqlWriter out) {
        if (item instanceof NamedTable table) {
            return table.name();
        } else if (item instanceof NamedFrom named) {
            return out.scope().name(named);
        }
        throw new CompileException("a join has no name: name one of its tables");
    }

    /** Writes a join. */
    protected void join(Join join, SqlWriter out) {
        if (join.kind() == Join.Kind.FULL) {
            need(QueryFeature.FULL_JOIN, out);
        }
        fromItem(join.left(), out);
        out.sql(" ").sql(join.kind().sql()).sql(" ");
        boolean nested = join.right() instanceof Join;
        out.sql(nested ? "(" : "");
        fromItem(join.right(), out);
        out.sql(nested ? ")" : "");
        if (join.condition() != null) {
            out.sql(" ON ").argument(join.condition());
        }
    }

    /** Notes a common table expression for the front of the statement, after those that it reads itself. */
    final void commonTable(CommonTableExpression table, SqlWriter out) {
        Map<CommonTableExpression, SqlWriter> beside = out.scope().tablesBeside(table);
        if (beside.containsKey(table) || out.scope().isOpen(table)) {
            return;
        }
        for (CommonTableExpression other : beside.keySet()) {
            if (out.scope().name(other).equals(out.scope().name(table))) {
                throw new CompileException(
                        "two common table expressions are named " + table.name() + ": give one another name");
            }
        }
        SqlWriter body = out.part();
        if (table.statement() instanceof Query<?> query) {
            if (table.isRecursive()
                    && query instanceof CompoundSelect<?> whole
                    && whole.kind() == CompoundSelect.Kind.UNION) {
                recursiveDistinct(out);
            }
            out.scope().open(table, () -> within(query, true, body));
        } else if (table.statement() instanceof Dml<?> change) {
            need(QueryFeature.CHANGES_IN_WITH, out);
            changed(change, body);
        }
        beside.put(table, body);
    }

    /** Writes a statement that changes rows, with what it returns. */
    abstract void changed(Dml<?> dml, SqlWriter out);

    /**
     * Refuses recursion by UNION, where it may never end.
     *
     * @throws CompileException if the dialect does not drop rows that came before
     */
    protected void recursiveDistinct(SqlWriter out) {}

    /** Writes WITH in front of a statement's body. */
    final SqlWriter withCommonTables(SqlWriter body) {
        return with(body.scope().commonTables(), body);
    }

    /** Writes a query inside the statement, with those common table expressions in front of it that are nested in it. */
    final void within(Query<?> query, boolean inner, SqlWriter out) {
        SqlWriter body = out.part();
        Map<CommonTableExpression, SqlWriter> own = out.scope().nesting(() -> query(query, inner, body));
        out.append(with(own, body));
    }

    private SqlWriter with(Map<CommonTableExpression, SqlWriter> tables, SqlWriter body) {
        if (tables.isEmpty()) {
            return body;
        }
        SqlWriter out = body.part();
        boolean recursive = tables.keySet().stream().anyMatch(CommonTableExpression::isRecursive);
        out.sql(recursive ? "WITH RECURSIVE " : "WITH ");
        boolean first = true;
        for (var entry : tables.entrySet()) {
            out.sql(first ? "" : ", ").local(out.scope().name(entry.getKey()));
            if (entry.getKey().isRecursive()) {
                columnNames(entry.getKey().columns(), out);
            }
            out.sql(" AS ");
            entry.getKey().materialized().ifPresent(kept -> materialized(kept, out));
            out.sql("(").append(entry.getValue()).sql(")");
            first = false;
        }
        return out.sql(" ").append(body);
    }

    /** Writes whether the rows of a common table expression are to be kept; a hint, left out where there is none. */
    protected void materialized(boolean kept, SqlWriter out) {}

    /** Writes the names of columns, in parentheses. */
    protected static void columnNames(List<? extends ColumnReference<?>> columns, SqlWriter out) {
        out.sql(" (");
        for (int i = 0; i < columns.size(); i++) {
            out.sql(i == 0 ? "" : ", ").identifier(columns.get(i).name());
        }
        out.sql(")");
    }
}
