package dev.azoth.compile;

import dev.azoth.sql.Bind;
import dev.azoth.sql.ListParameter;
import dev.azoth.sql.Listed;
import dev.azoth.sql.ListedValues;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Node;
import dev.azoth.sql.Shared;
import dev.azoth.sql.Structure;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a statement, which makes its cache key and gathers its values.
 *
 * <p>A value that stands in two places is one value with one number, and the key says so: else a statement with two values in the same
 * places would find a compiled form that reads the first one twice. In the same way a {@link Shared} node is walked once.
 */
public final class StatementWalk implements Structure {
    /** Above this number of values a map finds a repeated one; below, a look through the list is faster. */
    private static final int SMALL = 24;

    private final List<@Nullable Object> tokens = new ArrayList<>(64);
    private final List<Object> values = new ArrayList<>();
    private final List<Shared> shared = new ArrayList<>(4);
    private @Nullable IdentityHashMap<Object, Integer> numbers;
    private boolean cacheable = true;

    private StatementWalk() {}

    /** Walks through a statement. */
    public static StatementWalk of(Node statement) {
        StatementWalk walk = new StatementWalk();
        walk.node(statement);
        return walk;
    }

    /** The key. */
    public StatementKey key() {
        return new StatementKey(tokens.toArray());
    }

    @Override
    public Structure uncacheable() {
        cacheable = false;
        return this;
    }

    /** Whether the key says all that the text depends on. */
    public boolean isCacheable() {
        return cacheable;
    }

    /** Whether a name stands in the statement, in any case of letters, or in a text in it. */
    boolean mentions(String name) {
        return tokens.stream()
                .anyMatch(token -> token instanceof NamedTable table
                        ? table.name().equalsIgnoreCase(name)
                        : token instanceof String text
                                ? text.equalsIgnoreCase(name)
                                : token instanceof List<?> && token.toString().contains(name));
    }

    /** The values in the order of the walk: the value of a {@link Bind}, the list of {@link ListedValues}, and a {@link ListParameter} itself. */
    public @Nullable Object[] values() {
        @Nullable Object[] result = new Object[values.size()];
        for (int i = 0; i < result.length; i++) {
            Object holder = values.get(i);
            result[i] = holder instanceof Bind<?> bind
                    ? bind.value()
                    : holder instanceof ListedValues<?> list ? list.values() : holder;
        }
        return result;
    }

    /** The number of a {@link Bind} or a list of this very statement. */
    int number(Node value) {
        int number = find(value);
        if (number < 0) {
            throw new IllegalStateException("not described by its statement: " + value);
        }
        return number;
    }

    private int find(Object holder) {
        if (values.size() <= SMALL) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) == holder) {
                    return i;
                }
            }
            return -1;
        }
        if (numbers == null) {
            numbers = new IdentityHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                numbers.put(values.get(i), i);
            }
        }
        return numbers.getOrDefault(holder, -1);
    }

    private void add(Object holder) {
        if (numbers != null) {
            numbers.put(holder, values.size());
        }
        values.add(holder);
    }

    @Override
    public Structure node(@Nullable Node part) {
        if (part == null) {
            tokens.add(null);
        } else if (part instanceof Shared node) {
            shared(node);
        } else {
            tokens.add(part.getClass());
            part.describe(this);
        }
        return this;
    }

    private void shared(Shared node) {
        for (int i = 0; i < shared.size(); i++) {
            if (shared.get(i) == node) {
                tokens.add(i);
                return;
            }
        }
        shared.add(node);
        tokens.add(node.getClass());
        node.describe(this);
    }

    @Override
    public Structure nodes(List<? extends Node> parts) {
        tokens.add(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            node(parts.get(i));
        }
        return this;
    }

    @Override
    public Structure value(@Nullable Object part) {
        tokens.add(part);
        return this;
    }

    @Override
    public Structure bind(Bind<?> bind) {
        tokens.add(bind.type());
        return holder(bind);
    }

    @Override
    public Structure expanding(Listed<?> list) {
        tokens.add(list.type());
        return holder(list);
    }

    private Structure holder(Object holder) {
        int number = find(holder);
        tokens.add(number);
        if (number < 0) {
            add(holder);
        }
        return this;
    }
}
