package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * An expression that some dialects write in another way; see {@link Sql#variants}.
 *
 * @param standard   for dialects that have none of their own
 * @param ofDialects by the dialect's name
 */
public record DialectVariants<T>(Expression<T> standard, Map<String, Expression<T>> ofDialects)
        implements CustomExpression<T> {
    /** Takes an immutable copy. */
    public DialectVariants {
        ofDialects = Map.copyOf(ofDialects);
    }

    /** The same with an expression for one dialect. */
    public DialectVariants<T> on(String dialect, Expression<T> expression) {
        Map<String, Expression<T>> more = new HashMap<>(ofDialects);
        more.put(dialect, expression);
        return new DialectVariants<>(standard, more);
    }

    @Override
    public SqlType<T> type() {
        return standard.type();
    }

    @Override
    public void render(SqlOutput out) {
        out.argument(ofDialects.getOrDefault(out.server().dialect(), standard));
    }

    @Override
    public void describe(Structure out) {
        out.node(standard);
        new TreeMap<>(ofDialects)
                .forEach((dialect, expression) -> out.value(dialect).node(expression));
        out.value(ofDialects.size());
    }
}
