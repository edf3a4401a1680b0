package dev.azoth.dialect.mariadb;

import dev.azoth.compile.CallFeature;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.QueryFeature;
import dev.azoth.compile.SqlWriter;
import dev.azoth.dialect.mysql.MysqlStatements;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Excluded;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Like;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Query;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Update;
import dev.azoth.sql.ValuesTable;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.Types;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The statements that MariaDB writes in another way than MySQL. */
final class MariadbStatements extends MysqlStatements {
    MariadbStatements(ServerInfo server) {
        super(server);
    }

    /** There is no way to say that no character escapes: {@code ESCAPE ''} is the backslash again. So each backslash escapes itself. */
    @Override
    protected void like(Like node, SqlWriter out) {
        super.like(
                node.escape().isEmpty()
                        ? new Like(node.operand(), doubled(node.pattern()), "", node.ignoreCase(), node.negated())
                        : node,
                out);
    }

    private static Expression<String> doubled(Expression<String> pattern) {
        return Sql.function(
                "replace", Types.TEXT, pattern, new Literal<>(Types.TEXT, "\\"), new Literal<>(Types.TEXT, "\\\\"));
    }

    @Override
    protected FunctionTable functions() {
        return MariadbFunctions.TABLE;
    }

    @Override
    protected Set<CallFeature> lacking() {
        return EnumSet.complementOf(EnumSet.of(CallFeature.OVER));
    }

    @Override
    protected String likeWithoutEscape() {
        return "";
    }

    @Override
    protected void lockStrength(Lock.Strength strength, SqlWriter out) {
        if (strength == Lock.Strength.SHARE) {
            out.sql(" LOCK IN SHARE MODE");
        } else {
            super.lockStrength(strength, out);
        }
    }

    @Override
    protected void lockedTables(List<FromItem> tables, SqlWriter out) {
        throw out.unsupported("lock of some of the tables (OF)");
    }

    @Override
    protected void lockSeconds(int seconds, SqlWriter out) {
        out.sql(" WAIT ").sql(String.valueOf(seconds));
    }

    /** ROLLUP does not null what is computed of a key, and makes no group of no rows. */
    @Override
    protected Set<QueryFeature> without() {
        return EnumSet.of(
                QueryFeature.SAMPLE,
                QueryFeature.CHANGES_IN_WITH,
                QueryFeature.MERGE,
                QueryFeature.CONFLICT_CONSTRAINT,
                QueryFeature.CONFLICT_WHERE,
                QueryFeature.RETURNING_SOURCES,
                QueryFeature.DELETE_USING,
                QueryFeature.DISTINCT_ON,
                QueryFeature.QUALIFY,
                QueryFeature.PERCENT,
                QueryFeature.LATERAL,
                QueryFeature.FULL_JOIN,
                QueryFeature.GROUPING_SETS,
                QueryFeature.ROLLUP,
                QueryFeature.LIMIT_EXPRESSION,
                QueryFeature.TABLE_FUNCTIONS);
    }

    /** Parameters in VALUES are empty to a prepared statement; those of queries are not. */
    @Override
    protected void values(ValuesTable values, String name, SqlWriter out) {
        for (int row = 0; row < values.rows().size(); row++) {
            List<Expression<?>> each = values.rows().get(row).values();
            out.sql(row == 0 ? "(SELECT " : " UNION ALL SELECT ");
            for (int i = 0; i < each.size(); i++) {
                out.sql(i == 0 ? "" : ", ").argument(each.get(i));
                if (row == 0) {
                    out.sql(" AS ").identifier(values.columns().get(i).name());
                }
            }
        }
        out.sql(") AS ").identifier(name);
    }

    @Override
    protected boolean startsWithTables(Dml<?> dml) {
        return false;
    }

    @Override
    protected void checkCommonTables(Dml<?> dml, SqlWriter out) {
        throw out.unsupported("WITH in front of anything but a query");
    }

    @Override
    public boolean returnsByQuery(Dml<?> dml) {
        return dml instanceof Update<?> && !dml.returning().isEmpty();
    }

    @Override
    protected boolean returnsByKeys(Dml<?> dml) {
        return false;
    }

    @Override
    protected void returned(Dml<?> dml, Runnable change, SqlWriter out) {
        change.run();
        if (!dml.returning().isEmpty()) {
            out.sql(" RETURNING ");
            returning(dml, out);
        }
    }

    @Override
    protected void conflictingQuery(Insert<?> insert, Query<?> query, SqlWriter out) {
        out.sql(" ");
        queryWithItsTables(query, out);
    }

    @Override
    protected void conflictingRows(SqlWriter out) {}

    @Override
    protected void excluded(Excluded<?> node, SqlWriter out) {
        out.sql("VALUES(").identifier(node.column().name()).sql(")");
    }
}
