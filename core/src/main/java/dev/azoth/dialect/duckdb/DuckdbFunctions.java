package dev.azoth.dialect.duckdb;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.FunctionCall;
import dev.azoth.type.BinaryType;

/** The functions that DuckDB writes in its own way. */
final class DuckdbFunctions {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with(DuckdbDates.TABLE)
            .with(DuckdbJson.TABLE)
            .renamed("char_length", "length")
            .with("octet_length", DuckdbFunctions::octets)
            .with(
                    "json_arrayagg",
                    (call, out) -> out.sql("to_json(").call("list", call).sql(")"))
            .with(
                    "json_rows",
                    (call, out) -> out.sql("to_json(").call("list", call).sql(")"))
            .with(
                    "json_objectagg",
                    (call, out) ->
                            out.sql("nullif(").call("json_group_object", call).sql(", '{}')"))
            .with("json_set", FunctionForm.unsupported("function to set a place in JSON"))
            .with("json_remove", FunctionForm.unsupported("function to remove a place from JSON"))
            .templates(
                    "json_text", "json_extract_string({0}, '$')",
                    "json_array_length", "CASE json_type({0}) WHEN 'ARRAY' THEN json_array_length({0}) END")
            .templates(
                    "array_get", "({<0>})[{1}]",
                    "array_part", "({<0>})[{1}:{2}]",
                    "array_size", "len({<0>})",
                    "array_has", "list_contains({<0>}, {<1>})",
                    "array_has_all", "list_has_all({<0>}, {<1>})",
                    "array_has_any", "list_has_any({<0>}, {<1>})",
                    "array_of_both", "({<0>} || {<1>})",
                    "array_and_one", "CASE WHEN {<0>} IS NOT NULL THEN list_append({<0>}, {<1>}) END",
                    "array_index", "(nullif(list_position({<0>}, {<1>}), 0) - 1)")
            .with("next_value", FunctionForm.ofName("nextval"))
            .with("try_cast", DuckdbFunctions::tryCast)
            .templates(
                    // of a bound null it would be bytes
                    "repeat", "repeat(CAST({0} AS VARCHAR), {1})",
                    "regexp_like", "regexp_matches({0}, {1})",
                    "iregexp_like", "regexp_matches({0}, {1}, 'i')",
                    "regexp_replace", "regexp_replace({0}, {1}, {3}, 'g')",
                    // it gives an empty text for none
                    "regexp_substr", "nullif(regexp_extract({0}, {1}), '')")
            .with("trim", DuckdbFunctions::trim)
            .with("ltrim", DuckdbFunctions::trim)
            .with("rtrim", DuckdbFunctions::trim)
            .with("greatest", DuckdbFunctions::extreme)
            .with("least", DuckdbFunctions::extreme);

    private DuckdbFunctions() {}

    private static void octets(FunctionCall<?> call, SqlWriter out) {
        boolean bytes = call.arguments().get(0).type() instanceof BinaryType;
        out.sql(bytes ? "octet_length(" : "strlen(")
                .argument(call.arguments().get(0))
                .sql(")");
    }

    /** Without a word about it, all kinds of space are cut off. */
    private static void trim(FunctionCall<?> call, SqlWriter out) {
        out.sql(call.function()).sql("(").arguments(call.arguments());
        out.sql(call.arguments().size() == 1 ? ", ' ')" : ")");
    }

    /** It passes over nulls; elsewhere the result is null. */
    private static void extreme(FunctionCall<?> call, SqlWriter out) {
        out.sql("CASE WHEN ");
        for (int i = 0; i < call.arguments().size(); i++) {
            out.sql(i == 0 ? "" : " AND ").typed(call.arguments().get(i)).sql(" IS NOT NULL");
        }
        out.sql(" THEN ").call(call.function(), call).sql(" END");
    }

    private static void tryCast(FunctionCall<?> call, SqlWriter out) {
        out.sql("TRY_CAST(").argument(call.arguments().get(0));
        out.sql(" AS " + out.codec(call.type()).castDeclaration() + ")");
    }
}
