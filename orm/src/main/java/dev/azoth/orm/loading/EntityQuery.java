package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.GivenExpression;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.Construct;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Label;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Query;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program's query as it is sent: with the columns of what is joined, and inside another one where a join would break its LIMIT.
 *
 * @param asked      the program's
 * @param statement  what is sent
 * @param parts      what was selected, in order; of a construct its parts
 * @param multiplied whether a row of what was selected comes several times, because a collection is joined
 */
record EntityQuery(Query<?> asked, Query<?> statement, List<Part> parts, boolean multiplied) {
    private static final String WRAPPED = "page";

    /**
     * A thing that was selected.
     *
     * @param selected what is sent for it
     * @param node     the entity; empty for a column or a nested query
     * @param asked    whether the program asked for it, and not an option
     * @param place    the position of its first column among those of what is sent, from 0
     */
    record Part(Selectable<?> selected, Optional<EntityNode> node, boolean asked, int place) {
        int width() {
            return selected.expressions().size();
        }
    }

    /** What is selected, within constructs too. */
    static List<Selectable<?>> leaves(List<? extends Selectable<?>> selection) {
        List<Selectable<?>> leaves = new ArrayList<>();
        for (Selectable<?> each : selection) {
            if (each instanceof Construct<?> construct) {
                leaves.addAll(leaves(construct.parts()));
            } else {
                leaves.add(each);
            }
        }
        return leaves;
    }

    /** The entities that a query selects. */
    static List<EntityMapping<?>> roots(Query<?> query) {
        List<EntityMapping<?>> entities = new ArrayList<>();
        for (Selectable<?> each : leaves(query.selection())) {
            if (each instanceof EntityPath<?> path) {
                entities.add(EntityMapping.of(path.javaType()));
            }
        }
        return entities;
    }

    /**
     * A query as it is sent.
     *
     * @param streamed whether its rows are read some at a time, so that none of them may be repeated, nor the query within another
     */
    static EntityQuery of(Query<?> query, QueryLoad load, boolean streamed) {
        LoadRun run = load.run();
        List<Part> parts = new ArrayList<>();
        List<Selectable<?>> selection = new ArrayList<>();
        List<EntityNode> nodes = new ArrayList<>();
        int place = 0;
        for (Selectable<?> each : leaves(query.selection())) {
            Optional<EntityNode> node = Optional.empty();
            Selectable<?> selected = each;
            if (each instanceof EntityPath<?> path) {
                Level level = run.level(load.branches().apply(path));
                EntityColumns columns = EntityColumns.of(level.branch().plan().layout(), path, given(query, path));
                node = Optional.of(new EntityNode(level, columns, place));
                node.ifPresent(nodes::add);
                selected = columns;
            }
            parts.add(new Part(selected, node, true, place));
            selection.add(selected);
            place += selected.expressions().size();
        }
        if (!(query instanceof Select<?> select)) {
            return new EntityQuery(query, query, parts, false);
        }
        // A lock goes with the rows that were asked for, and not every database locks one side of an outer join
        boolean locked = select.lock().isPresent();
        leaves(query.selection()).stream()
                .filter(EntityPath.class::isInstance)
                .forEach(each -> LockedRows.check(select, (EntityPath<?>) each));
        JoinedLoads joins = JoinedLoads.of(run, nodes, !streamed && nodes.size() == parts.size(), locked);
        for (EntityNode.Joined each : joins.contained()) {
            EntityColumns columns = contained(each, select);
            each.node().readFrom(columns, place);
            parts.add(new Part(columns, Optional.of(each.node()), false, place));
            selection.add(columns);
            place += columns.expressions().size();
        }
        Select<?> plain = ChosenRows.reading(select).withSelection(selection.toArray(Selectable[]::new));
        if (!locked && !streamed) {
            nodes.forEach(each -> {
                EntityNode asSelected = new EntityNode(each.level(), each.columns(), each.place());
                each.level().foundBy(() -> OwnerKeys.of(plain, asSelected));
            });
        }
        boolean repeated =
                joins.repeats() && parts.stream().allMatch(each -> each.node().isPresent());
        if (!joins.isAny()) {
            return new EntityQuery(query, locked ? LockedRows.of(plain) : plain, parts, repeated);
        }
        if (!mustWrap(select, joins)) {
            return new EntityQuery(query, joins.join(plain, selection), parts, repeated);
        }
        List<Selectable<?>> outside = new ArrayList<>();
        Select<?> wrapped = wrap(plain, selection, parts, outside);
        return new EntityQuery(query, joins.join(wrapped, outside), parts, repeated);
    }

    /** The columns of what the program's query joins itself: were it not there, the rows would be those of a product. */
    private static EntityColumns contained(EntityNode.Joined joined, Select<?> query) {
        EntityPath<?> there = joined.step().there().orElseThrow();
        boolean isThere =
                query.from().stream().flatMap(each -> each.items().stream()).anyMatch(there.fromItem()::equals);
        if (!isThere) {
            throw new InvalidRequestException("containsEager(" + joined.step().relationship() + ") reads " + there
                    + " from the query, which does not have it: join it, or load it with selectinload");
        }
        return EntityColumns.of(joined.node().plan().layout(), there, given(query, there));
    }

    /** The expressions that an option of the query gives for an entity's columns. */
    private static Map<Column<?>, Expression<?>> given(Query<?> query, EntityPath<?> path) {
        Map<Column<?>, Expression<?>> given = new HashMap<>();
        if (query instanceof Select<?> select) {
            for (QueryOption each : select.options()) {
                if (each instanceof GivenExpression expression
                        && expression.path().equals(path)) {
                    given.put(expression.column(), expression.expression());
                }
            }
        }
        return given;
    }

    private static boolean mustWrap(Select<?> select, JoinedLoads joins) {
        return (joins.multiplies() && (ChosenRows.isChosen(select) || ChosenRows.isSortedByWindows(select)))
                || ChosenRows.isGrouped(select)
                || select.from().size() > 1;
    }

    /** Puts a query inside another, which selects and sorts the same; its entities are read from there. */
    private static Select<?> wrap(
            Select<?> query, List<Selectable<?>> selection, List<Part> parts, List<Selectable<?>> outside) {
        List<Expression<?>> inside = new ArrayList<>();
        selection.forEach(each -> inside.addAll(each.expressions()));
        List<Selectable<?>> withSortKeys = new ArrayList<>();
        selection.forEach(
                each -> withSortKeys.addAll(each instanceof Nested<?, ?> ? each.expressions() : List.of(each)));
        List<Integer> sortKeys = new ArrayList<>();
        for (Ordering each : query.orderBy()) {
            int found = find(inside, each.expression());
            sortKeys.add(found < 0 ? inside.size() : found);
            if (found < 0) {
                inside.add(each.expression());
                withSortKeys.add(each.expression());
            }
        }
        Subquery page = (ChosenRows.isByOrder(query) ? query : query.unordered())
                .withSelection(withSortKeys.toArray(Selectable[]::new))
                .subquery(WRAPPED);
        for (int i = 0; i < parts.size(); i++) {
            int from = parts.get(i).place();
            List<? extends Expression<?>> columns =
                    page.columns().subList(from, from + parts.get(i).width());
            if (parts.get(i).node().isPresent()) {
                EntityNode node = parts.get(i).node().get();
                node.readFrom(EntityColumns.of(node.plan().layout(), columns), from);
                outside.add(node.columns());
            } else if (selection.get(i) instanceof Nested<?, ?> nested) {
                outside.add(nested.withOwnerKeys(columns));
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
