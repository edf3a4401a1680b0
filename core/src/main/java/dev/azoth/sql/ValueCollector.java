package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the values of expressions, without those of queries inside them and without sensitive ones. */
final class ValueCollector implements Structure {
    private final List<Expression<?>> values = new ArrayList<>(0);

    private ValueCollector() {}

    static List<Expression<?>> of(List<? extends Node> parts) {
        ValueCollector collector = new ValueCollector();
        collector.nodes(parts);
        return collector.values;
    }

    @Override
    public Structure node(@Nullable Node part) {
        if (part != null && !(part instanceof ColumnReference) && !(part instanceof Query)) {
            part.describe(this);
        }
        return this;
    }

    @Override
    public Structure nodes(List<? extends Node> parts) {
        for (int i = 0; i < parts.size(); i++) {
            node(parts.get(i));
        }
        return this;
    }

    @Override
    public Structure value(@Nullable Object part) {
        return this;
    }

    @Override
    public Structure bind(Bind<?> bind) {
        if (!bind.type().isSensitive()) {
            values.add(bind);
        }
        return this;
    }

    @Override
    public Structure expanding(InList<?> list) {
        if (!list.left().type().isSensitive()) {
            values.add(list);
        }
        return this;
    }
}
