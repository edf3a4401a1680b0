package dev.azoth.dialect.mysql;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.JsonPath;
import dev.azoth.type.BooleanType;
import dev.azoth.type.JsonType;
import dev.azoth.type.TemporalType;

/** The functions that MySQL writes in its own way, and MariaDB with it. */
public final class MysqlFunctions {
    /** The functions. */
    public static final FunctionTable TABLE = FunctionTable.EMPTY
            .with(MysqlDates.TABLE)
            .with(MysqlAggregates.TABLE)
            .with(MysqlFulltext.TABLE)
            .with("next_value", FunctionForm.unsupported("sequences"))
            .with("greatest", MysqlFunctions::extreme)
            .with("least", MysqlFunctions::extreme)
            .with("trim", (call, out) -> trim("BOTH", call, out))
            .with("ltrim", (call, out) -> trim("LEADING", call, out))
            .with("rtrim", (call, out) -> trim("TRAILING", call, out))
            .templates(
                    // its own concat is null if one of its arguments is
                    "concat", "concat_ws('', {*})",
                    // its insert(…) adds nothing behind the end
                    "overlay", "concat(left({0}, {(2)} - 1), {1}, substr({0}, {(2)} + {(3)}))",
                    // substring_index gives the last part when there are fewer
                    "split_part",
                            "CASE WHEN {(2)} > (char_length({0}) - char_length(replace({0}, {1}, ''))) / char_length({1}) + 1"
                                    + " THEN '' ELSE substring_index(substring_index({0}, {1}, {2}), {1}, -1) END",
                    "ascii", "ord(convert({0} USING utf32))",
                    "chr", "convert(char({0} USING utf32) USING utf8mb4)",
                    "trunc", "truncate({0}, {1})",
                    "random", "rand()")
            .templates(
                    // JSON's null is no text; and the server's JSON texts have a collation of their own
                    "json_text",
                            "CASE WHEN CAST(json_type({0}) AS CHAR) <> 'NULL' THEN CAST(json_unquote({0}) AS CHAR) END",
                    "json_kind",
                            "CASE CAST(json_type({0}) AS CHAR) WHEN 'OBJECT' THEN 'object' WHEN 'ARRAY' THEN 'array'"
                                    + " WHEN 'STRING' THEN 'string' WHEN 'BOOLEAN' THEN 'boolean' WHEN 'NULL' THEN 'null'"
                                    + " WHEN CAST(json_type({0}) AS CHAR) THEN 'number' END",
                    "json_object_keys", "json_keys({0})",
                    "json_path_exists", "json_contains_path({0}, 'one', {1})",
                    "json_array_length", "CASE CAST(json_type({0}) AS CHAR) WHEN 'ARRAY' THEN json_length({0}) END")
            .with("json_set", (call, out) -> place("json_set(", call, out))
            .with("json_remove", (call, out) -> place("json_remove(", call, out))
            .with("json_value_of", MysqlFunctions::jsonValue)
            .templates(
                    // bits are unsigned here
                    "bits_of_none", "CAST(~{(0)} AS SIGNED)",
                    "random_uuid", "uuid()",
                    "current_user", "current_user()",
                    "bits_of_both", "CAST({(0)} & {(1)} AS SIGNED)",
                    "bits_of_any", "CAST({(0)} | {(1)} AS SIGNED)",
                    "bits_of_one", "CAST({(0)} ^ {(1)} AS SIGNED)",
                    "bits_up", "CAST({(0)} << {(1)} AS SIGNED)",
                    "bits_down",
                            "(CASE WHEN {(0)} < 0 THEN CAST(~(~{(0)} >> {(1)}) AS SIGNED)"
                                    + " ELSE CAST({(0)} >> {(1)} AS SIGNED) END)",
                    "regexp_like", "regexp_like({0}, {1}, 'c')")
            .lacking("translate");

    private MysqlFunctions() {}

    private static void trim(String side, FunctionCall<?> call, SqlWriter out) {
        if (call.arguments().size() == 1) {
            out.call(call.function(), call);
            return;
        }
        out.sql("trim(" + side + " ")
                .argument(call.arguments().get(1))
                .sql(" FROM ")
                .argument(call.arguments().get(0))
                .sql(")");
    }

    /** Of a bound date and a column's it would be a text, which equals no other date that is bound. */
    private static void extreme(FunctionCall<?> call, SqlWriter out) {
        boolean text = call.type() instanceof TemporalType<?>;
        out.sql(text ? "CAST(" : "").call(call.function(), call);
        out.sql(text ? " AS " + out.codec(call.type()).castDeclaration() + ")" : "");
    }

    private static void place(String function, FunctionCall<?> call, SqlWriter out) {
        out.sql(function).argument(call.arguments().get(0)).sql(", ");
        if (call.arguments().get(1) instanceof JsonPath path) {
            out.argument(path.text());
        }
        if (call.arguments().size() > 2) {
            out.sql(", ").argument(call.arguments().get(2));
        }
        out.sql(")");
    }

    /** A boolean is a number here. */
    private static void jsonValue(FunctionCall<?> call, SqlWriter out) {
        Expression<?> value = call.arguments().get(0);
        if (value.type() instanceof BooleanType) {
            out.sql("json_extract(CASE ")
                    .argument(value)
                    .sql(" WHEN TRUE THEN 'true' WHEN FALSE THEN 'false' END, '$')");
        } else if (value.type() instanceof JsonType) {
            out.sql("json_extract(").argument(value).sql(", '$')");
        } else {
            out.argument(value);
        }
    }
}
