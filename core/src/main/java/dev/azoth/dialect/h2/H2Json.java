package dev.azoth.dialect.h2;

import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Bind;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.JsonPath;
import java.util.List;

/** JSON, which has a type of its own here, and few functions. */
final class H2Json {
    /** A cast leaves a string's quotes and escapes as they are, and JSON's null a text. */
    static final String TEXT = "CASE WHEN CAST({0} AS VARCHAR) LIKE '\"%' THEN"
            + " stringdecode(substring(CAST({0} AS VARCHAR), 2, char_length(CAST({0} AS VARCHAR)) - 2))"
            + " WHEN CAST({0} AS VARCHAR) <> 'null' THEN CAST({0} AS VARCHAR) END";

    /** Its first character tells. */
    static final String KIND = "CASE left(CAST({0} AS VARCHAR), 1) WHEN '{' THEN 'object' WHEN '[' THEN 'array'"
            + " WHEN '\"' THEN 'string' WHEN 't' THEN 'boolean' WHEN 'f' THEN 'boolean' WHEN 'n' THEN 'null'"
            + " WHEN left(CAST({0} AS VARCHAR), 1) THEN 'number' END";

    private H2Json() {}

    static void object(FunctionCall<?> call, SqlWriter out) {
        out.sql("json_object(");
        List<Expression<?>> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i += 2) {
            out.sql(i == 0 ? "KEY " : ", KEY ").argument(arguments.get(i));
            out.sql(" VALUE ").argument(arguments.get(i + 1));
        }
        out.sql(")");
    }

    static void objectAggregate(FunctionCall<?> call, SqlWriter out) {
        out.sql("json_objectagg(KEY ").argument(call.arguments().get(0));
        out.sql(" VALUE ").argument(call.arguments().get(1)).tail(")", call);
    }

    /** A bound value has no type that JSON could be made of. */
    static void value(FunctionCall<?> call, SqlWriter out) {
        Expression<?> value = call.arguments().get(0);
        if (value instanceof Bind<?>) {
            out.typed(value);
        } else {
            out.argument(value);
        }
    }

    /** A place is names and numbers behind the value: {@code (x)."lines"[1]}. */
    static void path(JsonPath path, SqlWriter out) {
        out.sql("(").argument(path.base()).sql(")");
        for (Object step : path.steps()) {
            if (step instanceof Integer index) {
                out.sql("[" + (index + 1) + "]");
            } else {
                out.sql(".\"" + step.toString().replace("\"", "\"\"") + "\"");
            }
        }
    }
}
