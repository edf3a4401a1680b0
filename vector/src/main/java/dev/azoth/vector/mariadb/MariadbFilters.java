package dev.azoth.vector.mariadb;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import dev.azoth.sql.TextCondition;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import dev.azoth.vector.filter.Field;
import dev.azoth.vector.filter.Filter;
import dev.azoth.vector.filter.FilterRenderer;
import dev.azoth.vector.filter.JsonPath;
import dev.azoth.vector.filter.LikePattern;
import dev.azoth.vector.filter.PatternText;
import java.math.BigDecimal;
import java.util.List;

/**
 * JSON is text to MariaDB. A number is cast only after its type was looked at, in a CASE, which is tested in order: where data are changed, a failing cast
 * is an error.
 */
final class MariadbFilters extends FilterRenderer {
    private static final String EXTRACTED = "json_extract(:metadata, :path)";
    private static final String KIND = "coalesce(json_type(" + EXTRACTED + "), '')";
    private static final String TEXT = "json_value(:metadata, :path) COLLATE utf8mb4_nopad_bin";

    private final Expression<Json> metadata;

    MariadbFilters(Expression<Json> metadata) {
        this.metadata = metadata;
    }

    @Override
    protected Condition equal(Field field, Object value) {
        return value instanceof Boolean truth
                ? at(field, KIND + " = 'BOOLEAN' AND " + EXTRACTED + " = :value")
                        .bind("value", truth.toString())
                : compared(field, "=", value);
    }

    /** Texts in one list: comparing them one by one would read the JSON again for each. */
    @Override
    protected Condition oneOf(Field field, List<Object> values) {
        List<String> texts = values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        List<Object> others =
                values.stream().filter(value -> !(value instanceof String)).toList();
        Condition text = at(field, KIND + " = 'STRING' AND :among")
                .bind(
                        "among",
                        Sql.expression(TEXT, Types.TEXT)
                                .bind("metadata", metadata)
                                .bind("path", JsonPath.of(field))
                                .in(texts));
        return others.isEmpty() ? text : text.or(super.oneOf(field, others));
    }

    @Override
    protected Condition ordered(Field field, Filter.Order order, Object value) {
        return compared(field, order.symbol(), value);
    }

    private Condition compared(Field field, String operator, Object value) {
        if (value instanceof String) {
            return at(field, KIND + " = 'STRING' AND " + TEXT + " " + operator + " :value")
                    .bind("value", value);
        }
        // whole numbers exactly, beyond the digits of a double; others as doubles, as JSON has them
        boolean whole = !(value instanceof BigDecimal);
        return at(
                        field,
                        "CASE WHEN " + KIND + " IN ('INTEGER', 'DOUBLE') THEN CAST(json_value(:metadata, :path) AS "
                                + (whole ? "DECIMAL(65, 20)" : "DOUBLE") + ") " + operator + " :value ELSE FALSE END")
                .bind("value", value instanceof BigDecimal decimal ? (Object) decimal.doubleValue() : value);
    }

    @Override
    protected Condition exists(Field field) {
        return at(field, EXTRACTED + " IS NOT NULL");
    }

    @Override
    protected Condition isNull(Field field) {
        return at(field, "coalesce(json_type(" + EXTRACTED + "), 'NULL') = 'NULL'");
    }

    @Override
    protected Condition like(Field field, LikePattern pattern) {
        return at(field, KIND + " = 'STRING' AND " + TEXT + " LIKE :pattern ESCAPE '|'")
                .bind("pattern", pattern.sql('|'));
    }

    @Override
    protected Condition ilike(Field field, LikePattern pattern) {
        return at(field, KIND + " = 'STRING' AND " + TEXT + " REGEXP :pattern")
                .bind("pattern", PatternText.searchedExpression(pattern));
    }

    @Override
    protected Condition contains(Field field, Object element) {
        return at(field, KIND + " = 'ARRAY' AND json_overlaps(" + EXTRACTED + ", :element)")
                .bind("element", Json.of(List.of(element)).text());
    }

    private TextCondition at(Field field, String condition) {
        return Sql.condition(condition).bind("metadata", metadata).bind("path", JsonPath.of(field));
    }
}
