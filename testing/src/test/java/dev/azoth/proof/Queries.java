package dev.azoth.proof;

import dev.azoth.sql.Alias;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.Export;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Join;
import dev.azoth.sql.ListedValues;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Node;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TableAlias;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of queries: clause after clause, in the standard's order. */
final class Queries {
    private final Evaluator evaluator;

    Queries(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    List<List<@Nullable Object>> rows(Query<?> query, @Nullable Scope outer) {
        if (query instanceof Select<?> select) {
            return select(select, outer);
        } else if (query instanceof CompoundSelect<?> compound) {
            return compound(compound, outer);
        }
        throw new IllegalStateException("no rule for " + query.getClass().getName());
    }

    private List<List<@Nullable Object>> select(Select<?> select, @Nullable Scope outer) {
        List<Scope> scopes = List.of(Scope.of(outer));
        for (FromItem item : select.from()) {
            scopes = crossed(scopes, rows(item, outer));
        }
        scopes = scopes.stream()
                .filter(row -> evaluator.isTrue(select.where().orElse(null), row))
                .toList();
        scopes = grouped(select, scopes, outer);
        List<Scope> all = scopes;
        List<Scope> peers = all.stream().map(row -> row.among(all)).toList();
        List<Expression<?>> selected = new ArrayList<>();
        for (Selectable<?> selectable : select.selection()) {
            selected.addAll(selectable.expressions());
        }
        List<Scope> sorted = new Order(evaluator, select.orderBy()).sorted(peers);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        sorted.forEach(row -> rows.add(evaluator.values(selected, row)));
        return range(select.isDistinct() ? distinct(rows) : rows, select.limit(), select.offset());
    }

    private List<Scope> grouped(Select<?> select, List<Scope> scopes, @Nullable Scope outer) {
        List<Node> parts = new ArrayList<>(select.selection());
        parts.addAll(select.orderBy());
        select.having().ifPresent(parts::add);
        if (select.groupBy().isEmpty() && !Aggregates.areIn(parts)) {
            return scopes;
        }
        if (Nodes.any(
                select.groupBy(),
                part -> part instanceof ListedValues<?> list && list.values().isEmpty())) {
            evaluator.meet(Fact.EMPTY_LISTS);
        }
        List<List<@Nullable Object>> keys = new ArrayList<>();
        List<List<Scope>> groups = new ArrayList<>();
        if (select.groupBy().isEmpty()) {
            keys.add(List.of());
            groups.add(new ArrayList<>());
        }
        for (Scope row : scopes) {
            List<@Nullable Object> key = evaluator.values(select.groupBy(), row);
            int index = 0;
            while (index < keys.size() && !Values.same(keys.get(index), key)) {
                index++;
            }
            if (index == keys.size()) {
                keys.add(key);
                groups.add(new ArrayList<>());
            }
            groups.get(index).add(row);
        }
        return groups.stream()
                .map(group -> (group.isEmpty() ? Scope.of(outer) : group.get(0)).grouped(group))
                .peek(group -> select.selection().forEach(each -> evaluator.values(each.expressions(), group)))
                .filter(group -> evaluator.isTrue(select.having().orElse(null), group))
                .toList();
    }

    private List<Scope> rows(FromItem item, @Nullable Scope outer) {
        if (item instanceof NamedTable table) {
            return evaluator.rows(table).stream()
                    .map(row -> Scope.of(outer).with(item, row))
                    .toList();
        } else if (item instanceof TableAlias alias) {
            return evaluator.rows(alias.table()).stream()
                    .map(row -> Scope.of(outer).with(item, row))
                    .toList();
        } else if (item instanceof Subquery subquery) {
            return derived(item, subquery.query(), outer);
        } else if (item instanceof CommonTableExpression table) {
            return derived(item, table.query(), outer);
        } else if (item instanceof Alias alias && alias.source() instanceof CommonTableExpression table) {
            return derived(item, table.query(), outer);
        } else if (item instanceof Join join) {
            return joined(join, outer);
        }
        throw new IllegalStateException("no rule for " + item.getClass().getName());
    }

    private List<Scope> derived(FromItem item, Query<?> query, @Nullable Scope outer) {
        List<Export> exports = query.exports();
        List<Scope> rows = new ArrayList<>();
        for (List<@Nullable Object> values : rows(query, outer)) {
            Map<String, @Nullable Object> row = new HashMap<>();
            for (int i = 0; i < exports.size(); i++) {
                row.put(exports.get(i).name(), values.get(i));
            }
            rows.add(Scope.of(outer).with(item, row));
        }
        return rows;
    }

    private List<Scope> joined(Join join, @Nullable Scope outer) {
        List<Scope> left = rows(join.left(), outer);
        List<Scope> right = rows(join.right(), outer);
        boolean keepsLeft = join.kind() == Join.Kind.LEFT || join.kind() == Join.Kind.FULL;
        boolean keepsRight = join.kind() == Join.Kind.RIGHT || join.kind() == Join.Kind.FULL;
        List<Scope> rows = new ArrayList<>();
        boolean[] met = new boolean[right.size()];
        for (Scope one : left) {
            boolean found = false;
            for (int i = 0; i < right.size(); i++) {
                Scope both = one.with(right.get(i));
                if (evaluator.isTrue(join.condition(), both)) {
                    rows.add(both);
                    met[i] = true;
                    found = true;
                }
            }
            if (!found && keepsLeft) {
                rows.add(one.with(nulls(join.right(), outer)));
            }
        }
        for (int i = 0; i < right.size(); i++) {
            if (!met[i] && keepsRight) {
                rows.add(right.get(i).with(nulls(join.left(), outer)));
            }
        }
        return rows;
    }

    private static Scope nulls(FromItem item, @Nullable Scope outer) {
        Scope scope = Scope.of(outer);
        for (ColumnReference<?> column : item.columns()) {
            scope = scope.with(column.table(), Map.of());
        }
        return scope;
    }

    private static List<Scope> crossed(List<Scope> left, List<Scope> right) {
        return left.stream().flatMap(one -> right.stream().map(one::with)).toList();
    }

    private List<List<@Nullable Object>> compound(CompoundSelect<?> compound, @Nullable Scope outer) {
        List<List<@Nullable Object>> result = rows(compound.parts().get(0), outer);
        for (Query<?> part : compound.parts().subList(1, compound.parts().size())) {
            List<List<@Nullable Object>> other = rows(part, outer);
            result = switch (compound.kind()) {
                case UNION -> distinct(concatenated(result, other));
                case UNION_ALL -> concatenated(result, other);
                case INTERSECT -> distinct(matching(result, other, true, false));
                case INTERSECT_ALL -> matching(result, other, true, true);
                case EXCEPT -> distinct(matching(result, other, false, false));
                case EXCEPT_ALL -> matching(result, other, false, true);
            };
        }
        List<Expression<?>> selected = new ArrayList<>();
        compound.selection().forEach(selectable -> selected.addAll(selectable.expressions()));
        List<List<@Nullable Object>> sorted = new ArrayList<>(result);
        sorted.sort((one, two) -> {
            for (Ordering ordering : compound.orderBy()) {
                int column = selected.indexOf(ordering.expression());
                int order = Order.compare(one.get(column), two.get(column), ordering);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        return range(sorted, compound.limit(), compound.offset());
    }

    private static List<List<@Nullable Object>> concatenated(
            List<List<@Nullable Object>> one, List<List<@Nullable Object>> other) {
        List<List<@Nullable Object>> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** The rows that are in the other too, or that are not; each row of the other counts once where {@code counted}. */
    private static List<List<@Nullable Object>> matching(
            List<List<@Nullable Object>> rows, List<List<@Nullable Object>> other, boolean wanted, boolean counted) {
        List<List<@Nullable Object>> left = new ArrayList<>(other);
        List<List<@Nullable Object>> kept = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            int index = 0;
            while (index < left.size() && !Values.same(left.get(index), row)) {
                index++;
            }
            boolean found = index < left.size();
            if (found == wanted) {
                kept.add(row);
            }
            if (found && counted) {
                left.remove(index);
            }
        }
        return kept;
    }

    private static List<List<@Nullable Object>> distinct(List<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> kept = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (kept.stream().noneMatch(other -> Values.same(other, row))) {
                kept.add(row);
            }
        }
        return kept;
    }

    private List<List<@Nullable Object>> range(
            List<List<@Nullable Object>> rows, Optional<Expression<Long>> limit, Optional<Expression<Long>> offset) {
        int from = Math.min(rows.size(), number(offset, 0));
        return rows.subList(from, Math.min(rows.size(), from + number(limit, rows.size() - from)));
    }

    private int number(Optional<Expression<Long>> expression, int otherwise) {
        Object value =
                expression.map(each -> evaluator.value(each, Scope.of(null))).orElse(null);
        return value == null ? otherwise : ((Long) value).intValue();
    }
}
