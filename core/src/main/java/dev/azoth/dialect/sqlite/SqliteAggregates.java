package dev.azoth.dialect.sqlite;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Aggregation;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Ordering;
import java.util.List;

/** Aggregates. */
final class SqliteAggregates {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("string_agg", SqliteAggregates::joined)
            .with("json_arrayagg", (call, out) -> notEmpty("json_group_array", "[]", call, out))
            .with("json_objectagg", (call, out) -> notEmpty("json_group_object", "{}", call, out))
            .with("percentile_cont", SqliteAggregates::percentile)
            .with("percentile_disc", SqliteAggregates::percentile)
            .with("array_agg", FunctionForm.unsupported("array_agg, nor arrays"))
            .with("count_distinct_rows", FunctionForm.unsupported("count of different rows of several values"))
            .renamed("bool_and", "min")
            .renamed("bool_or", "max")
            .renamed("any_value", "max")
            .lacking(
                    "bit_and",
                    "bit_or",
                    "bit_xor",
                    "mode",
                    "stddev_samp",
                    "stddev_pop",
                    "var_samp",
                    "var_pop",
                    "covar_samp",
                    "covar_pop",
                    "corr",
                    "regr_slope",
                    "regr_intercept",
                    "regr_r2");

    private SqliteAggregates() {}

    /** "DISTINCT aggregates must have exactly one argument": the separator is a comma then. */
    private static void joined(FunctionCall<?> call, SqlWriter out) {
        boolean named = out.server().atLeast(3, 44);
        if (!named && !call.aggregation().orderBy().isEmpty()) {
            throw out.unsupported("ORDER BY in an aggregate, before 3.44");
        } else if (!call.aggregation().distinct()) {
            out.call(named ? "string_agg" : "group_concat", call);
        } else if (call.arguments().get(1) instanceof Literal<?> separator && ",".equals(separator.value())) {
            out.call("group_concat", call.withArguments(call.arguments().get(0)));
        } else {
            throw out.unsupported("DISTINCT in string_agg with a separator other than a comma");
        }
    }

    /** Of no rows it makes an empty one, where others make a null. */
    private static void notEmpty(String function, String empty, FunctionCall<?> call, SqlWriter out) {
        out.sql("nullif(").call(function, call).sql(", '" + empty + "')");
    }

    /** The value is an argument and not an order. */
    private static void percentile(FunctionCall<?> call, SqlWriter out) {
        Aggregation rows = call.aggregation();
        List<Ordering> order = rows.withinGroup();
        if (order.size() != 1 || order.get(0).descending()) {
            throw out.unsupported(call.function() + " but of one ascending key");
        }
        out.call(
                call.function(),
                call.withArguments(order.get(0).expression(), call.arguments().get(0))
                        .with(rows.grouped(List.of())));
    }
}
