package dev.azoth.dialect.h2;

import dev.azoth.compile.CallFeature;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.QueryFeature;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Binary;
import dev.azoth.sql.CaseWhen;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.JsonPath;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Query;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.SimpleCase;
import dev.azoth.sql.TableFunction;
import dev.azoth.sql.Unary;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How H2's statements differ from the standard's. Upserts are in {@link H2Merge}. */
final class H2Statements extends H2Merge {
    @Override
    protected boolean hasIlike() {
        return true;
    }

    @Override
    protected void binary(Binary<?> node, SqlWriter out) {
        super.binary(H2Parameters.typed(node), out);
    }

    @Override
    protected void unary(Unary<?> node, SqlWriter out) {
        super.unary(new Unary<>(node.operator(), H2Parameters.typed(node.operand()), node.type()), out);
    }

    @Override
    protected void caseWhen(CaseWhen<?> node, SqlWriter out) {
        super.caseWhen(H2Parameters.typed(node), out);
    }

    @Override
    protected void simpleCase(SimpleCase<?, ?> node, SqlWriter out) {
        super.simpleCase(H2Parameters.typed(node), out);
    }

    @Override
    protected void selected(Expression<?> selected, SqlWriter out) {
        super.selected(H2Parameters.typed(selected), out);
    }

    /** Without a word about it, the backslash is the escape character. */
    @Override
    protected String likeWithoutEscape() {
        return " ESCAPE ''";
    }

    /** Without an order, rows that are to be left out are not. */
    @Override
    protected Set<CallFeature> lacking() {
        return EnumSet.of(CallFeature.EXCLUDE_UNORDERED);
    }

    /** There is a DISTINCT ON, but it cannot be sorted by what is not selected. */
    @Override
    protected Set<QueryFeature> without() {
        return EnumSet.of(
                QueryFeature.ROLLUP,
                QueryFeature.CONFLICT_CONSTRAINT,
                QueryFeature.CONFLICT_WHERE,
                QueryFeature.UPDATE_FROM,
                QueryFeature.DELETE_USING,
                QueryFeature.CHANGE_LIMIT,
                QueryFeature.RETURNING_SOURCES,
                QueryFeature.GROUPING_SETS,
                QueryFeature.MERGE_BY_SOURCE,
                QueryFeature.MERGE_DO_NOTHING,
                QueryFeature.DISTINCT_ON,
                QueryFeature.LATERAL,
                QueryFeature.SET_ALL,
                QueryFeature.SAMPLE,
                QueryFeature.CHANGES_IN_WITH,
                QueryFeature.FULL_JOIN);
    }

    @Override
    protected void jsonPath(JsonPath path, SqlWriter out) {
        H2Json.path(path, out);
    }

    @Override
    protected FunctionTable functions() {
        return H2Functions.TABLE;
    }

    @Override
    protected void lockStrength(Lock.Strength strength, SqlWriter out) {
        if (strength != Lock.Strength.UPDATE) {
            throw out.unsupported(strength.sql());
        }
        super.lockStrength(strength, out);
    }

    @Override
    protected void lockSeconds(int seconds, SqlWriter out) {
        out.sql(" WAIT ").sql(String.valueOf(seconds));
    }

    /** With a cycle in the data, the recursion does not end. */
    @Override
    protected void recursiveDistinct(SqlWriter out) {
        throw out.unsupported(
                "recursion with UNION that ends on a cycle; use recursive(…), with a condition that ends it");
    }

    /** Only the elements of an array have numbers. */
    @Override
    protected void tableFunction(TableFunction function, String name, SqlWriter out) {
        if (function.isNumbered() && !function.call().function().equals("unnest")) {
            throw out.unsupported("ordinality of " + function.call().function());
        }
        super.tableFunction(function, name, out);
    }

    /** The rows as they are after the change, or as they were before a deletion, are a table to select from. */
    @Override
    protected void returned(Dml<?> dml, Runnable change, SqlWriter out) {
        if (dml.returning().isEmpty()) {
            change.run();
            return;
        }
        if (dml instanceof RowChange<?> rows) {
            checkReturned(rows, out);
        }
        returning(dml, out.sql("SELECT "));
        out.sql(dml instanceof Delete<?> ? " FROM OLD TABLE (" : " FROM FINAL TABLE (");
        change.run();
        out.sql(")");
    }

    /** WITH can stand before a query only. */
    @Override
    protected void insertedQuery(Query<?> query, SqlWriter out) {
        queryWithItsTables(query, out);
    }

    @Override
    protected boolean startsWithTables(Dml<?> dml) {
        return false;
    }

    @Override
    protected void checkCommonTables(Dml<?> dml, SqlWriter out) {
        throw out.unsupported("WITH in front of a statement that changes rows");
    }

    @Override
    protected void insert(Insert<?> insert, SqlWriter out) {
        if (insert.conflict().isPresent()) {
            merge(insert, insert.conflict().get(), () -> source(insert, out), out);
        } else {
            super.insert(insert, out);
        }
    }

    /** The rows to be inserted, as a table of typed columns; a parameter in VALUES has no type of its own. */
    private void source(Insert<?> insert, SqlWriter out) {
        if (insert.query().isPresent()) {
            insertedQuery(insert.query().get(), out);
            return;
        }
        out.sql("VALUES ");
        for (int row = 0; row < insert.rows().size(); row++) {
            out.sql(row == 0 ? "(" : ", (");
            for (int i = 0; i < insert.columns().size(); i++) {
                out.sql(i == 0 ? "CAST(" : ", CAST(");
                out.argument(insert.rows().get(row).values().get(i));
                out.sql(" AS ")
                        .sql(out.codec(insert.columns().get(i).type()).castDeclaration())
                        .sql(")");
            }
            out.sql(")");
        }
    }

    @Override
    protected boolean insertsArrays() {
        return true;
    }

    /** The ordinality keeps the rows in the order of the arrays, and so the numbers that the database gives them. */
    @Override
    protected void insertArrays(Insert<?> insert, SqlWriter out) {
        if (insert.conflict().isPresent()) {
            merge(insert, insert.conflict().get(), () -> unnested(insert, out), out);
        } else {
            insertInto(insert, out);
            unnested(insert, out.sql(" "));
        }
    }

    private void unnested(Insert<?> insert, SqlWriter out) {
        List<ColumnReference<?>> columns = insert.givenColumns();
        out.sql("SELECT ");
        arrayValues(insert, column -> out.sql("u.c").sql(String.valueOf(columns.indexOf(column) + 1)), out);
        out.sql(" FROM UNNEST(");
        for (int i = 0; i < columns.size(); i++) {
            array(columns.get(i), out.sql(i == 0 ? "" : ", "));
        }
        out.sql(") WITH ORDINALITY AS u(");
        for (int i = 0; i < columns.size(); i++) {
            out.sql("c").sql(String.valueOf(i + 1)).sql(", ");
        }
        out.sql("n) ORDER BY u.n");
    }

    private static void array(ColumnReference<?> column, SqlWriter out) {
        boolean bare = out.codec(column.type()).arrayPlaceholder().equals("?");
        out.sql(bare ? "CAST(" : "").arrayParameter(column.name(), column.type());
        out.sql(bare ? " AS " + out.codec(column.type()).arrayElementType() + " ARRAY)" : "");
    }
}
