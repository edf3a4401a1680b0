package dev.azoth.dialect.duckdb;

import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.QueryFeature;
import dev.azoth.compile.SqlWriter;
import dev.azoth.compile.StatementRenderer;
import dev.azoth.sql.Binary;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.InList;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Like;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Operator;
import dev.azoth.type.IntegerType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The statements that DuckDB writes in its own way. */
final class DuckdbStatements extends StatementRenderer {
    DuckdbStatements() {}

    /** One array is one bound value, whatever its length, and is looked up by hash. */
    @Override
    protected void inList(InList<?> node, SqlWriter out) {
        if (out.isLiteral(node)
                || out.codec(node.left().type()).arrayElementType().isEmpty()) {
            super.inList(node, out);
            return;
        }
        operand(node.left(), Operator.EQ, true, out).sql(node.negated() ? " <> ALL(" : " = ANY(");
        out.array(node).sql(")");
    }

    @Override
    protected void like(Like node, SqlWriter out) {
        if (!node.ignoreCase()) {
            super.like(node, out);
            return;
        }
        operand(node.operand(), Operator.EQ, true, out).sql(node.negated() ? " NOT ILIKE " : " ILIKE ");
        operand(node.pattern(), Operator.EQ, false, out);
        out.sql(node.escaped() ? " ESCAPE '" + Like.ESCAPE + "'" : likeWithoutEscape());
    }

    @Override
    protected Set<QueryFeature> without() {
        return EnumSet.of(QueryFeature.WITH_TIES, QueryFeature.PERCENT);
    }

    @Override
    protected void materialized(boolean kept, SqlWriter out) {
        out.sql(kept ? "MATERIALIZED " : "NOT MATERIALIZED ");
    }

    @Override
    protected FunctionTable functions() {
        return DuckdbFunctions.TABLE;
    }

    /** A slash between whole numbers would give a fraction. */
    @Override
    protected void binary(Binary<?> node, SqlWriter out) {
        if (node.operator().equals(Operator.DIVIDE) && node.type() instanceof IntegerType<?>) {
            infix(node.left(), node.operator(), "//", node.right(), out);
        } else {
            super.binary(node, out);
        }
    }

    @Override
    protected boolean ignoresNullsInside() {
        return true;
    }

    /** Nobody waits for a row: of two transactions that change it one fails. */
    @Override
    protected void lock(Lock lock, SqlWriter out) {
        throw out.unsupported(lock.strength().sql());
    }

    @Override
    protected boolean bindsInReturning() {
        return false;
    }

    @Override
    protected boolean insertsArrays() {
        return true;
    }

    /** Arrays beside each other are taken apart together, and their rows stay in order. */
    @Override
    protected void insertArrays(Insert<?> insert, SqlWriter out) {
        List<ColumnReference<?>> columns = insert.columns();
        insertInto(insert, out);
        out.sql(" SELECT ");
        for (int i = 0; i < columns.size(); i++) {
            ColumnReference<?> column = columns.get(i);
            out.sql(i == 0 ? "unnest(" : ", unnest(").arrayParameter(column.name(), column.type());
            out.sql(")");
        }
        insert.conflict().ifPresent(conflict -> conflict(insert, conflict, out));
    }
}
