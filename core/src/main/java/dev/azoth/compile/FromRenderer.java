package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Alias;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Join;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Query;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TableAlias;
import java.util.List;

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
        } else if (item instanceof TableAlias alias) {
            tableName(alias.table(), out);
            out.sql(" AS ").identifier(alias.name());
        } else if (item instanceof Subquery subquery) {
            out.sql("(");
            query(subquery.query(), out);
            out.sql(") AS ").identifier(out.scope().name(subquery));
        } else if (item instanceof CommonTableExpression table) {
            commonTable(table, out);
            out.identifier(out.scope().name(table));
        } else if (item instanceof Alias alias) {
            aliased(alias.source(), out);
            out.sql(" AS ").identifier(out.scope().name(alias));
        } else if (item instanceof Join join) {
            join(join, out);
        }
    }

    /** Writes what has an alias, without a name of its own. */
    private void aliased(FromItem source, SqlWriter out) {
        if (source instanceof Alias alias) {
            aliased(alias.source(), out);
        } else if (source instanceof TableAlias alias) {
            tableName(alias.table(), out);
        } else if (source instanceof Subquery subquery) {
            out.sql("(");
            query(subquery.query(), out);
            out.sql(")");
        } else {
            fromItem(source, out);
        }
    }

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
    private void commonTable(CommonTableExpression table, SqlWriter out) {
        if (out.scope().commonTables().containsKey(table) || out.scope().isOpen(table)) {
            return;
        }
        for (CommonTableExpression other : out.scope().commonTables().keySet()) {
            if (out.scope().name(other).equals(out.scope().name(table))) {
                throw new CompileException(
                        "two common table expressions are named " + table.name() + ": give one another name");
            }
        }
        if (table.isRecursive()
                && table.query() instanceof CompoundSelect<?> whole
                && whole.kind() == CompoundSelect.Kind.UNION) {
            recursiveDistinct(out);
        }
        SqlWriter body = out.part();
        out.scope().open(table, () -> query(table.query(), body));
        out.scope().commonTables().put(table, body);
    }

    /**
     * Refuses recursion by UNION, where it may never end.
     *
     * @throws CompileException if the dialect does not drop rows that came before
     */
    protected void recursiveDistinct(SqlWriter out) {}

    /** Writes WITH in front of a statement's body. */
    final SqlWriter withCommonTables(SqlWriter body) {
        if (body.scope().commonTables().isEmpty()) {
            return body;
        }
        SqlWriter out = body.part();
        boolean recursive = body.scope().commonTables().keySet().stream().anyMatch(CommonTableExpression::isRecursive);
        out.sql(recursive ? "WITH RECURSIVE " : "WITH ");
        boolean first = true;
        for (var entry : body.scope().commonTables().entrySet()) {
            out.sql(first ? "" : ", ").identifier(out.scope().name(entry.getKey()));
            if (entry.getKey().isRecursive()) {
                columnNames(entry.getKey().columns(), out);
            }
            out.sql(" AS (").append(entry.getValue()).sql(")");
            first = false;
        }
        return out.sql(" ").append(body);
    }

    /** Writes the names of columns, in parentheses. */
    protected static void columnNames(List<? extends ColumnReference<?>> columns, SqlWriter out) {
        out.sql(" (");
        for (int i = 0; i < columns.size(); i++) {
            out.sql(i == 0 ? "" : ", ").identifier(columns.get(i).name());
        }
        out.sql(")");
    }
}
