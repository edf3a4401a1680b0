package org.example.hsqldb;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Cast;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Literal;
import java.util.List;
import java.util.Locale;

/** HSQLDB's functions: other names, templates, and what there is not, or this dialect has no form for. */
final class HsqldbFunctions {
    // tag::dialect-functions
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with(dates())
            .with("avg", HsqldbFunctions::average)
            .with("collate", FunctionForm.unsupported("COLLATE in an expression"))
            .with("now", FunctionForm.text("CURRENT_TIMESTAMP"))
            .with("string_agg", HsqldbFunctions::joined)
            .with(
                    "concat",
                    (call, out) -> out.sql("concat_ws('', ")
                            .arguments(call.arguments())
                            .sql(")"))
            .with("trim", (call, out) -> trim("BOTH", call, out))
            .with("ltrim", (call, out) -> trim("LEADING", call, out))
            .with("rtrim", (call, out) -> trim("TRAILING", call, out))
            .renamed("bool_and", "every")
            .renamed("bool_or", "some")
            .lacking("regexp_like", "iregexp_like", "regexp_replace", "regexp_substr", "split_part", "octet_length")
            .lacking("array_agg", "bit_and", "bit_or", "bit_xor")
            .lacking("corr", "covar_samp", "covar_pop", "regr_slope", "regr_intercept", "regr_r2")
            .lacking("json_object", "json_array", "json_arrayagg", "json_objectagg", "json_rows", "json_merge_patch")
            .templates(
                    "bits_of_both", "bitand({0}, {1})",
                    "bits_of_any", "bitor({0}, {1})",
                    "bits_of_one", "bitxor({0}, {1})",
                    "bits_of_none", "(-1 - {(0)})",
                    "bits_up", "CAST({(0)} * power(2, {1}) AS BIGINT)",
                    "bits_down", "CAST(floor({(0)} / power(2, {1})) AS BIGINT)",
                    "lpad", "lpad(left({0}, {1}), {1}, {2})",
                    "log", "(ln({1}) / ln({0}))",
                    "random_uuid", "uuid()",
                    "random", "rand()");
    // end::dialect-functions

    private HsqldbFunctions() {}

    private static FunctionTable dates() {
        FunctionTable table = FunctionTable.EMPTY.lacking("make_date", "epoch_second", "extract_week");
        for (DateUnit unit : DateUnit.values()) {
            String of = unit.name().toLowerCase(Locale.ROOT);
            table = table.lacking("date_trunc_" + of, "date_add_" + of, "date_diff_" + of);
        }
        return table;
    }

    /** The average of whole numbers is whole, unless they are something else. */
    private static void average(FunctionCall<?> call, SqlWriter out) {
        List<Expression<?>> numbers = List.of(new Cast<>(call.arguments().get(0), call.type()));
        out.call("avg", new FunctionCall<>(call.function(), numbers, call.aggregation(), call.type()));
    }

    private static void joined(FunctionCall<?> call, SqlWriter out) {
        String separator = String.valueOf(((Literal<?>) call.arguments().get(1)).value());
        out.call(
                "group_concat",
                call.withArguments(call.arguments().get(0)),
                " SEPARATOR '" + separator.replace("'", "''") + "'");
    }

    private static void trim(String side, FunctionCall<?> call, SqlWriter out) {
        out.sql("trim(" + side + " ");
        if (call.arguments().size() > 1) {
            out.argument(call.arguments().get(1));
        }
        out.sql(" FROM ").argument(call.arguments().get(0)).sql(")");
    }
}
