package org.example.hsqldb;

import dev.azoth.compile.CallFeature;
import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.QueryFeature;
import dev.azoth.compile.SqlWriter;
import dev.azoth.compile.StatementRenderer;
import dev.azoth.schema.Table;
import dev.azoth.sql.Binary;
import dev.azoth.sql.Bind;
import dev.azoth.sql.Cast;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Query;
import dev.azoth.type.TypeCodec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How HSQLDB's statements differ from the standard's, and what they lack, or this dialect has no form for. */
final class HsqldbStatements extends StatementRenderer {
    // tag::dialect-functions
    private static final FunctionTable FUNCTIONS = FunctionTable.EMPTY
            .with("avg", HsqldbStatements::average)
            .with("collate", FunctionForm.unsupported("COLLATE in an expression"))
            .with("now", FunctionForm.text("CURRENT_TIMESTAMP"))
            .lacking("regexp_like", "iregexp_like", "regexp_replace", "regexp_substr", "array_agg")
            .templates(
                    "bits_of_both", "bitand({0}, {1})",
                    "bits_of_any", "bitor({0}, {1})",
                    "bits_of_one", "bitxor({0}, {1})",
                    "bits_up", "CAST({(0)} * power(2, {1}) AS BIGINT)",
                    "bits_down", "CAST(floor({(0)} / power(2, {1})) AS BIGINT)",
                    "random", "rand()");
    // end::dialect-functions

    @Override
    protected Set<QueryFeature> without() {
        return Set.of(
                QueryFeature.DISTINCT_ON,
                QueryFeature.QUALIFY,
                QueryFeature.WITH_TIES,
                QueryFeature.PERCENT,
                QueryFeature.LIMIT_EXPRESSION,
                QueryFeature.MERGE,
                QueryFeature.TABLE_FUNCTIONS);
    }

    @Override
    protected Set<CallFeature> lacking() {
        return Set.of(CallFeature.values());
    }

    @Override
    protected FunctionTable functions() {
        return FUNCTIONS;
    }

    // tag::dialect-statements
    /** LIMIT takes a question mark and nothing around it. */
    @Override
    protected void limit(Optional<Expression<Long>> limit, Optional<Expression<Long>> offset, SqlWriter out) {
        for (Optional<Expression<Long>> rows : List.of(limit, offset)) {
            if (rows.isPresent() && !(rows.get() instanceof Bind<?>)) {
                throw out.unsupported(QueryFeature.LIMIT_EXPRESSION.sql());
            }
        }
        limit.ifPresent(rows -> out.sql(" LIMIT ").bare(rows));
        offset.ifPresent(rows -> out.sql(" OFFSET ").bare(rows));
    }
    // end::dialect-statements

    /** The average of whole numbers is whole, unless they are something else. */
    private static void average(FunctionCall<?> call, SqlWriter out) {
        List<Expression<?>> numbers = List.of(new Cast<>(call.arguments().get(0), call.type()));
        out.call("avg", new FunctionCall<>(call.function(), numbers, call.aggregation(), call.type()));
    }

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
