package dev.azoth.dialect.sqlite;

import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import dev.azoth.sql.TableFunction;
import java.util.List;

/** Whole numbers in FROM, by a recursive query: the driver's SQLite has no function for them. */
final class SqliteSeries {
    private SqliteSeries() {}

    static void write(TableFunction function, String name, SqlWriter out) {
        if (function.isNumbered()) {
            throw out.unsupported("ordinality of generate_series");
        }
        List<Expression<?>> arguments = function.call().arguments();
        Expression<?> from = arguments.get(0);
        Expression<?> to = arguments.get(1);
        Expression<?> step = arguments.size() > 2 ? arguments.get(2) : Sql.literal(1);
        String column = function.columns().get(0).name();
        out.sql("(WITH RECURSIVE s (n) AS (SELECT ").operand(from);
        out.sql(" WHERE (").operand(to).sql(" - ").operand(from).sql(") * ").operand(step);
        out.sql(" >= 0 AND ").operand(step).sql(" <> 0 UNION ALL SELECT n + ").operand(step);
        out.sql(" FROM s WHERE (")
                .operand(to)
                .sql(" - n - ")
                .operand(step)
                .sql(") * ")
                .operand(step);
        out.sql(" >= 0) SELECT n AS ").identifier(column).sql(" FROM s) AS ").identifier(name);
    }
}
