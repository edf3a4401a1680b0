package dev.azoth.dialect.mysql;

import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.FunctionCall;

/** The functions that MySQL writes in its own way, and MariaDB with it. */
public final class MysqlFunctions {
    /** The functions. */
    public static final FunctionTable TABLE = FunctionTable.EMPTY
            .with(MysqlDates.TABLE)
            .with("trim", (call, out) -> trim("BOTH", call, out))
            .with("ltrim", (call, out) -> trim("LEADING", call, out))
            .with("rtrim", (call, out) -> trim("TRAILING", call, out))
            .templates(
                    // its own concat is null if one of its arguments is
                    "concat", "concat_ws('', {*})",
                    "overlay", "insert({0}, {2}, {3}, {1})",
                    // substring_index gives the last part when there are fewer
                    "split_part",
                            "CASE WHEN {(2)} > (char_length({0}) - char_length(replace({0}, {1}, ''))) / char_length({1}) + 1"
                                    + " THEN '' ELSE substring_index(substring_index({0}, {1}, {2}), {1}, -1) END",
                    "ascii", "ord(convert({0} USING utf32))",
                    "chr", "convert(char({0} USING utf32) USING utf8mb4)",
                    "trunc", "truncate({0}, {1})",
                    "random", "rand()")
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
}
