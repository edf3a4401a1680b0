package dev.azoth.dialect.mysql;

import dev.azoth.compile.CallFeature;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.QueryFeature;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Binary;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Distinctness;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Grouping;
import dev.azoth.sql.JsonTable;
import dev.azoth.sql.Label;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.TableFunction;
import dev.azoth.sql.ValuesTable;
import dev.azoth.type.IntegerType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SqlType;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The queries that MySQL writes in its own way, and MariaDB with it; statements that change rows are in {@link MysqlChanges}. */
public class MysqlStatements extends MysqlChanges {
    private final Set<QueryFeature> without = EnumSet.of(
            QueryFeature.SAMPLE,
            QueryFeature.CHANGES_IN_WITH,
            QueryFeature.MERGE,
            QueryFeature.CONFLICT_CONSTRAINT,
            QueryFeature.CONFLICT_WHERE,
            QueryFeature.CHANGED_TABLE,
            QueryFeature.RETURNING_SOURCES,
            QueryFeature.DISTINCT_ON,
            QueryFeature.QUALIFY,
            QueryFeature.WITH_TIES,
            QueryFeature.PERCENT,
            QueryFeature.FULL_JOIN,
            QueryFeature.GROUPING_SETS,
            QueryFeature.ROLLUP_OF_EXPRESSIONS,
            QueryFeature.LIMIT_EXPRESSION,
            QueryFeature.TABLE_FUNCTIONS);

    /** For MySQL's dialect and those that build on it. */
    public MysqlStatements(ServerInfo server) {
        if (!server.atLeast(9, 0)) {
            without.add(QueryFeature.ROLLUP); // it makes no group of no rows
        }
    }

    /** {@code ||} is OR here, and {@code /} of whole numbers a fraction. */
    @Override
    protected void binary(Binary<?> node, SqlWriter out) {
        if (node.operator().equals(Operator.CONCAT)) {
            List<Expression<?>> parts = new ArrayList<>();
            concatenated(node, parts);
            out.sql("concat(").arguments(parts).sql(")");
        } else if (node.operator().equals(Operator.DIVIDE) && node.type() instanceof IntegerType<?>) {
            infix(node.left(), Operator.DIVIDE, "DIV", node.right(), out);
        } else {
            super.binary(node, out);
        }
    }

    private static void concatenated(Expression<?> node, List<Expression<?>> parts) {
        if (node instanceof Binary<?> binary && binary.operator().equals(Operator.CONCAT)) {
            concatenated(binary.left(), parts);
            concatenated(binary.right(), parts);
        } else {
            parts.add(node);
        }
    }

    /** Where an outer join asks for rows that windows chose, MySQL may make a table of these and forget the choice. */
    @Override
    protected Query<?> asked(Query<?> query) {
        return chosenInWhere(query) instanceof Select<?> around && around != query
                ? around.statementHint("NO_SEMIJOIN(MATERIALIZATION)", "mysql")
                : query;
    }

    @Override
    protected void distinctness(Distinctness node, SqlWriter out) {
        out.sql(node.distinct() ? "NOT (" : "");
        infix(node.left(), Operator.EQ, "<=>", node.right(), out);
        out.sql(node.distinct() ? ")" : "");
    }

    @Override
    protected String likeWithoutEscape() {
        return " ESCAPE ''";
    }

    @Override
    protected String emptyList(TypeCodec<?> codec) {
        return "SELECT NULL FROM DUAL WHERE 1 = 0";
    }

    @Override
    protected Set<CallFeature> lacking() {
        return EnumSet.complementOf(EnumSet.of(CallFeature.OVER, CallFeature.RANGE_OF_TIME));
    }

    @Override
    protected String interval(Number distance, DateUnit unit) {
        return "INTERVAL " + distance + " " + unit;
    }

    @Override
    protected Set<QueryFeature> without() {
        return without;
    }

    @Override
    protected void values(ValuesTable values, String name, SqlWriter out) {
        out.sql("(");
        rows(values, "ROW(", out);
        out.sql(") AS ").identifier(name);
        columnNames(values.columns(), out);
    }

    /** The driver writes values into the text, which says their types; a cast knows few. */
    @Override
    protected void typed(Expression<?> value, SqlWriter out) {
        out.argument(value);
    }

    /** A cast would have the connection's collation. */
    @Override
    protected <T> Expression<T> nullOf(SqlType<T> type) {
        return Sql.nullValue(type);
    }

    @Override
    protected void tableFunction(TableFunction function, String name, SqlWriter out) {
        if (function.call().function().equals("generate_series") && !function.isNumbered()) {
            MysqlSeries.write(function, name, out);
        } else if (function.call().function().equals("unnest")) {
            MysqlUnnest.write(function, name, out);
        } else {
            super.tableFunction(function, name, out);
        }
    }

    /** What is no array has no elements. */
    @Override
    protected void jsonTable(JsonTable table, String name, SqlWriter out) {
        out.sql("JSON_TABLE(").argument(table.array()).sql(", '$[*]' COLUMNS (");
        boolean first = true;
        for (JsonTable.Part<?> part : table.parts()) {
            out.sql(first ? "" : ", ").identifier(part.name());
            if (part.isOrdinality()) {
                out.sql(" FOR ORDINALITY");
            } else {
                String path = String.valueOf(part.place().text().value());
                if (path.contains(
                        "\\")) { // and nothing but a literal can stand there, which a setting of the server's reads
                    throw out.unsupported("JSON_TABLE of a field whose name has a quotation mark or a backslash");
                }
                out.sql(" ").sql(out.codec(part.value().type()).declaration());
                out.sql(" PATH ").sql(out.codec(Types.TEXT).literal(path));
            }
            first = false;
        }
        out.sql(")) AS ").identifier(name);
    }

    @Override
    protected void grouping(Grouping grouping, boolean within, SqlWriter out) {
        out.sql(" GROUP BY ").arguments(grouping.expressions()).sql(" WITH ROLLUP");
    }

    @Override
    protected FunctionTable functions() {
        return MysqlFunctions.TABLE;
    }

    /** Null is less than every value; where it is wanted elsewhere, whether the key is null is sorted by first. */
    @Override
    protected void ordering(Ordering ordering, SortKey key, SqlWriter out) {
        boolean wantedElsewhere =
                ordering.nulls() == (ordering.descending() ? Ordering.Nulls.FIRST : Ordering.Nulls.LAST);
        if (wantedElsewhere) {
            Expression<?> expression = ordering.expression();
            boolean simple = expression instanceof ColumnReference<?> || expression instanceof Label<?>;
            out.sql(simple ? "" : "(");
            key.write(expression);
            out.sql(simple ? "" : ")").sql(ordering.descending() ? " IS NULL DESC, " : " IS NULL, ");
        }
        key.write(ordering.expression());
        out.sql(ordering.descending() ? " DESC" : "");
    }

    /** "To retrieve all rows from a certain offset up to the end of the result set, you can use some large number." */
    @Override
    protected void noLimit(SqlWriter out) {
        out.sql(" LIMIT 18446744073709551615");
    }
}
