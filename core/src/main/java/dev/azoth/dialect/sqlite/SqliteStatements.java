package dev.azoth.dialect.sqlite;

import dev.azoth.compile.CallFeature;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.QueryFeature;
import dev.azoth.compile.SqlWriter;
import dev.azoth.compile.StatementRenderer;
import dev.azoth.sql.Binary;
import dev.azoth.sql.Cast;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Export;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Join;
import dev.azoth.sql.JsonPath;
import dev.azoth.sql.JsonTable;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Quantified;
import dev.azoth.sql.Query;
import dev.azoth.sql.Sql;
import dev.azoth.sql.TableFunction;
import dev.azoth.sql.ValuesTable;
import dev.azoth.type.DecimalType;
import dev.azoth.type.FloatType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SqlType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The statements that SQLite writes in its own way. */
final class SqliteStatements extends StatementRenderer {
    private final FunctionTable functions;

    SqliteStatements(ServerInfo server) {
        boolean opened = server.extensionSchema(SqliteJava.EXTENSION).isPresent();
        this.functions = opened ? SqliteFunctions.OPENED : SqliteFunctions.FOREIGN;
    }

    /** A number that is whole is stored as an integer, and SQLite divides those as integers; its remainder is of integers always. */
    @Override
    protected void binary(Binary<?> node, SqlWriter out) {
        boolean fractional = node.type() instanceof DecimalType || node.type() instanceof FloatType<?>;
        if (fractional && node.operator().equals(Operator.DIVIDE)) {
            out.sql("CAST(").argument(node.left()).sql(" AS REAL) / ");
            operand(node.right(), Operator.DIVIDE, false, out);
        } else if (fractional && node.operator().equals(Operator.MODULO)) {
            out.sql("mod(")
                    .argument(node.left())
                    .sql(", ")
                    .argument(node.right())
                    .sql(")");
        } else {
            super.binary(node, out);
        }
    }

    private static void since(int minor, String construct, SqlWriter out) {
        if (!out.server().atLeast(3, minor)) {
            throw out.unsupported(construct + ", before 3." + minor);
        }
    }

    @Override
    protected void join(Join join, SqlWriter out) {
        if (join.kind() == Join.Kind.RIGHT || join.kind() == Join.Kind.FULL) {
            since(39, join.kind() + " JOIN", out);
        }
        super.join(join, out);
    }

    @Override
    protected void returned(Dml<?> dml, Runnable change, SqlWriter out) {
        if (!dml.returning().isEmpty()) {
            since(35, "RETURNING", out);
        }
        super.returned(dml, change, out);
    }

    /** SQLite looks for a name that is no alias in the tables of the first query, of which several may have it. */
    @Override
    protected void compoundSortKey(Export column, int position, SqlWriter out) {
        out.sql(Integer.toString(position));
    }

    @Override
    protected void cast(Cast<?> node, SqlWriter out) {
        SqliteCast.write(node, out);
    }

    @Override
    protected void quantified(Quantified<?> node, SqlWriter out) {
        throw out.unsupported(node.every() ? "ALL of a query's rows" : "ANY of a query's rows");
    }

    @Override
    protected void jsonPath(JsonPath path, SqlWriter out) {
        SqliteJson.path(path, out);
    }

    @Override
    protected Set<CallFeature> lacking() {
        return EnumSet.of(
                CallFeature.WITHIN_GROUP,
                CallFeature.IGNORE_NULLS,
                CallFeature.DISTINCT_OVER,
                CallFeature.RANGE_OF_TIME);
    }

    @Override
    protected Set<QueryFeature> without() {
        return EnumSet.of(
                QueryFeature.ROLLUP,
                QueryFeature.CONFLICT_CONSTRAINT,
                QueryFeature.CHANGE_LIMIT,
                QueryFeature.DELETE_USING,
                QueryFeature.RETURNING_SOURCES,
                QueryFeature.GROUPING_SETS,
                QueryFeature.SAMPLE,
                QueryFeature.CHANGES_IN_WITH,
                QueryFeature.MERGE,
                QueryFeature.DISTINCT_ON,
                QueryFeature.QUALIFY,
                QueryFeature.WITH_TIES,
                QueryFeature.PERCENT,
                QueryFeature.LATERAL,
                QueryFeature.SET_ALL,
                QueryFeature.FUNCTION_COLUMNS);
    }

    /** SQLite cannot name the columns of a table of values but in WITH. */
    @Override
    protected void values(ValuesTable values, String name, SqlWriter out) {
        out.sql("(WITH ").identifier(name);
        columnNames(values.columns(), out);
        rows(values, "(", out.sql(" AS ("));
        out.sql(") SELECT * FROM ").identifier(name).sql(") AS ").identifier(name);
    }

    @Override
    protected <T> Expression<T> nullOf(SqlType<T> type) {
        return Sql.nullValue(type);
    }

    /** A column of values takes any. */
    @Override
    protected void typed(Expression<?> value, SqlWriter out) {
        out.argument(value);
    }

    @Override
    protected void tableFunction(TableFunction function, String name, SqlWriter out) {
        switch (function.call().function()) {
            case "generate_series" -> SqliteSeries.write(function, name, out);
            case "unnest" -> SqliteUnnest.write(function, name, out);
            default -> super.tableFunction(function, name, out);
        }
    }

    @Override
    protected void jsonTable(JsonTable table, String name, SqlWriter out) {
        SqliteJsonTable.write(table, name, out);
    }

    @Override
    protected void column(ColumnReference<?> column, SqlWriter out) {
        Optional<JsonTable> table = SqliteJsonTable.of(column.table());
        if (table.isPresent()) {
            SqliteJsonTable.column(table.get(), unqualifiedName(column.table(), out), column, out);
        } else {
            super.column(column, out);
        }
    }

    @Override
    protected boolean isComputed(ColumnReference<?> column) {
        return SqliteJsonTable.of(column.table()).isPresent();
    }

    @Override
    protected void materialized(boolean kept, SqlWriter out) {
        out.sql(kept ? "MATERIALIZED " : "NOT MATERIALIZED ");
    }

    @Override
    protected FunctionTable functions() {
        return functions;
    }

    /** "SQLite does not support parentheses around the SELECTs of a compound"; nor an order or limit of one of them. */
    @Override
    protected void compoundPart(Query<?> part, SqlWriter out) {
        out.sql("SELECT * FROM (");
        query(part, out);
        out.sql(")");
    }

    @Override
    protected void noLimit(SqlWriter out) {
        out.sql(" LIMIT -1");
    }

    /** A transaction that writes has the whole database to itself; there is no lock of rows. */
    @Override
    protected void lock(Lock lock, SqlWriter out) {
        throw out.unsupported(lock.strength().sql());
    }

    /** Behind a query, ON CONFLICT reads as a join's ON; a WHERE ends the query. */
    @Override
    protected void insert(Insert<?> insert, SqlWriter out) {
        if (insert.query().isEmpty() || insert.conflict().isEmpty()) {
            super.insert(insert, out);
            return;
        }
        insertInto(insert, out);
        out.sql(" ");
        compoundPart(insert.query().get(), out);
        out.sql(" WHERE TRUE");
        conflict(insert, insert.conflict().get(), out);
    }
}
