package dev.azoth.vector.duckdb;

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
import java.util.stream.Collectors;

/**
 * {@code json_type} tells values apart, {@code json_extract_string} gives them as text. A number is compared as what it is in JSON: a whole one
 * exactly, another as a double.
 */
final class DuckdbFilters extends FilterRenderer {
    private static final String KIND = "coalesce(json_type(:metadata, :path), '')";
    private static final String TEXT = "json_extract_string(:metadata, :path)";

    private final Expression<Json> metadata;

    DuckdbFilters(Expression<Json> metadata) {
        this.metadata = metadata;
    }

    @Override
    protected Condition equal(Field field, Object value) {
        return at(field, compared(KIND, TEXT, "=", value)).bind("value", bound(value));
    }

    /** Texts in one list, which are looked up by hash. */
    @Override
    protected Condition oneOf(Field field, List<Object> values) {
        List<String> texts = values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        List<Object> others =
                values.stream().filter(value -> !(value instanceof String)).toList();
        Condition text = at(field, KIND + " = 'VARCHAR' AND :among")
                .bind(
                        "among",
                        Sql.expression(TEXT, Types.TEXT)
                                .bind("metadata", metadata)
                                .bind("path", path(field))
                                .in(texts));
        return others.isEmpty() ? text : text.or(super.oneOf(field, others));
    }

    @Override
    protected Condition ordered(Field field, Filter.Order order, Object value) {
        return at(field, compared(KIND, TEXT, order.symbol(), value)).bind("value", bound(value));
    }

    @Override
    protected Condition exists(Field field) {
        return at(field, "json_type(:metadata, :path) IS NOT NULL");
    }

    @Override
    protected Condition isNull(Field field) {
        return at(field, "coalesce(json_type(:metadata, :path), 'NULL') = 'NULL'");
    }

    @Override
    protected Condition like(Field field, LikePattern pattern) {
        return at(field, KIND + " = 'VARCHAR' AND " + TEXT + " LIKE :pattern ESCAPE '|'")
                .bind("pattern", pattern.sql('|'));
    }

    @Override
    protected Condition ilike(Field field, LikePattern pattern) {
        return at(field, KIND + " = 'VARCHAR' AND regexp_full_match(" + TEXT + ", :pattern, 's')")
                .bind("pattern", PatternText.regularExpression(pattern));
    }

    @Override
    protected Condition contains(Field field, Object element) {
        String same = compared("json_type(element.json)", "json_extract_string(element.json, '$')", "=", element);
        return at(
                        field,
                        KIND
                                + " = 'ARRAY' AND EXISTS (SELECT 1 FROM (SELECT unnest(json_extract(json_extract(:metadata, :path), '$[*]')) AS json) AS element"
                                + " WHERE " + same + ")")
                .bind("value", bound(element));
    }

    private TextCondition at(Field field, String condition) {
        return Sql.condition(condition).bind("metadata", metadata).bind("path", path(field));
    }

    /**
     * A pointer, {@code /a/b}, in which every name may be. A number in it is the index of an array as well, which it is not in the other
     * notation; but that has neither empty names nor control characters.
     */
    private static String path(Field field) {
        return field.path().stream().anyMatch(name -> name.matches("\\d+"))
                ? JsonPath.of(field)
                : field.path().stream()
                        .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                        .collect(Collectors.joining());
    }

    private static String compared(String kind, String text, String operator, Object value) {
        if (value instanceof String) {
            return kind + " = 'VARCHAR' AND " + text + " " + operator + " :value";
        } else if (value instanceof Boolean) {
            return kind + " = 'BOOLEAN' AND " + text + " " + operator + " :value";
        }
        String whole = value instanceof BigDecimal ? "DOUBLE" : "HUGEINT";
        return "CASE " + kind + " WHEN 'DOUBLE' THEN TRY_CAST(" + text + " AS DOUBLE) " + operator
                + " :value WHEN 'BIGINT' THEN TRY_CAST(" + text + " AS " + whole + ") " + operator
                + " :value WHEN 'UBIGINT' THEN TRY_CAST(" + text + " AS " + whole + ") " + operator
                + " :value ELSE FALSE END";
    }

    private static Object bound(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.doubleValue();
        }
        return value instanceof Boolean ? value.toString() : value;
    }
}
