package dev.azoth.orm.loading;

import dev.azoth.orm.EntityPath;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Label;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A program's query as it is sent: with the columns of what is joined, and inside another one where a join would break its LIMIT.
 *
 * @param statement  what is sent
 * @param parts      what was selected, in order
 * @param multiplied whether a row of what was selected comes several times, because a collection is joined
 */
record EntityQuery(Query<?> statement, List<Part> parts, boolean multiplied) {
    private static final String WRAPPED = "page";

    /**
     * A thing that was selected.
     *
     * @param node  the entity; empty for a column
     * @param place the position of its first column in the row, from 0
     */
    record Part(Optional<EntityNode> node, int place) {}

    static EntityQuery of(Query<?> query, LoadRun run, Function<EntityPath<?>, Branch> branches) {
        List<Part> parts = new ArrayList<>();
        List<Selectable<?>> selection = new ArrayList<>();
        List<EntityNode> nodes = new ArrayList<>();
        int place = 0;
        for (Selectable<?> each : query.selection()) {
            if (each instanceof EntityPath<?> path) {
                Level level = run.level(branches.apply(path));
                EntityColumns columns = EntityColumns.of(level.branch().plan().layout(), path.fromItem());
                EntityNode node = new EntityNode(level, columns, place);
                nodes.add(node);
                parts.add(new Part(Optional.of(node), place));
                selection.add(columns);
            } else {
                parts.add(new Part(Optional.empty(), place));
                selection.add(each);
            }
            place += selection.get(selection.size() - 1).expressions().size();
        }
        if (!(query instanceof Select<?> select)) {
            return new EntityQuery(query, parts, false);
        }
        Select<?> plain = select.withSelection(selection.toArray(Selectable[]::new));
        if (select.lock().isPresent()) {
            // A lock goes with the rows that were asked for, and not every database locks one side of an outer join
            return new EntityQuery(plain, parts, false);
        }
        nodes.forEach(each -> {
            EntityNode asSelected = new EntityNode(each.level(), each.columns(), each.place());
            each.level().foundBy(() -> OwnerKeys.of(plain, asSelected));
        });
        JoinedLoads joins = JoinedLoads.of(run, nodes, nodes.size() == parts.size());
        if (!joins.isAny()) {
            return new EntityQuery(plain, parts, false);
        }
        if (!mustWrap(select, joins)) {
            return new EntityQuery(joins.join(plain, selection), parts, joins.multiplies());
        }
        List<Selectable<?>> outside = new ArrayList<>();
        Select<?> wrapped = wrap(plain, selection, parts, outside);
        return new EntityQuery(joins.join(wrapped, outside), parts, joins.multiplies());
    }

    private static boolean mustWrap(Select<?> select, JoinedLoads joins) {
        boolean whole = select.limit().isPresent() || select.offset().isPresent() || select.isDistinct();
        return (whole && joins.multiplies())
                || !select.groupBy().isEmpty()
                || select.from().size() > 1;
    }

    /** Puts a query inside another, which selects and sorts the same; its entities are read from there. */
    private static Select<?> wrap(
            Select<?> query, List<Selectable<?>> selection, List<Part> parts, List<Selectable<?>> outside) {
        List<Expression<?>> inside = new ArrayList<>();
        selection.forEach(each -> inside.addAll(each.expressions()));
        List<Selectable<?>> withSortKeys = new ArrayList<>(selection);
        List<Integer> sortKeys = new ArrayList<>();
        for (Ordering each : query.orderBy()) {
            int found = find(inside, each.expression());
            sortKeys.add(found < 0 ? inside.size() : found);
            if (found < 0) {
                inside.add(each.expression());
                withSortKeys.add(each.expression());
            }
        }
        boolean whole = query.limit().isEmpty() && query.offset().isEmpty();
        Subquery page = (whole ? query.unordered() : query)
                .withSelection(withSortKeys.toArray(Selectable[]::new))
                .subquery(WRAPPED);
        for (int i = 0; i < parts.size(); i++) {
            int from = parts.get(i).place();
            List<? extends Expression<?>> columns = page.columns()
                    .subList(from, from + selection.get(i).expressions().size());
            if (parts.get(i).node().isPresent()) {
                EntityNode node = parts.get(i).node().get();
                node.readFrom(EntityColumns.of(node.plan().layout(), columns), from);
                outside.add(node.columns());
            } else {
                outside.add(columns.get(0));
            }
        }
        List<Ordering> order = new ArrayList<>();
        for (int i = 0; i < sortKeys.size(); i++) {
            Ordering inner = query.orderBy().get(i);
            order.add(new Ordering(page.columns().get(sortKeys.get(i)), inner.descending(), inner.nulls()));
        }
        return Sql.select(outside).from(page).orderBy(order.toArray(Ordering[]::new));
    }

    private static int find(List<Expression<?>> selected, Expression<?> sortKey) {
        for (int i = 0; i < selected.size(); i++) {
            Expression<?> each = selected.get(i);
            if (each.equals(sortKey)
                    || (each instanceof Label<?> label && label.expression().equals(sortKey))) {
                return i;
            }
        }
        return -1;
    }
}
