package dev.azoth.dialect.duckdb;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.JsonPath;

/** Functions of JSON. */
final class DuckdbJson {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("json_text", (call, out) -> place("json_extract_string(", call, 0, out))
            .with("json_set", (call, out) -> place("json_set(", call, 1, out))
            .with("json_remove", (call, out) -> place("json_remove(", call, 1, out))
            .with(
                    "json_arrayagg",
                    (call, out) -> out.sql("to_json(").call("array_agg", call).sql(")"))
            .renamed("json_objectagg", "json_group_object")
            .with("json_path_exists", FunctionForm.unsupported("language of JSON paths"))
            .templates(
                    "json_kind",
                    "CASE json_type({0}) WHEN 'OBJECT' THEN 'object' WHEN 'ARRAY' THEN 'array' WHEN 'VARCHAR' THEN"
                            + " 'string' WHEN 'BOOLEAN' THEN 'boolean' WHEN 'NULL' THEN 'null'"
                            + " WHEN json_type({0}) THEN 'number' END",
                    "json_object_keys",
                    "CASE json_type({0}) WHEN 'OBJECT' THEN to_json(json_keys({0})) END")
            .templates("json_array_length", "CASE json_type({0}) WHEN 'ARRAY' THEN json_array_length({0}) END");

    private DuckdbJson() {}

    /** A value that is set is made JSON first, which a text would else be taken for. */
    private static void place(String function, FunctionCall<?> call, int argument, SqlWriter out) {
        if (call.arguments().get(argument) instanceof JsonPath path) {
            out.sql(function).operand(path.base()).sql(", ").argument(path.text());
        }
        if (call.arguments().size() > 2) {
            out.sql(", to_json(").argument(call.arguments().get(2)).sql(")");
        }
        out.sql(")");
    }
}
