package dev.azoth.dialect.duckdb;

import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.QueryFeature;
import dev.azoth.compile.SqlWriter;
import dev.azoth.compile.StatementRenderer;
import dev.azoth.sql.Binary;
import dev.azoth.sql.Cast;
import dev.azoth.sql.Comparison;
import dev.azoth.sql.Insert;
import dev.azoth.sql.JsonTable;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Operator;
import dev.azoth.sql.QuantifiedArray;
import dev.azoth.sql.Sql;
import dev.azoth.type.DecimalType;
import dev.azoth.type.FloatType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.SqlType;
import java.util.EnumSet;
import java.util.Set;

/** The statements that DuckDB writes in its own way. */
final class DuckdbStatements extends StatementRenderer {
    DuckdbStatements() {}

    @Override
    protected boolean hasIlike() {
        return true;
    }

    @Override
    protected Set<QueryFeature> without() {
        return EnumSet.of(
                QueryFeature.WITH_TIES,
                QueryFeature.PERCENT,
                QueryFeature.CORRELATED_LIMIT,
                QueryFeature.ROW_ORDER, // two of them make a BETWEEN that it then refuses
                QueryFeature.CHANGE_LIMIT,
                QueryFeature.CONFLICT_CONSTRAINT,
                QueryFeature.CONFLICT_WHERE,
                QueryFeature.RETURNING_SOURCES);
    }

    /** What is no array has no elements. */
    @Override
    protected void jsonTable(JsonTable table, String name, SqlWriter out) {
        Runnable elements = () -> {
            out.sql("(SELECT unnest(json_extract(").argument(table.array());
            out.sql(", '$[*]')) AS element, generate_subscripts(json_extract(").argument(table.array());
            out.sql(", '$[*]'), 1) AS ordinality) AS elements");
        };
        jsonTable(table, name, elements, out);
    }

    @Override
    protected void materialized(boolean kept, SqlWriter out) {
        out.sql(kept ? "MATERIALIZED " : "NOT MATERIALIZED ");
    }

    @Override
    protected String percentSign() {
        return " PERCENT";
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

    /** No element of an array that is null meets a condition, and all of them do; elsewhere that is unknown. */
    @Override
    protected void comparison(Comparison node, SqlWriter out) {
        if (node.right() instanceof QuantifiedArray<?> quantified) {
            out.sql("CASE WHEN ").typed(quantified.array()).sql(" IS NOT NULL THEN ");
            super.comparison(node, out);
            out.sql(" END");
        } else {
            super.comparison(node, out);
        }
    }

    /** A double would be rounded to the even number. */
    @Override
    protected void cast(Cast<?> node, SqlWriter out) {
        SqlType<?> from = node.operand().type();
        boolean rounded =
                node.type() instanceof IntegerType<?> && (from instanceof DecimalType || from instanceof FloatType<?>);
        super.cast(rounded ? new Cast<>(Sql.function("round", from, node.operand()), node.type()) : node, out);
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
        insertInto(insert, out);
        out.sql(" SELECT ");
        arrayValues(
                insert,
                column -> out.sql("unnest(")
                        .arrayParameter(column.name(), column.type())
                        .sql(")"),
                out);
        insert.conflict().ifPresent(conflict -> conflict(insert, conflict, out));
    }
}
