package dev.azoth.vector.postgresql;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import dev.azoth.sql.TextCondition;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import dev.azoth.vector.filter.Field;
import dev.azoth.vector.filter.Filter;
import dev.azoth.vector.filter.FilterRenderer;
import dev.azoth.vector.filter.LikePattern;
import dev.azoth.vector.filter.PatternText;
import java.util.List;
import java.util.Map;

/**
 * Equality and membership as {@code metadata @> …}, which a GIN index serves, with the names in the bound JSON; all else by the value at the
 * end of the names, which are bound too.
 */
final class PgFilters extends FilterRenderer {
    private static final String KIND = "coalesce(jsonb_typeof(:value), '')";
    /** By the characters' codes, whatever the database's collation. */
    private static final String TEXT = "(:value #>> '{}') COLLATE \"C\"";

    private final Expression<Json> metadata;

    PgFilters(Expression<Json> metadata) {
        this.metadata = metadata;
    }

    @Override
    protected Condition equal(Field field, Object value) {
        return has(field, value);
    }

    @Override
    protected Condition contains(Field field, Object element) {
        return has(field, List.of(element));
    }

    private Condition has(Field field, Object value) {
        Object tree = value;
        for (int i = field.path().size() - 1; i >= 0; i--) {
            tree = Map.of(field.path().get(i), tree);
        }
        return Condition.of(metadata.operator("@>", Sql.value(Json.of(tree)), Types.BOOLEAN));
    }

    @Override
    protected Condition ordered(Field field, Filter.Order order, Object value) {
        return value instanceof String
                ? at(field, KIND + " = 'string' AND " + TEXT + " " + order.symbol() + " :other")
                        .bind("other", value)
                : at(field, KIND + " = 'number' AND :value " + order.symbol() + " :other")
                        .bind("other", Json.of(value));
    }

    @Override
    protected Condition exists(Field field) {
        return at(field, ":value IS NOT NULL");
    }

    @Override
    protected Condition isNull(Field field) {
        return at(field, "coalesce(jsonb_typeof(:value), 'null') = 'null'");
    }

    @Override
    protected Condition like(Field field, LikePattern pattern) {
        return at(field, KIND + " = 'string' AND " + TEXT + " LIKE :pattern ESCAPE '|'")
                .bind("pattern", pattern.sql('|'));
    }

    /** With the collation C no language has a say in which characters a set has. */
    @Override
    protected Condition ilike(Field field, LikePattern pattern) {
        return at(field, KIND + " = 'string' AND " + TEXT + " ~ :pattern")
                .bind("pattern", "^(?:" + PatternText.regularExpression(pattern) + ")$");
    }

    private TextCondition at(Field field, String condition) {
        return Sql.condition(condition).bind("value", value(field));
    }

    /** Name by name: by {@code #>}, a name of digits would also find an element of an array. */
    private Expression<Json> value(Field field) {
        Expression<Json> value = metadata;
        for (String name : field.path()) {
            value = value.operator("->", Sql.value(name), Types.JSON);
        }
        return value;
    }
}
