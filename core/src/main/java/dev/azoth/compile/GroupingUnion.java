package dev.azoth.compile;

import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Export;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Grouping;
import dev.azoth.sql.Node;
import dev.azoth.sql.Query;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TextFragment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query with several groupings as one query for each, all joined by UNION ALL.
 *
 * <p>What a grouping leaves out is null in its query, but in the arguments of aggregates, which see the rows as they are.
 */
final class GroupingUnion {
    private final QueryRenderer renderer;
    private final SqlWriter out;
    private final Select<?> query;
    private final Grouping grouping;

    private GroupingUnion(Select<?> query, Grouping grouping, QueryRenderer renderer, SqlWriter out) {
        this.query = query;
        this.grouping = grouping;
        this.renderer = renderer;
        this.out = out;
    }

    /**
     * Writes it so.
     *
     * @param query a query without order, limit and conditions on windows
     */
    static Query<?> of(Select<?> query, Grouping grouping, QueryRenderer renderer, SqlWriter out) {
        GroupingUnion union = new GroupingUnion(query, grouping, renderer, out);
        union.check();
        List<Query<Object>> parts = new ArrayList<>();
        union.sets().forEach(set -> parts.add(union.part(set)));
        return query.isDistinct() && parts.size() > 1 ? Sql.union(parts) : Sql.unionAll(parts);
    }

    private static boolean isGrouping(Node node) {
        return node instanceof FunctionCall<?> call && call.function().equals("grouping");
    }

    private void check() {
        if (!query.extensions().isEmpty()) {
            throw out.unsupported(grouping.kind().sql() + " beside clauses of one's own");
        }
        List<Node> after = new ArrayList<>(query.selection());
        query.having().ifPresent(after::add);
        for (Node part : after) {
            Rewriter.rewrite(part, node -> {
                if (node instanceof TextFragment text && !text.pieces().equals(List.of("*"))) {
                    throw out.unsupported(grouping.kind().sql() + " beside SQL text, whose columns it does not know");
                } else if (node instanceof FunctionCall<?> call
                        && call.aggregation().over() != null) {
                    throw out.unsupported(grouping.kind().sql() + " beside a window function");
                }
                return null;
            });
        }
    }

    private List<List<Expression<?>>> sets() {
        List<Expression<?>> all = grouping.sets().get(0);
        List<List<Expression<?>>> sets = new ArrayList<>();
        switch (grouping.kind()) {
            case SETS -> sets.addAll(grouping.sets());
            case ROLLUP -> {
                for (int size = all.size(); size >= 0; size--) {
                    sets.add(all.subList(0, size));
                }
            }
            case CUBE -> {
                for (int choice = (1 << all.size()) - 1; choice >= 0; choice--) {
                    sets.add(chosen(all, choice));
                }
            }
        }
        return sets;
    }

    private static List<Expression<?>> chosen(List<Expression<?>> all, int choice) {
        List<Expression<?>> set = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((choice >> (all.size() - 1 - i) & 1) == 1) {
                set.add(all.get(i));
            }
        }
        return set;
    }

    @SuppressWarnings("unchecked") // what a row yields does not matter to how the query is written
    private Query<Object> part(List<Expression<?>> set) {
        List<Expression<?>> present = new ArrayList<>(query.groupBy());
        present.addAll(set);
        List<Selectable<?>> selection = new ArrayList<>();
        boolean aggregates = false;
        for (Export export : query.exports()) {
            selection.add(instead(export.expression(), present));
            aggregates |= hasAggregate(export.expression());
        }
        Select<?> part;
        if (present.isEmpty() && !aggregates) {
            // a group of all rows, also of none: what makes it one must not be seen
            selection.add(Sql.count().as("azoth_rows"));
            Subquery one = grouped(selection, present).subquery();
            part = Sql.select(one.columns().subList(0, selection.size() - 1)).from(one);
        } else {
            part = grouped(selection, present);
        }
        part = query.isDistinct() ? part.distinct() : part;
        return (Query<Object>) (Query<?>) ExportNames.keep(query, part);
    }

    private Select<?> grouped(List<Selectable<?>> selection, List<Expression<?>> present) {
        Select<?> part = Sql.select(selection)
                .with(query.with().toArray(CommonTableExpression[]::new))
                .hints(query.hints())
                .from(query.from().toArray(FromItem[]::new));
        part = query.where().isPresent() ? part.where(query.where().get()) : part;
        part = part.groupBy(present.toArray(Expression<?>[]::new));
        Condition having = query.having().orElse(null);
        return having == null ? part : part.having(instead(having, present));
    }

    private <N extends Node> N instead(N tree, List<Expression<?>> present) {
        return Rewriter.rewrite(tree, node -> replaced(node, present));
    }

    private @Nullable Node replaced(Node node, List<Expression<?>> present) {
        if (node instanceof Expression<?> key && grouping.expressions().contains(key) && !present.contains(key)) {
            return renderer.nullOf(key.type());
        } else if (node instanceof FunctionCall<?> call && isGrouping(call)) {
            int bits = 0;
            for (Expression<?> argument : call.arguments()) {
                bits = bits * 2 + (present.contains(argument) ? 0 : 1);
            }
            return Sql.literal(bits);
        } else if (node instanceof FunctionCall<?> call && call.isAggregate()) {
            return node;
        }
        return null;
    }

    private static boolean hasAggregate(Expression<?> expression) {
        boolean[] found = {false};
        Rewriter.rewrite(expression, node -> {
            found[0] |= node instanceof FunctionCall<?> call && call.isAggregate();
            return node instanceof Query ? node : null;
        });
        return found[0];
    }
}
