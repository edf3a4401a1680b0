package dev.azoth.proof;

import dev.azoth.sql.Expression;
import dev.azoth.sql.Node;
import dev.azoth.sql.Query;
import dev.azoth.sql.Traversal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A search through a tree, which does not go into its queries. */
final class Nodes extends Traversal {
    private final Predicate<Node> wanted;
    private boolean found;

    private Nodes(Predicate<Node> wanted) {
        this.wanted = wanted;
    }

    /** Whether one of these, or of their parts, is wanted. */
    static boolean any(List<? extends Node> nodes, Predicate<Node> wanted) {
        Nodes search = new Nodes(wanted);
        search.nodes(nodes);
        return search.found;
    }

    /** The number of its parts, and theirs. */
    static int count(Node node) {
        int[] number = {0};
        any(List.of(node), part -> {
            number[0]++;
            return false;
        });
        return number[0];
    }

    /** The expressions that it is made of, without those that have no value on a row, such as a list's. */
    static List<Expression<?>> operands(Expression<?> expression) {
        List<Expression<?>> operands = new ArrayList<>();
        any(List.of(expression), part -> {
            if (part instanceof Expression<?> operand && part != expression) {
                operands.add(operand);
            }
            return false;
        });
        return operands;
    }

    @Override
    protected boolean meet(Node node) {
        found |= !found && wanted.test(node);
        return !found && !(node instanceof Query);
    }
}
