package dev.azoth.dialect.mysql;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Aggregation;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Sql;
import dev.azoth.type.Types;

/** Aggregates. Only {@code group_concat} has an order; it is cut at {@code group_concat_max_len}, which connections of Azoth set high. */
final class MysqlAggregates {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("string_agg", MysqlAggregates::joined)
            .with("json_arrayagg", MysqlAggregates::array)
            .renamed("bool_and", "min")
            .renamed("bool_or", "max")
            .with("array_agg", FunctionForm.unsupported("array_agg, nor arrays"))
            .lacking("corr", "covar_samp", "covar_pop", "regr_slope", "regr_intercept", "regr_r2");

    private MysqlAggregates() {}

    private static void joined(FunctionCall<?> call, SqlWriter out) {
        notOver(call, out);
        out.call(
                "group_concat",
                call.withArguments(call.arguments().get(0)),
                " SEPARATOR "
                        + MysqlCodecs.plainText(
                                String.valueOf(((Literal<?>) call.arguments().get(1)).value())));
    }

    /** Its own aggregate has neither order nor DISTINCT, and takes what a filter leaves out for a null. */
    private static void array(FunctionCall<?> call, SqlWriter out) {
        if (call.aggregation().filtered(null).equals(call.aggregation())
                && call.aggregation().orderBy().isEmpty()
                && !call.aggregation().distinct()) {
            out.call("json_arrayagg", call);
            return;
        }
        notOver(call, out);
        Expression<?> element = Sql.function(
                "json_extract",
                Types.TEXT,
                Sql.function("json_array", Types.TEXT, call.arguments().get(0)),
                Sql.literal("$[0]"));
        out.sql("json_extract(concat('[', ").call("group_concat", call.withArguments(element), " SEPARATOR ','");
        out.sql(", ']'), '$')");
    }

    private static void notOver(FunctionCall<?> call, SqlWriter out) {
        Aggregation rows = call.aggregation();
        if (rows.over() != null) {
            throw out.unsupported(call.function() + " as a window function");
        }
    }
}
