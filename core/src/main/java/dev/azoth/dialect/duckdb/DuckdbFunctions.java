package dev.azoth.dialect.duckdb;

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
            .with("greatest", DuckdbFunctions::extreme)
            .with("least", DuckdbFunctions::extreme);

    private DuckdbFunctions() {}

    private static void octets(FunctionCall<?> call, SqlWriter out) {
        boolean bytes = call.arguments().get(0).type() instanceof BinaryType;
        out.sql(bytes ? "octet_length(" : "strlen(")
                .argument(call.arguments().get(0))
                .sql(")");
    }

    /** It passes over nulls; elsewhere the result is null. */
    private static void extreme(FunctionCall<?> call, SqlWriter out) {
        out.sql("CASE WHEN ");
        for (int i = 0; i < call.arguments().size(); i++) {
            out.sql(i == 0 ? "" : " AND ").typed(call.arguments().get(i)).sql(" IS NOT NULL");
        }
        out.sql(" THEN ").call(call.function(), call).sql(" END");
    }
}
