package dev.azoth.dialect.h2;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Bind;
import dev.azoth.sql.Cast;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import java.util.List;

/** The functions that H2 writes in its own way. */
final class H2Functions {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with(H2Dates.TABLE)
            .with("json_arrayagg", (call, out) -> out.call("json_arrayagg", call, " NULL ON NULL"))
            .renamed("json_rows", "json_arrayagg")
            .with("json_objectagg", H2Json::objectAggregate)
            .with("json_object", H2Json::object)
            .with("json_value_of", H2Json::value)
            .with("json_text", FunctionForm.template(H2Json.TEXT))
            .with("json_set", FunctionForm.unsupported("function to set a place in JSON"))
            .with("json_remove", FunctionForm.unsupported("function to remove a place from JSON"))
            .with("json_contains", FunctionForm.unsupported("function to find JSON in JSON"))
            .with("json_object_keys", FunctionForm.unsupported("function of a JSON object's names"))
            .with("json_merge_patch", FunctionForm.unsupported("function to merge JSON"))
            .with("json_path_exists", FunctionForm.unsupported("language of JSON paths"))
            .templates("json_kind", H2Json.KIND)
            .with("json_array_length", FunctionForm.unsupported("function of a JSON array's length"))
            .templates("json_array", "json_array({*} NULL ON NULL)", "json_row", "json_array({*} NULL ON NULL)")
            .with("sum", H2Functions::typed)
            .with("avg", H2Functions::typed)
            .with("min", H2Functions::typed)
            .with("max", H2Functions::typed)
            .with("coalesce", H2Functions::typed)
            .with(
                    "unnest",
                    (call, out) ->
                            out.sql("unnest(").typed(call.arguments().get(0)).sql(")"))
            .renamed("bit_and", "bit_and_agg")
            .renamed("bit_or", "bit_or_agg")
            .renamed("bit_xor", "bit_xor_agg")
            .with("nullif", H2Functions::ofTheFirst)
            .with("abs", H2Functions::typed)
            .with("sign", H2Functions::typed)
            .with("ceil", H2Functions::typed)
            .with("floor", H2Functions::typed)
            .with("greatest", H2Functions::typed)
            .with("least", H2Functions::typed)
            .with("concat_ws", H2Functions::separated)
            .with("collate", FunctionForm.unsupported("COLLATE in an expression"))
            .templates(
                    // an index beyond the end is an error, and of a part makes null
                    "array_get", "CASE WHEN cardinality({<0>}) >= {1} THEN ({<0>})[{1}] END",
                    "array_part",
                            "CASE WHEN cardinality({<0>}) >= {1} AND {<2>} >= {1} THEN"
                                    + " array_slice({<0>}, {1}, least({<2>}, cardinality({<0>})))"
                                    + " WHEN {<0>} IS NOT NULL THEN trim_array({<0>}, cardinality({<0>})) END",
                    "array_size", "cardinality({<0>})",
                    "array_has", "array_contains({<0>}, {<1>})",
                    "array_of_both", "({<0>} || {<1>})",
                    "array_and_one", "array_append({<0>}, {<1>})",
                    "random_uuid", "random_uuid()",
                    "bits_of_none", "bitnot({<0>})",
                    "bits_of_both", "bitand({<0>}, {<1>})",
                    "bits_of_any", "bitor({<0>}, {<1>})",
                    "bits_of_one", "bitxor({<0>}, {<1>})",
                    "bits_up", "lshift({<0>}, {1})",
                    "bits_down", "rshift({<0>}, {1})")
            .with("round", H2Functions::digits)
            .with("trunc", H2Functions::digits)
            .templates(
                    // its insert(…) is not null of a null
                    "overlay", "(substr({0}, 1, {<2>} - 1) || {(1)} || substr({0}, {<2>} + {<3>}))",
                    "random", "rand()")
            .lacking("reverse", "split_part");

    private H2Functions() {}

    private static void typed(FunctionCall<?> call, SqlWriter out) {
        out.call(call.function(), H2Parameters.typed(call));
    }

    /** The type is that of the first, also where another has one. */
    private static void ofTheFirst(FunctionCall<?> call, SqlWriter out) {
        List<Expression<?>> arguments = call.arguments();
        out.call(call.function(), call.withArguments(H2Parameters.typed(arguments.get(0)), arguments.get(1)));
    }

    /** H2 would take the separator of one within another for one of its texts. */
    private static void separated(FunctionCall<?> call, SqlWriter out) {
        Expression<?>[] arguments = call.arguments().stream()
                .map(argument -> argument instanceof FunctionCall<?> inner
                                && inner.function().equals(call.function())
                        ? new Cast<>(argument, argument.type())
                        : argument)
                .toArray(Expression<?>[]::new);
        out.call(call.function(), call.withArguments(arguments));
    }

    /** The number must have a type. */
    private static void digits(FunctionCall<?> call, SqlWriter out) {
        List<Expression<?>> arguments = call.arguments();
        out.sql(call.function()).sql("(");
        if (arguments.get(0) instanceof Bind<?>) {
            out.typed(arguments.get(0));
        } else {
            out.argument(arguments.get(0));
        }
        out.sql(arguments.size() > 1 ? ", " : "")
                .arguments(arguments.subList(1, arguments.size()))
                .sql(")");
    }
}
