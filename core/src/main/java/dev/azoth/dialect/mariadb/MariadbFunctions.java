package dev.azoth.dialect.mariadb;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.dialect.mysql.MysqlFunctions;
import dev.azoth.dialect.mysql.MysqlPercentiles;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Sql;
import java.util.List;

/** The functions that MariaDB writes in another way than MySQL. */
final class MariadbFunctions {
    static final FunctionTable TABLE = MysqlFunctions.TABLE
            .templates(
                    "regexp_like", "({(0)} REGEXP concat('(?-i)', {1}))",
                    "iregexp_like", "({(0)} REGEXP concat('(?i)', {1}))",
                    "regexp_replace", "regexp_replace({0}, concat('(?-i)', {1}), {3})",
                    // it gives an empty text for none
                    "regexp_substr", "nullif(regexp_substr({0}, concat('(?-i)', {1})), '')")
            .with("lag", MariadbFunctions::neighbour)
            .with("lead", MariadbFunctions::neighbour)
            .with("percentile_cont", (call, out) -> percentile(call, MysqlPercentiles::between, out))
            .with("percentile_disc", (call, out) -> percentile(call, MysqlPercentiles::one, out))
            .with("next_value", FunctionForm.beforeName("NEXT VALUE FOR"))
            .with("grouping", FunctionForm.unsupported());

    private MariadbFunctions() {}

    /** There they are, but as window functions only. */
    private static void percentile(FunctionCall<?> call, FunctionForm aggregate, SqlWriter out) {
        if (call.aggregation().over() == null) {
            aggregate.write(call, out);
        } else if (call.aggregation().filter() != null) {
            throw out.unsupported("FILTER for " + call.function() + " as a window function");
        } else {
            out.sql(call.function() + "(").arguments(call.arguments()).tail(")", call);
        }
    }

    /** There is no third argument. Whether the row exists, a constant in it tells: its value may be null. */
    private static void neighbour(FunctionCall<?> call, SqlWriter out) {
        List<Expression<?>> arguments = call.arguments();
        if (arguments.size() < 3) {
            out.call(call.function(), call);
            return;
        }
        out.sql("CASE WHEN ")
                .call(call.function(), call.withArguments(Sql.literal(1), arguments.get(1)))
                .sql(" IS NULL THEN ")
                .argument(arguments.get(2))
                .sql(" ELSE ")
                .call(call.function(), call.withArguments(arguments.get(0), arguments.get(1)))
                .sql(" END");
    }
}
