package dev.azoth.compile;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Join;
import dev.azoth.sql.JsonTable;
import dev.azoth.sql.Junction;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Operator;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.Select;
import dev.azoth.sql.Statement;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TableFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds queries and changes that pair every row of one table with every row of another, because no condition connects the two.
 *
 * <p>A join connects its sides whatever its condition is, since somebody wrote it; {@code from(a, b)} does not. A lateral subquery and a function are
 * connected with all that stands before them.
 */
public final class CartesianProduct {
    private final List<Set<FromItem>> groups = new ArrayList<>();

    private CartesianProduct() {}

    /** What is wrong with the first such query in a statement. */
    public static Optional<String> in(Statement<?> statement) {
        List<String> found = new ArrayList<>();
        if (statement instanceof RowChange<?> change && !change.from().isEmpty()) {
            List<FromItem> all = new ArrayList<>(List.of(change.table()));
            all.addAll(change.from());
            message(all, change.where(), "say in where(…) which belong together")
                    .ifPresent(found::add);
        }
        for (Select<?> select : Reads.of(statement).joining()) {
            message(select.from(), select.where(), "join them, or say crossJoin(…)")
                    .ifPresent(found::add);
        }
        return found.stream().findFirst();
    }

    private static Optional<String> message(List<FromItem> from, Optional<Condition> where, String wayOut) {
        CartesianProduct product = new CartesianProduct();
        product.read(from, where);
        return product.message(wayOut);
    }

    private void read(List<FromItem> from, Optional<Condition> where) {
        for (FromItem item : from) {
            Set<FromItem> group = new HashSet<>(item.items());
            if (item.items().stream().anyMatch(CartesianProduct::readsOthers)) {
                groups.forEach(group::addAll);
            }
            connect(group);
        }
        from.forEach(this::conditions);
        where.ifPresent(this::condition);
    }

    private static boolean readsOthers(FromItem item) {
        return item instanceof TableFunction
                || item instanceof JsonTable
                || (item instanceof Subquery subquery && subquery.isLateral());
    }

    private void conditions(FromItem item) {
        if (item instanceof Join join) {
            conditions(join.left());
            conditions(join.right());
            if (join.condition() != null) {
                condition(join.condition());
            }
        }
    }

    private void condition(Condition condition) {
        if (condition instanceof Junction all && all.operator().equals(Operator.AND)) {
            all.operands().forEach(this::condition);
            return;
        }
        Set<FromItem> read = Reads.of(condition).columns().stream()
                .map(ColumnReference::table)
                .collect(Collectors.toSet());
        Set<FromItem> own =
                groups.stream().flatMap(Set::stream).filter(read::contains).collect(Collectors.toSet());
        if (own.size() > 1) {
            connect(own);
        }
    }

    /** Makes one group of all those that have one of these. */
    private void connect(Set<FromItem> items) {
        Set<FromItem> whole = new HashSet<>(items);
        List<Set<FromItem>> met = groups.stream()
                .filter(group -> group.stream().anyMatch(items::contains))
                .toList();
        met.forEach(whole::addAll);
        groups.removeAll(met);
        groups.add(whole);
    }

    private Optional<String> message(String wayOut) {
        if (groups.size() < 2) {
            return Optional.empty();
        }
        String names = groups.stream()
                .map(group ->
                        group.stream().map(CartesianProduct::name).sorted().collect(Collectors.joining(", ")))
                .sorted()
                .collect(Collectors.joining(" and "));
        return Optional.of("no condition connects " + names
                + ", so every row of the one is paired with every row of the other: " + wayOut);
    }

    private static String name(FromItem item) {
        return item instanceof NamedTable table
                ? table.name()
                : item instanceof NamedFrom named && !named.name().isEmpty() ? named.name() : item.toString();
    }
}
