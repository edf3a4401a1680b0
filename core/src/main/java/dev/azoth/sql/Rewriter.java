package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Replaces nodes of a tree. The tree stays as it is: what is above a replaced node is made anew, and the rest is shared.
 *
 * <pre>{@code
 * Select<Row> taxed = Rewriter.rewrite(query, node -> node.equals(order.total) ? order.total.plus(order.tax) : null);
 * }</pre>
 *
 * <p>A {@link Shared} node is made anew once, and its columns follow it. A table can be replaced by another thing in FROM; its columns
 * are nodes of their own.
 */
public final class Rewriter {
    private final Function<? super Node, ? extends @Nullable Node> replacement;
    private final UnaryOperator<Node> finish;
    private final IdentityHashMap<Node, Node> known = new IdentityHashMap<>();

    private Rewriter(Function<? super Node, ? extends @Nullable Node> replacement, UnaryOperator<Node> finish) {
        this.replacement = replacement;
        this.finish = finish;
    }

    /** A node of another layer that knows how to be made of other parts; one that does not cannot have parts that change. */
    public interface Remade extends Node {
        /**
         * This node with its parts rewritten; itself if none changed.
         *
         * @param part gives what a part becomes
         */
        Node remade(UnaryOperator<Node> part);
    }

    /**
     * Rewrites a tree.
     *
     * @param replacement gives for each node, from the root on, what stands in its place, into which the rewriting does not look; null to
     *     look into the node itself
     * @throws InvalidRequestException if a node cannot have in it what it would get: because that is of another kind, or because it is a
     *     node of somebody's own that is no public record
     */
    public static <N extends Node> N rewrite(N tree, Function<? super Node, ? extends @Nullable Node> replacement) {
        return run(tree, new Rewriter(replacement, UnaryOperator.identity()));
    }

    /**
     * Rewrites a tree from its leaves on.
     *
     * @param finish is given each node when its parts have been through it, and gives what stands in its place
     */
    public static <N extends Node> N rewriteUpwards(N tree, UnaryOperator<Node> finish) {
        return run(tree, new Rewriter(node -> null, finish));
    }

    private static <N extends Node> N run(N tree, Rewriter by) {
        try {
            return by.node(tree);
        } catch (ClassCastException e) {
            throw new InvalidRequestException(
                    "a node was replaced by one that cannot stand there: " + e.getMessage(), e);
        }
    }

    /**
     * Gives values to {@linkplain Sql#parameter parameters} and {@linkplain Sql#listParameter lists} of a statement; the others are given when it runs.
     *
     * @throws InvalidRequestException if the statement has no parameter of a name, or a value is of another class
     */
    public static <S extends Statement<?>> S parameters(S statement, Map<String, ?> values) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        S bound = rewrite(statement, node -> {
            String name = node instanceof Parameter<?> parameter
                    ? parameter.parameterName()
                    : node instanceof ListParameter<?> list ? list.parameterName() : null;
            if (name == null || !values.containsKey(name)) {
                return null;
            }
            unknown.remove(name);
            Object value = values.get(name);
            return node instanceof Parameter<?> parameter
                    ? bound(parameter, value)
                    : ((ListParameter<?>) node).values(value);
        });
        if (!unknown.isEmpty()) {
            throw new InvalidRequestException("the statement has no parameters " + unknown);
        }
        return bound;
    }

    private static <T> Bind<T> bound(Parameter<T> parameter, @Nullable Object value) {
        Class<T> type = parameter.type().javaType();
        if (value != null && !type.isInstance(value)) {
            throw new InvalidRequestException("the parameter " + parameter.parameterName() + " takes " + type.getName()
                    + ", not " + value.getClass().getName());
        }
        return new Bind<>(parameter.type(), type.cast(value));
    }

    /** The same replacements, apart from what nodes became so far; for a node that has to be looked through before it is made. */
    Rewriter apart() {
        Rewriter apart = new Rewriter(replacement, finish);
        apart.known.putAll(known);
        return apart;
    }

    /** Says what a node becomes, before that is finished. */
    void know(Shared node, Shared made) {
        known.put(node, made);
    }

    /** Whether two are one object: nodes that are equal may have other values in them. */
    static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    /** A node, rewritten; the same if nothing changed. */
    @SuppressWarnings("unchecked") // a node becomes one of its class, or what the caller put in its place
    <N extends Node> N node(N node) {
        Node made = replacement.apply(node);
        if (made == null) {
            made = known.get(node);
        }
        if (made == null) {
            made = finish.apply(made(node));
            if (node instanceof Shared) {
                known.put(node, made);
            }
        }
        return (N) made;
    }

    /** A part that may be missing. */
    <N extends Node> @Nullable N optional(@Nullable N node) {
        return node == null ? null : node(node);
    }

    /** Parts, rewritten; the same list if nothing changed. */
    <N extends Node> List<N> nodes(List<? extends N> nodes) {
        return list(nodes);
    }

    @SuppressWarnings("unchecked") // nodes become what they are put for; see node
    private <E> List<E> list(List<?> before) {
        boolean changed = false;
        List<Object> after = new ArrayList<>(before.size());
        for (Object each : before) {
            Object made = part(each);
            after.add(made);
            changed |= made != each;
        }
        return (List<E>) (changed ? after : before);
    }

    /** What a component of a record becomes: nodes in it, also within lists and maps, are rewritten. */
    @Nullable
    Object part(@Nullable Object part) {
        if (part instanceof Node node) {
            return node(node);
        } else if (part instanceof List<?> list) {
            return list(list);
        } else if (part instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> after = new LinkedHashMap<>();
            map.forEach((key, value) -> after.put(key, part(value)));
            return map.entrySet().stream().allMatch(entry -> entry.getValue() == after.get(entry.getKey()))
                    ? map
                    : after;
        }
        return part;
    }

    private Node made(Node node) {
        if (node instanceof Select<?> select) {
            return select.rewritten(this);
        } else if (node instanceof CompoundSelect<?> compound) {
            return compound.rewritten(this);
        } else if (node instanceof TextQuery<?> text) {
            return text.rewritten(this);
        } else if (node instanceof Subquery subquery) {
            return subquery.rewritten(this);
        } else if (node instanceof CommonTableExpression table) {
            return table.rewritten(this);
        } else if (node instanceof Alias alias) {
            return alias.rewritten(this);
        } else if (node instanceof ValuesTable values) {
            return values.rewritten(this);
        } else if (node instanceof TableFunction function) {
            return function.rewritten(this);
        } else if (node instanceof JsonTable table) {
            return table.rewritten(this);
        } else if (node instanceof Nested<?, ?> nested) {
            return nested.rewritten(this);
        } else if (node instanceof Insert<?> insert) {
            return insert.rewritten(this);
        } else if (node instanceof Update<?> update) {
            return update.rewritten(this);
        } else if (node instanceof Delete<?> delete) {
            return delete.rewritten(this);
        } else if (node instanceof Merge<?> merge) {
            return merge.rewritten(this);
        } else if (node instanceof Remade other) {
            return other.remade(this::node);
        } else if (node instanceof Record && RecordParts.isOpen(node.getClass())) {
            return RecordParts.rewritten(node, this);
        }
        PartsOfOthers.check(node, this);
        return node;
    }
}
