package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;

/** Finds the values of expressions, {@link Bind}s and {@link ListedValues}, without those of queries inside them and without sensitive ones. */
final class ValueCollector extends Traversal {
    private final List<Node> values = new ArrayList<>(0);

    private ValueCollector() {}

    static List<Node> of(List<? extends Node> parts) {
        ValueCollector collector = new ValueCollector();
        collector.nodes(parts);
        return collector.values;
    }

    @Override
    protected boolean meet(Node node) {
        return !(node instanceof ColumnReference) && !(node instanceof Query);
    }

    @Override
    public Structure bind(Bind<?> bind) {
        if (!bind.type().isSensitive()) {
            values.add(bind);
        }
        return this;
    }

    @Override
    public Structure expanding(Listed<?> list) {
        if (list instanceof ListedValues<?> && !list.type().isSensitive()) {
            values.add(list);
        }
        return this;
    }
}
