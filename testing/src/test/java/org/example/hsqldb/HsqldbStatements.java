package org.example.hsqldb;

import dev.azoth.compile.CallFeature;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.QueryFeature;
import dev.azoth.compile.SqlWriter;
import dev.azoth.compile.StatementRenderer;
import dev.azoth.schema.Table;
import dev.azoth.sql.Binary;
import dev.azoth.sql.Bind;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.JsonPath;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Query;
import dev.azoth.sql.ValuesTable;
import dev.azoth.type.TypeCodec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How HSQLDB's statements differ from the standard's, and what they lack, or this dialect has no form for. */
final class HsqldbStatements extends StatementRenderer {
    @Override
    protected Set<QueryFeature> without() {
        return Set.of(
                QueryFeature.DISTINCT_ON,
                QueryFeature.QUALIFY,
                QueryFeature.WITH_TIES,
                QueryFeature.PERCENT,
                QueryFeature.LIMIT_EXPRESSION,
                QueryFeature.MERGE,
                QueryFeature.UPDATE_FROM,
                QueryFeature.DELETE_USING,
                QueryFeature.CHANGE_LIMIT,
                QueryFeature.RETURNING_SOURCES,
                QueryFeature.CHANGES_IN_WITH,
                QueryFeature.GROUPING_SETS,
                QueryFeature.SAMPLE,
                QueryFeature.TABLE_FUNCTIONS);
    }

    @Override
    protected Set<CallFeature> lacking() {
        return Set.of(CallFeature.values());
    }

    @Override
    protected FunctionTable functions() {
        return HsqldbFunctions.TABLE;
    }

    // tag::dialect-statements
    /** FETCH takes a question mark and nothing around it. LIMIT would, too, but takes 0 for all rows. */
    @Override
    protected void limit(Optional<Expression<Long>> limit, Optional<Expression<Long>> offset, SqlWriter out) {
        for (Optional<Expression<Long>> rows : List.of(limit, offset)) {
            if (rows.isPresent() && !(rows.get() instanceof Bind<?>) && !(rows.get() instanceof Literal<?>)) {
                throw out.unsupported(QueryFeature.LIMIT_EXPRESSION.sql());
            }
        }
        offset.ifPresent(rows -> out.sql(" OFFSET ").bare(rows).sql(" ROWS"));
        limit.ifPresent(rows -> out.sql(" FETCH ").bare(rows).sql(" ROWS ONLY"));
    }
    // end::dialect-statements

    // tag::dialect-statements

    @Override
    protected void fromNothing(SqlWriter out) {
        out.sql(" FROM (VALUES(0))");
    }
    // end::dialect-statements

    @Override
    protected String emptyList(TypeCodec<?> codec) {
        return "SELECT CAST(NULL AS " + codec.castDeclaration() + ") FROM (VALUES(0)) WHERE 1 = 0";
    }

    @Override
    protected void binary(Binary<?> node, SqlWriter out) {
        if (node.operator().equals(Operator.MODULO)) {
            out.sql("mod(")
                    .argument(node.left())
                    .sql(", ")
                    .argument(node.right())
                    .sql(")");
        } else {
            super.binary(node, out);
        }
    }

    @Override
    protected void jsonPath(JsonPath path, SqlWriter out) {
        throw out.unsupported("places in json");
    }

    /** Parameters in VALUES within a query are a general error; those of queries are not. */
    @Override
    protected void values(ValuesTable values, String name, SqlWriter out) {
        String before = "(SELECT ";
        for (ValuesTable.RowOfValues row : values.rows()) {
            out.sql(before).arguments(row.values()).sql(" FROM (VALUES(0))");
            before = " UNION ALL SELECT ";
        }
        out.sql(") AS ").local(name);
        columnNames(values.columns(), out);
    }

    /** WITH can stand before a query only. */
    @Override
    protected void insertedQuery(Query<?> query, SqlWriter out) {
        queryWithItsTables(query, out);
    }

    @Override
    protected void checkCommonTables(Dml<?> dml, SqlWriter out) {
        throw out.unsupported("WITH in front of a statement that changes rows");
    }

    @Override
    protected void lockStrength(Lock.Strength strength, SqlWriter out) {
        throw out.unsupported(strength.sql());
    }

    @Override
    protected void conflict(Insert<?> insert, Conflict conflict, SqlWriter out) {
        throw out.unsupported("ON CONFLICT");
    }

    /** What is returned is asked of the driver: the keys that the database has numbered. */
    @Override
    protected boolean returnsByKeys(Dml<?> dml) {
        return dml instanceof Insert<?> insert
                && insert.query().isEmpty()
                && insert.table() instanceof Table table
                && table.identityColumn().stream()
                        .anyMatch(key -> insert.returning().equals(List.of(key)));
    }

    @Override
    protected void returned(Dml<?> dml, Runnable change, SqlWriter out) {
        if (!dml.returning().isEmpty() && !returnsByKeys(dml)) {
            throw out.unsupported("RETURNING of other columns than the key");
        }
        change.run();
    }
}
