package dev.azoth.dialect.mysql;

import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import dev.azoth.sql.TableFunction;
import java.util.List;

/**
 * Whole numbers in FROM: the places in a JSON array that is made as long as the series.
 *
 * <p>A recursive query would not do, since both databases end it after a thousand rounds, MariaDB without a word.
 */
final class MysqlSeries {
    private MysqlSeries() {}

    static void write(TableFunction function, String name, SqlWriter out) {
        List<Expression<?>> arguments = function.call().arguments();
        Expression<?> from = arguments.get(0);
        Expression<?> to = arguments.get(1);
        Expression<?> step = arguments.size() > 2 ? arguments.get(2) : Sql.literal(1);
        out.sql("(SELECT ").operand(from).sql(" + (CAST(s.n AS SIGNED) - 1) * ").operand(step);
        out.sql(" AS ").identifier(function.columns().get(0).name());
        out.sql(" FROM JSON_TABLE(concat('[', substr(repeat(',0', floor((").operand(to);
        out.sql(" - ").operand(from).sql(") / ").operand(step).sql(") + 1), 2), ']'), '$[*]'");
        out.sql(" COLUMNS (n FOR ORDINALITY)) AS s) AS ").identifier(name);
    }
}
