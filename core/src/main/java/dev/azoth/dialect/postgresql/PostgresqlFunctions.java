package dev.azoth.dialect.postgresql;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.FunctionCall;
import dev.azoth.type.FloatType;

/** The functions that PostgreSQL writes in its own way. */
final class PostgresqlFunctions {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("current_date", FunctionForm.text("current_date"))
            .with("round", PostgresqlFunctions::round);

    private PostgresqlFunctions() {}

    /** Only a NUMERIC can be rounded to a number of digits. */
    private static void round(FunctionCall<?> call, SqlWriter out) {
        boolean cast = call.arguments().size() == 2 && call.type() instanceof FloatType<?>;
        out.sql(cast ? "CAST(round(CAST(" : "round(").argument(call.arguments().get(0));
        out.sql(cast ? " AS NUMERIC)" : "");
        if (call.arguments().size() == 2) {
            out.sql(", ").argument(call.arguments().get(1));
        }
        out.sql(cast ? ") AS " + out.codec(call.type()).castDeclaration() + ")" : ")");
    }
}
