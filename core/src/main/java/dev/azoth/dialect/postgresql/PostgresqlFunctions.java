package dev.azoth.dialect.postgresql;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.NamedTable;
import dev.azoth.type.FloatType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.Types;

/** The functions that PostgreSQL writes in its own way. */
final class PostgresqlFunctions {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with(PostgresqlDates.TABLE)
            .with("current_date", FunctionForm.text("current_date"))
            .with("round", PostgresqlFunctions::digits)
            .with("trunc", PostgresqlFunctions::digits)
            .with("greatest", PostgresqlFunctions::extreme)
            .with("least", PostgresqlFunctions::extreme)
            .with(PostgresqlJson.TABLE)
            .templates(
                    "range_contains", "({<0>} @> {<1>})",
                    "range_overlaps", "({<0>} && {<1>})",
                    "range_before", "({<0>} << {<1>})",
                    "range_adjacent", "({<0>} -|- {<1>})",
                    "range_union", "({<0>} + {<1>})",
                    "range_intersection", "({<0>} * {<1>})",
                    "range_minus", "({<0>} - {<1>})",
                    "range_lower", "lower({0})",
                    "range_upper", "upper({0})",
                    "range_empty", "isempty({0})")
            .with(PostgresqlFulltext.TABLE)
            .templates(
                    "array_get", "({<0>})[{1}]",
                    "array_part", "({<0>})[{1}:{2}]",
                    "array_size", "cardinality({<0>})",
                    "array_has_all", "({<0>} @> {<1>})",
                    "array_has_any", "({<0>} && {<1>})",
                    // a null is an empty array to the operator
                    "array_of_both", "CASE WHEN {<0>} IS NOT NULL AND {<1>} IS NOT NULL THEN {<0>} || {<1>} END",
                    "array_and_one", "CASE WHEN {<0>} IS NOT NULL THEN array_append({<0>}, {<1>}) END",
                    "array_index", "(array_position({<0>}, {<1>}) - 1)")
            .with("array_has", PostgresqlFunctions::has)
            .with("next_value", FunctionForm.ofName("nextval"))
            .with("old_value", (call, out) -> returned("old", call, out))
            .with("new_value", (call, out) -> returned("new", call, out))
            .with("sum", PostgresqlFunctions::sum)
            .with("try_cast", PostgresqlFunctions::tryCast)
            .with("any_value", PostgresqlFunctions::anyValue)
            .templates(
                    "sign", "CAST(sign({0}) AS int)",
                    "bits_of_one", "({(0)} # {(1)})",
                    "regexp_like", "({(0)} ~ {(1)})",
                    "iregexp_like", "({(0)} ~* {(1)})",
                    "regexp_replace", "regexp_replace({0}, {1}, {3}, 'g')")
            .templates("log", "log(CAST({0} AS numeric), CAST({1} AS numeric))");

    private PostgresqlFunctions() {}

    /** Only a NUMERIC can be rounded or cut to a number of digits. */
    private static void digits(FunctionCall<?> call, SqlWriter out) {
        boolean cast = call.arguments().size() == 2 && call.type() instanceof FloatType<?>;
        out.sql(cast ? "CAST(" : "").sql(call.function()).sql(cast ? "(CAST(" : "(");
        out.argument(call.arguments().get(0)).sql(cast ? " AS NUMERIC)" : "");
        if (call.arguments().size() == 2) {
            out.sql(", ").argument(call.arguments().get(1));
        }
        out.sql(cast ? ") AS " + out.codec(call.type()).castDeclaration() + ")" : ")");
    }

    /** It passes over nulls; elsewhere the result is null. */
    private static void extreme(FunctionCall<?> call, SqlWriter out) {
        out.sql("CASE WHEN ");
        for (int i = 0; i < call.arguments().size(); i++) {
            out.sql(i == 0 ? "" : " AND ").typed(call.arguments().get(i)).sql(" IS NOT NULL");
        }
        out.sql(" THEN ").call(call.function(), call).sql(" END");
    }

    /** As an array of its own, for which an index serves. */
    private static void has(FunctionCall<?> call, SqlWriter out) {
        Expression<?> array = call.arguments().get(0);
        out.sql("(")
                .typed(array)
                .sql(" @> CAST(ARRAY[")
                .argument(call.arguments().get(1));
        out.sql("] AS " + out.codec(array.type()).castDeclaration() + "))");
    }

    /** That of 64-bit numbers is a NUMERIC, which would divide to a fraction. */
    private static void sum(FunctionCall<?> call, SqlWriter out) {
        boolean whole = call.type() instanceof IntegerType<?>
                && call.arguments().get(0).type().equals(Types.BIGINT);
        out.sql(whole ? "CAST(" : "").call("sum", call).sql(whole ? " AS bigint)" : "");
    }

    private static void anyValue(FunctionCall<?> call, SqlWriter out) {
        if (!out.server().atLeast(16, 0)) {
            throw out.unsupported("function any_value, before 16");
        }
        out.call("any_value", call);
    }

    private static void returned(String row, FunctionCall<?> call, SqlWriter out) {
        String construct = row + " values in RETURNING";
        if (!out.server().atLeast(18, 0)) {
            throw out.unsupported(construct + ", before 18");
        } else if (!out.isReturning() || !(call.arguments().get(0) instanceof ColumnReference<?> column)) {
            throw out.unsupported(row + " values but of columns in RETURNING");
        } else if (column.table() instanceof NamedTable table && table.name().equals(row)) {
            throw out.unsupported(construct + " of a table that is called " + row + ": give it an alias");
        } else {
            out.sql(row + ".").identifier(column.name());
        }
    }

    private static void tryCast(FunctionCall<?> call, SqlWriter out) {
        if (!out.server().atLeast(16, 0)) {
            throw out.unsupported("cast that gives null for what is no value, before 16");
        }
        Expression<?> text = call.arguments().get(0);
        String type = out.codec(call.type()).castDeclaration();
        out.sql("CASE WHEN pg_input_is_valid(CAST(").argument(text).sql(" AS text), '" + type + "') THEN CAST(CAST(");
        out.argument(text).sql(" AS text) AS " + type + ") END");
    }
}
