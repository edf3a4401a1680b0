package dev.azoth.dialect.postgresql;

import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.JsonPath;

/** Functions of JSON, which is {@code jsonb} here. */
final class PostgresqlJson {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .renamed("json_rows", "json_agg")
            .renamed("json_arrayagg", "jsonb_agg")
            .renamed("json_objectagg", "jsonb_object_agg")
            .with("json_value_of", (call, out) -> out.typed(call.arguments().get(0)))
            .with("json_text", PostgresqlJson::text)
            .with("json_set", (call, out) -> place("jsonb_set(", call, ", ", ")", out))
            .with("json_remove", (call, out) -> place("(", call, " #- ", ")", out))
            .lacking("json_merge_patch")
            .templates(
                    "json_object", "jsonb_build_object({*})",
                    "json_array", "jsonb_build_array({*})",
                    "json_kind", "jsonb_typeof({0})",
                    "json_object_keys",
                            "CASE jsonb_typeof({0}) WHEN 'object' THEN coalesce((SELECT jsonb_agg(k)"
                                    + " FROM jsonb_object_keys({0}) AS k), CAST('[]' AS jsonb)) END",
                    "json_path_exists", "jsonb_path_exists({0}, CAST({1} AS jsonpath))",
                    "json_row", "json_build_array({*})",
                    "json_contains", "({(0)} @> {(1)})",
                    "json_array_length", "CASE jsonb_typeof({0}) WHEN 'array' THEN jsonb_array_length({0}) END");

    private PostgresqlJson() {}

    private static void text(FunctionCall<?> call, SqlWriter out) {
        if (call.arguments().get(0) instanceof JsonPath path) {
            steps("(", path, " #>> ", out);
            out.sql(")");
        }
    }

    /** Writes the value and the steps to a place in it. */
    static void steps(String before, JsonPath path, String operator, SqlWriter out) {
        out.sql(before).operand(path.base()).sql(operator).typed(path.list());
    }

    private static void place(String before, FunctionCall<?> call, String between, String after, SqlWriter out) {
        if (call.arguments().get(1) instanceof JsonPath path) {
            steps(before, path, between, out);
        }
        if (call.arguments().size() > 2) {
            out.sql(", to_jsonb(").argument(call.arguments().get(2)).sql(")");
        }
        out.sql(after);
    }
}
