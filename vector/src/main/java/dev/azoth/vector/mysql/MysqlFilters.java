package dev.azoth.vector.mysql;

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
import java.util.List;

/** MySQL compares JSON values with each other as filters want it: numbers by value, strings by their bytes, and what is of different types is different. */
final class MysqlFilters extends FilterRenderer {
    private static final String VALUE = "json_extract(:metadata, :path)";
    /** With a collation of its own, as json_type has another one than the connection, which SQL refuses to compare. */
    private static final String KIND_OR_NULL = "json_type(" + VALUE + ") COLLATE utf8mb4_bin";

    private static final String KIND = "coalesce(" + KIND_OR_NULL + ", '')";
    private static final String NUMBERS = " IN ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL')";

    private final Expression<Json> metadata;

    MysqlFilters(Expression<Json> metadata) {
        this.metadata = metadata;
    }

    @Override
    protected Condition equal(Field field, Object value) {
        return at(field, "coalesce(" + VALUE + " = CAST(:value AS JSON), FALSE)")
                .bind("value", json(value));
    }

    @Override
    protected Condition oneOf(Field field, List<Object> values) {
        return at(field, "coalesce(" + VALUE + " MEMBER OF (CAST(:values AS JSON)), FALSE)")
                .bind("values", json(values));
    }

    @Override
    protected Condition ordered(Field field, Filter.Order order, Object value) {
        String kinds = value instanceof String ? " = 'STRING'" : NUMBERS;
        return at(field, KIND + kinds + " AND " + VALUE + " " + order.symbol() + " CAST(:value AS JSON)")
                .bind("value", json(value));
    }

    @Override
    protected Condition exists(Field field) {
        return at(field, VALUE + " IS NOT NULL");
    }

    @Override
    protected Condition isNull(Field field) {
        return at(field, "coalesce(" + KIND_OR_NULL + ", 'NULL') = 'NULL'");
    }

    @Override
    protected Condition like(Field field, LikePattern pattern) {
        return at(
                        field,
                        KIND + " = 'STRING' AND json_unquote(" + VALUE
                                + ") COLLATE utf8mb4_0900_bin LIKE :pattern ESCAPE '|'")
                .bind("pattern", pattern.sql('|'));
    }

    @Override
    protected Condition ilike(Field field, LikePattern pattern) {
        return at(
                        field,
                        KIND + " = 'STRING' AND coalesce(regexp_like(json_unquote(" + VALUE
                                + ") COLLATE utf8mb4_0900_bin, :pattern, 'c'), FALSE)")
                .bind("pattern", PatternText.searchedExpression(pattern));
    }

    @Override
    protected Condition contains(Field field, Object element) {
        return at(field, KIND + " = 'ARRAY' AND CAST(:value AS JSON) MEMBER OF (" + VALUE + ")")
                .bind("value", json(element));
    }

    private TextCondition at(Field field, String condition) {
        return Sql.condition(condition).bind("metadata", metadata).bind("path", JsonPath.of(field));
    }

    private static String json(Object value) {
        return Json.of(value).text();
    }
}
