package dev.azoth.sql;

import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Making JSON and reading it, as {@link Sql} offers them. */
abstract class SqlJson extends SqlStatistics {
    SqlJson() {}

    /** A JSON value to look into: {@code json(order.details).get("lines").get(0).asText()}. */
    public static JsonPath json(Expression<Json> value) {
        return JsonPath.of(value);
    }

    /** A JSON object of the expressions under their labels. */
    public static FunctionCall<Json> jsonObject(Label<?>... fields) {
        List<Expression<?>> arguments = new ArrayList<>(2 * fields.length);
        for (Label<?> field : fields) {
            arguments.add(new Literal<>(Types.TEXT, field.labelName()));
            arguments.add(jsonValue(field.expression()));
        }
        return new FunctionCall<>("json_object", arguments, Aggregation.NONE, Types.JSON);
    }

    /** A JSON array of the expressions, nulls among them. */
    public static FunctionCall<Json> jsonArray(Expression<?>... elements) {
        return new FunctionCall<>(
                "json_array",
                Arrays.stream(elements).<Expression<?>>map(SqlJson::jsonValue).toList(),
                Aggregation.NONE,
                Types.JSON);
    }

    /** An expression as a part of JSON: a boolean is true or false and not 1 or 0, JSON is itself and no text. */
    static <T> FunctionCall<T> jsonValue(Expression<T> expression) {
        return function("json_value_of", expression.type(), expression);
    }
}
