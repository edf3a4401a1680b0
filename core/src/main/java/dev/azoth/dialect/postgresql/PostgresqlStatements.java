package dev.azoth.dialect.postgresql;

import dev.azoth.compile.CallFeature;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.QueryFeature;
import dev.azoth.compile.SqlWriter;
import dev.azoth.compile.StatementRenderer;
import dev.azoth.sql.Binary;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Insert;
import dev.azoth.sql.JsonPath;
import dev.azoth.sql.JsonTable;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Merge;
import dev.azoth.sql.MergeAction;
import dev.azoth.sql.Select;
import dev.azoth.type.TypeCodec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How PostgreSQL's statements differ from the standard's. */
final class PostgresqlStatements extends StatementRenderer {
    @Override
    protected boolean hasIlike() {
        return true;
    }

    /** Without a word about it, the backslash is the escape character. */
    @Override
    protected String likeWithoutEscape() {
        return " ESCAPE ''";
    }

    /** The driver takes a question mark for a parameter, and two for one question mark, as in the operators of jsonb. */
    @Override
    protected void binary(Binary<?> node, SqlWriter out) {
        infix(node.left(), node.operator(), node.operator().symbol().replace("?", "??"), node.right(), out);
    }

    @Override
    protected void jsonPath(JsonPath path, SqlWriter out) {
        PostgresqlJson.steps("(", path, " #> ", out);
        out.sql(")");
    }

    /** What is no array has no elements in a strict path. */
    @Override
    protected void jsonTable(JsonTable table, String name, SqlWriter out) {
        Runnable elements = () -> out.sql("jsonb_path_query(")
                .typed(table.array())
                .sql(", 'strict $[*]', '{}', TRUE) WITH ORDINALITY AS elements (element, ordinality)");
        jsonTable(table, name, elements, out);
    }

    @Override
    protected Set<CallFeature> lacking() {
        return EnumSet.of(CallFeature.IGNORE_NULLS, CallFeature.DISTINCT_OVER);
    }

    @Override
    protected void lockedAtLeast(List<FromItem> tables, SqlWriter out) {
        lockedTables(tables, out);
    }

    @Override
    protected void lockStrength(Lock.Strength strength, SqlWriter out) {
        out.sql(" ").sql(strength.sql());
    }

    @Override
    protected Set<QueryFeature> without() {
        return EnumSet.of(QueryFeature.QUALIFY, QueryFeature.PERCENT, QueryFeature.CHANGE_LIMIT);
    }

    @Override
    protected Select<?> chosenKeys(Select<?> keys) {
        return keys.forUpdate();
    }

    @Override
    protected void materialized(boolean kept, SqlWriter out) {
        out.sql(kept ? "MATERIALIZED " : "NOT MATERIALIZED ");
    }

    /** MERGE came with PostgreSQL 15, and the half of it with 17. */
    @Override
    protected void merge(Merge<?> merge, SqlWriter out) {
        boolean bySource =
                merge.actions().stream().anyMatch(action -> action.when() == MergeAction.When.NOT_MATCHED_BY_SOURCE);
        if (!out.server().atLeast(15, 0)) {
            throw out.unsupported("MERGE");
        } else if (!out.server().atLeast(17, 0)
                && (bySource || !merge.returning().isEmpty())) {
            throw out.unsupported(bySource ? "WHEN NOT MATCHED BY SOURCE" : "RETURNING of a MERGE");
        }
        super.merge(merge, out);
    }

    @Override
    protected FunctionTable functions() {
        return PostgresqlFunctions.TABLE;
    }

    @Override
    protected boolean insertsArrays() {
        return true;
    }

    /**
     * The numbers of the elements keep the rows in the order of the arrays, and so the numbers that the database gives them.
     *
     * <p>{@code unnest} stands in the select list, where the server hands each row on; in FROM it first keeps all of them, which costs
     * it a sixth of the insert.
     */
    @Override
    protected void insertArrays(Insert<?> insert, SqlWriter out) {
        List<ColumnReference<?>> columns = insert.givenColumns();
        String number = number(columns);
        insertInto(insert, out);
        out.sql(" SELECT ");
        arrayValues(insert, column -> out.sql("u.").identifier(column.name()), out);
        out.sql(" FROM (SELECT ");
        for (ColumnReference<?> column : columns) {
            out.sql("unnest(v.")
                    .identifier(column.name())
                    .sql(") AS ")
                    .identifier(column.name())
                    .sql(", ");
        }
        out.sql("generate_subscripts(v.")
                .identifier(columns.get(0).name())
                .sql(", 1) AS ")
                .identifier(number);
        out.sql(" FROM (SELECT ");
        for (int i = 0; i < columns.size(); i++) {
            array(columns.get(i), out.sql(i == 0 ? "" : ", "));
            out.sql(" AS ").identifier(columns.get(i).name());
        }
        out.sql(") AS v) AS u ORDER BY u.").identifier(number);
        insert.conflict().ifPresent(conflict -> conflict(insert, conflict, out));
    }

    /** Says the type where the placeholder does not: in the driver's simple query mode an array is a text of unknown type. */
    private static void array(ColumnReference<?> column, SqlWriter out) {
        TypeCodec<?> codec = out.codec(column.type());
        boolean bare = codec.arrayPlaceholder().equals("?");
        out.sql(bare ? "CAST(" : "").arrayParameter(column.name(), column.type());
        out.sql(bare ? " AS " + codec.arrayElementType() + "[])" : "");
    }

    private static String number(List<ColumnReference<?>> columns) {
        String name = "azoth_n";
        while (hasColumn(columns, name)) {
            name += "_";
        }
        return name;
    }

    private static boolean hasColumn(List<ColumnReference<?>> columns, String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }
}
