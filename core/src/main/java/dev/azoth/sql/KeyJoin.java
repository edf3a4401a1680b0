package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The condition of a join that follows a foreign key. */
final class KeyJoin {
    /** A table in FROM with the columns that it has there. */
    private record Leaf(NamedTable table, FromItem item) {
        ColumnReference<?> column(ColumnReference<?> of) {
            return item instanceof NamedFrom named ? named.get(of) : of;
        }
    }

    private record Found(String key, Condition condition) {}

    private KeyJoin() {}

    /**
     * Compares the columns of the only foreign key between tables of both sides.
     *
     * @throws InvalidRequestException if there is none, or more than one
     */
    static Condition of(FromItem left, FromItem right) {
        List<Found> found = new ArrayList<>();
        for (Leaf one : leaves(left)) {
            for (Leaf other : leaves(right)) {
                collect(one, other, found);
                collect(other, one, found);
            }
        }
        if (found.size() == 1) {
            return found.get(0).condition();
        }
        String sides = names(left) + " and " + names(right);
        throw new InvalidRequestException(
                found.isEmpty()
                        ? "no foreign key leads between " + sides + ": say what to join on"
                        : "several foreign keys lead between " + sides + ": say what to join on\n  "
                                + found.stream().map(Found::key).collect(Collectors.joining("\n  ")));
    }

    private static void collect(Leaf from, Leaf to, List<Found> found) {
        for (KeyReference key : from.table().references()) {
            if (key.target() == to.table()) {
                List<Condition> equal = new ArrayList<>();
                for (int i = 0; i < key.columns().size(); i++) {
                    equal.add(new Comparison(
                            from.column(key.columns().get(i)),
                            Operator.EQ,
                            to.column(key.targets().get(i))));
                }
                found.add(new Found(key.name(), Junction.of(Operator.AND, equal)));
            }
        }
    }

    private static List<Leaf> leaves(FromItem item) {
        if (item instanceof Join join) {
            List<Leaf> all = new ArrayList<>(leaves(join.left()));
            all.addAll(leaves(join.right()));
            return all;
        }
        FromItem source = item;
        while (source instanceof Alias alias) {
            source = alias.source();
        }
        NamedTable table =
                source instanceof NamedTable named ? named : source instanceof TableAlias alias ? alias.table() : null;
        return table == null ? List.of() : List.of(new Leaf(table, item));
    }

    private static String names(FromItem item) {
        if (item instanceof Join join) {
            return names(join.left()) + ", " + names(join.right());
        }
        return item instanceof NamedTable table
                ? table.name()
                : item instanceof NamedFrom named && !named.name().isEmpty() ? named.name() : item.toString();
    }
}
