package dev.azoth.dialect.mysql;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Aggregation;
import dev.azoth.sql.Cast;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Sql;
import dev.azoth.type.FloatType;
import dev.azoth.type.Types;

/** Aggregates. Only {@code group_concat} has an order; it is cut at {@code group_concat_max_len}, which connections of Azoth set high. */
final class MysqlAggregates {
    /** The fact of a server whose connections cut joined texts, and where. */
    static final String CUT = "group_concat_max_len";

    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with(MysqlPercentiles.TABLE)
            .with("string_agg", MysqlAggregates::joined)
            .with("json_arrayagg", MysqlAggregates::array)
            .with("count_distinct_rows", (call, out) -> out.call("count", call.distinct()))
            .with("bit_and", MysqlAggregates::bits)
            .with("bit_or", MysqlAggregates::bits)
            .with("bit_xor", MysqlAggregates::bits)
            .with("avg", MysqlAggregates::mean)
            .with("json_rows", MysqlAggregates::rows)
            .renamed("any_value", "max") // its own is no aggregate, and alone gives a row for each
            .renamed("bool_and", "min")
            .renamed("bool_or", "max")
            .with("array_agg", FunctionForm.unsupported("array_agg, nor arrays"))
            .lacking("corr", "covar_samp", "covar_pop", "regr_slope", "regr_intercept", "regr_r2");

    private MysqlAggregates() {}

    /** That of whole and decimal numbers has four digits more than those. */
    private static void mean(FunctionCall<?> call, SqlWriter out) {
        Expression<?> number = call.arguments().get(0);
        boolean exact = call.type() instanceof FloatType<?> && !(number.type() instanceof FloatType<?>);
        out.call("avg", exact ? call.withArguments(new Cast<>(number, call.type())) : call);
    }

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

    /** Bits are unsigned here, and those of no rows all or none. */
    private static void bits(FunctionCall<?> call, SqlWriter out) {
        out.sql("CASE WHEN ").call("count", call).sql(" > 0 THEN CAST(");
        out.call(call.function(), call).sql(" AS SIGNED) END");
    }

    /** Rows that are JSON already. */
    private static void rows(FunctionCall<?> call, SqlWriter out) {
        notOver(call, out);
        out.sql("concat('[', ").call("group_concat", call, " SEPARATOR ','").sql(", ']')");
    }

    /** Refuses a window, and a server whose connections cut what is joined. */
    static void notOver(FunctionCall<?> call, SqlWriter out) {
        out.server().extensionSchema(CUT).ifPresent(length -> {
            throw out.unsupported(call.function() + " of more than " + length + " bytes, at which your connections cut"
                    + " texts without a word: open them with sessionVariables=group_concat_max_len=4294967295");
        });
        Aggregation rows = call.aggregation();
        if (rows.over() != null) {
            throw out.unsupported(call.function() + " as a window function");
        }
    }
}
