package dev.azoth.sql;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A walk through a tree, from a node to its parts and on to theirs. What is {@link Shared} is entered once, wherever it stands: a recursive query
 * stands in itself.
 *
 * <pre>{@code
 * Traversal.walk(statement, node -> {
 *     if (node instanceof NamedTable table) {
 *         tables.add(table);
 *     }
 *     return !(node instanceof Query); // not into subqueries
 * });
 * }</pre>
 *
 * <p>Not safe for more than one thread.
 */
public abstract class Traversal implements Structure {
    private @Nullable Set<Node> entered;

    /** For walks that keep what they find. */
    protected Traversal() {}

    /**
     * Walks through a tree.
     *
     * @param meeting is given each node, the root first, and tells whether to go on into its parts
     */
    public static void walk(Node tree, Predicate<? super Node> meeting) {
        new Traversal() {
            @Override
            protected boolean meet(Node node) {
                return meeting.test(node);
            }
        }.node(tree);
    }

    /**
     * Meets a node.
     *
     * @return whether to go on into its parts
     */
    protected abstract boolean meet(Node node);

    @Override
    public final Structure node(@Nullable Node part) {
        if (part != null && meet(part) && (!(part instanceof Shared) || isNew(part))) {
            part.describe(this);
        }
        return this;
    }

    private boolean isNew(Node part) {
        if (entered == null) {
            entered = Collections.newSetFromMap(new IdentityHashMap<>());
        }
        return entered.add(part);
    }

    @Override
    public final Structure nodes(List<? extends Node> parts) {
        for (int i = 0; i < parts.size(); i++) {
            node(parts.get(i));
        }
        return this;
    }

    @Override
    public final Structure value(@Nullable Object part) {
        return this;
    }

    @Override
    public Structure bind(Bind<?> bind) {
        return this;
    }

    @Override
    public Structure expanding(Listed<?> list) {
        return this;
    }
}
