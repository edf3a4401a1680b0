package dev.azoth.compile;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Join;
import dev.azoth.sql.Node;
import dev.azoth.sql.Query;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query with FULL JOIN as one without it: the join is a subquery of the rows of a LEFT JOIN, and of those of the right side that it lacks.
 *
 * <p>A row of the right side is lacking if no row of the left meets it, whatever its columns are: NOT EXISTS tells that, a null in a column would not.
 */
final class FullJoinUnion {
    private final QueryRenderer renderer;
    private final SqlWriter out;
    private final Select<?> query;
    private final List<Joined> joins = new ArrayList<>();

    /** A join that becomes a subquery, which has those columns of both sides that are used. */
    private record Joined(Join join, List<ColumnReference<?>> used, Subquery rows) {
        boolean has(ColumnReference<?> column) {
            return used.stream().anyMatch(each -> isSame(each, column));
        }

        ColumnReference<?> replaced(ColumnReference<?> column) {
            for (int i = 0; i < used.size(); i++) {
                if (isSame(used.get(i), column)) {
                    return rows.get(rows.columns().get(i).name(), column.type());
                }
            }
            throw new IllegalStateException(column + " is not in the join");
        }
    }

    private FullJoinUnion(QueryRenderer renderer, SqlWriter out, Select<?> query) {
        this.renderer = renderer;
        this.out = out;
        this.query = query;
    }

    static boolean isIn(Select<?> query) {
        return query.from().stream().anyMatch(FullJoinUnion::isIn);
    }

    private static boolean isIn(FromItem item) {
        return item instanceof Join join && (join.kind() == Join.Kind.FULL || isIn(join.left()) || isIn(join.right()));
    }

    static Select<?> of(Select<?> query, QueryRenderer renderer, SqlWriter out) {
        FullJoinUnion union = new FullJoinUnion(renderer, out, query);
        query.from().forEach(union::find);
        Set<FromItem> gone = new HashSet<>();
        union.joins.forEach(joined -> gone.addAll(joined.join().items()));
        return ExportNames.keep(query, Rewriter.rewrite(query, node -> union.replaced(node, query, gone)));
    }

    private void find(FromItem item) {
        if (item instanceof Join join && join.kind() == Join.Kind.FULL) {
            joins.add(joined(join));
        } else if (item instanceof Join join) {
            find(join.left());
            find(join.right());
        }
    }

    /** What an expression reads from a side of a join, it reads from the subquery; unless a query inside has that side itself. */
    private @Nullable Node replaced(Node node, Select<?> whole, Set<FromItem> gone) {
        if (node instanceof ColumnReference<?> column && gone.contains(column.table())) {
            return joins.stream()
                    .filter(joined -> joined.has(column))
                    .findFirst()
                    .<Node>map(joined -> joined.replaced(column))
                    .orElse(node);
        } else if (node instanceof Join join) {
            return joins.stream()
                    .filter(joined -> joined.join().equals(join))
                    .findFirst()
                    .map(Joined::rows)
                    .orElse(null);
        } else if (node instanceof Select<?> inner && inner != whole) {
            Set<FromItem> outside = new HashSet<>(gone);
            inner.from().forEach(item -> item.items().forEach(outside::remove));
            return outside.size() == gone.size()
                    ? null
                    : Rewriter.rewrite(inner, each -> each == inner ? null : replaced(each, inner, outside));
        }
        return null;
    }

    private Joined joined(Join join) {
        List<FromItem> items = join.items();
        Condition on = join.condition();
        if (on == null || !readsOnly(items, on)) {
            throw out.unsupported("FULL JOIN by a condition that reads more than its two sides");
        }
        List<ColumnReference<?>> used = used(join, items);
        List<Expression<?>> lacking = new ArrayList<>();
        for (ColumnReference<?> column : used) {
            lacking.add(join.left().items().contains(column.table()) ? renderer.nullOf(column.type()) : column);
        }
        Select<?> met = Sql.select(used).from(new Join(join.left(), join.right(), Join.Kind.LEFT, on));
        Select<?> rest = Sql.select(lacking)
                .from(join.right())
                .where(Sql.select(Sql.literal(1)).from(join.left()).where(on).notExists());
        return new Joined(join, used, unionAll(met, rest).subquery());
    }

    @SuppressWarnings("unchecked") // what a row yields does not matter in FROM
    private static Query<?> unionAll(Query<?> first, Query<?> second) {
        return ((Query<Object>) first).unionAll((Query<Object>) second);
    }

    private static boolean readsOnly(List<FromItem> items, Condition condition) {
        return columnsIn(condition, null).stream().allMatch(column -> items.contains(column.table()));
    }

    /** The columns of the join that the query uses, in their order; at least one. */
    private List<ColumnReference<?>> used(Join join, List<FromItem> items) {
        List<ColumnReference<?>> mentioned = columnsIn(query, join);
        List<ColumnReference<?>> used = new ArrayList<>();
        for (ColumnReference<?> column : join.columns()) {
            if (items.contains(column.table()) && mentioned.stream().anyMatch(each -> isSame(each, column))) {
                used.add(column);
            }
        }
        return used.isEmpty() ? List.of(join.columns().get(0)) : used;
    }

    private static boolean isSame(ColumnReference<?> one, ColumnReference<?> other) {
        return one.name().equals(other.name()) && one.table().equals(other.table());
    }

    private static List<ColumnReference<?>> columnsIn(Node tree, @Nullable Node without) {
        List<ColumnReference<?>> found = new ArrayList<>();
        Rewriter.rewrite(tree, node -> {
            if (node instanceof ColumnReference<?> column) {
                found.add(column);
                return node;
            }
            return node == without ? node : null;
        });
        return found;
    }
}
