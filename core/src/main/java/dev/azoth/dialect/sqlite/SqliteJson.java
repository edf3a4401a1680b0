package dev.azoth.dialect.sqlite;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.JsonPath;
import dev.azoth.type.BooleanType;
import dev.azoth.type.JsonType;

/** Functions of JSON, which is text here. */
final class SqliteJson {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("json_text", SqliteJson::text)
            .with("json_set", (call, out) -> place("json_set(", call, out))
            .with("json_remove", (call, out) -> place("json_remove(", call, out))
            .with("json_value_of", SqliteJson::value)
            .with("json_path_exists", FunctionForm.unsupported("language of JSON paths"))
            .renamed("json_merge_patch", "json_patch")
            .templates(
                    "json_kind",
                            "CASE json_type({0}) WHEN 'text' THEN 'string' WHEN 'integer' THEN 'number'"
                                    + " WHEN 'real' THEN 'number' WHEN 'true' THEN 'boolean' WHEN 'false' THEN 'boolean'"
                                    + " ELSE json_type({0}) END",
                    "json_object_keys",
                            "CASE json_type({0}) WHEN 'object' THEN"
                                    + " (SELECT json_group_array(key) FROM json_each({0})) END")
            .renamed("json_rows", "json_group_array")
            .templates("json_array_length", "CASE json_type({0}) WHEN 'array' THEN json_array_length({0}) END");

    private SqliteJson() {}

    static void path(JsonPath path, SqlWriter out) {
        pair("(", path, " -> ", ")", out);
    }

    private static void pair(String before, JsonPath path, String between, String after, SqlWriter out) {
        out.sql(before).operand(path.base()).sql(between).argument(path.text()).sql(after);
    }

    /** True and false would be numbers. */
    private static void text(FunctionCall<?> call, SqlWriter out) {
        if (call.arguments().get(0) instanceof JsonPath path) {
            pair("CASE json_type(", path, ", ", ") WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE ", out);
            pair("", path, " ->> ", " END", out);
        }
    }

    private static void place(String function, FunctionCall<?> call, SqlWriter out) {
        if (call.arguments().get(1) instanceof JsonPath path) {
            pair(function, path, ", ", "", out);
        }
        if (call.arguments().size() > 2) {
            out.sql(", ").argument(call.arguments().get(2));
        }
        out.sql(")");
    }

    /** A boolean is a number here, and JSON a text, until {@code json} says otherwise. */
    private static void value(FunctionCall<?> call, SqlWriter out) {
        Expression<?> value = call.arguments().get(0);
        if (value.type() instanceof BooleanType) {
            out.sql("json(CASE ").argument(value).sql(" WHEN TRUE THEN 'true' WHEN FALSE THEN 'false' END)");
        } else if (value.type() instanceof JsonType) {
            out.sql("json(").argument(value).sql(")");
        } else {
            out.argument(value);
        }
    }
}
