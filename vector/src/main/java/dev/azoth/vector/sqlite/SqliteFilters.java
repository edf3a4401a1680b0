package dev.azoth.vector.sqlite;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import dev.azoth.sql.TextCondition;
import dev.azoth.type.Json;
import dev.azoth.vector.filter.Field;
import dev.azoth.vector.filter.Filter;
import dev.azoth.vector.filter.FilterRenderer;
import dev.azoth.vector.filter.JsonPath;
import dev.azoth.vector.filter.LikePattern;
import dev.azoth.vector.filter.PatternText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** {@code json_type} tells values apart, {@code json_extract} gives them. */
final class SqliteFilters extends FilterRenderer {
    private static final String KIND = "coalesce(json_type(:metadata, :path), '')";
    private static final String VALUE = "json_extract(:metadata, :path)";

    private final Expression<Json> metadata;

    SqliteFilters(Expression<Json> metadata) {
        this.metadata = metadata;
    }

    @Override
    protected Condition equal(Field field, Object value) {
        return value instanceof Boolean truth
                ? at(field, KIND + " = :kind").bind("kind", truth.toString())
                : at(field, KIND + kinds(value) + " AND " + VALUE + " = :value").bind("value", bound(value));
    }

    /** All in one value: an OR of more than a thousand conditions is too deep for SQLite. */
    @Override
    protected Condition oneOf(Field field, List<Object> values) {
        String among = " AND " + VALUE + " IN (SELECT atom FROM json_each(:values))";
        List<Condition> kinds = new ArrayList<>();
        for (Class<?> kind : List.of(String.class, Number.class)) {
            List<Object> same = values.stream().filter(kind::isInstance).toList();
            if (!same.isEmpty()) {
                kinds.add(at(field, KIND + kinds(same.get(0)) + among)
                        .bind("values", Json.of(same).text()));
            }
        }
        for (Object truth : List.of(true, false)) {
            if (values.contains(truth)) {
                kinds.add(equal(field, truth));
            }
        }
        return Sql.anyOf(kinds);
    }

    @Override
    protected Condition ordered(Field field, Filter.Order order, Object value) {
        return at(field, KIND + kinds(value) + " AND " + VALUE + " " + order.symbol() + " :value")
                .bind("value", bound(value));
    }

    @Override
    protected Condition exists(Field field) {
        return at(field, "json_type(:metadata, :path) IS NOT NULL");
    }

    @Override
    protected Condition isNull(Field field) {
        return at(field, "coalesce(json_type(:metadata, :path), 'null') = 'null'");
    }

    /** GLOB, since LIKE takes a and A for the same. In GLOB, brackets make a wildcard mean itself. */
    @Override
    protected Condition like(Field field, LikePattern pattern) {
        return at(field, KIND + " = 'text' AND " + VALUE + " GLOB :glob").bind("glob", PatternText.glob(pattern));
    }

    @Override
    protected Condition ilike(Field field, LikePattern pattern) {
        return like(field, pattern);
    }

    @Override
    protected Condition contains(Field field, Object element) {
        String each =
                KIND + " = 'array' AND EXISTS (SELECT 1 FROM json_each(:metadata, :path) AS element WHERE element.type";
        return element instanceof Boolean truth
                ? at(field, each + " = :kind)").bind("kind", truth.toString())
                : at(field, each + kinds(element) + " AND element.atom = :value)")
                        .bind("value", bound(element));
    }

    private TextCondition at(Field field, String condition) {
        return Sql.condition(condition).bind("metadata", metadata).bind("path", JsonPath.of(field));
    }

    private static String kinds(Object value) {
        return value instanceof String ? " = 'text'" : " IN ('integer', 'real')";
    }

    /** A number that is not whole is a double to SQLite, in JSON too. */
    private static Object bound(Object value) {
        return value instanceof BigDecimal decimal ? (Object) decimal.doubleValue() : value;
    }
}
