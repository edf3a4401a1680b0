package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityPath;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Alias;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Join;
import dev.azoth.sql.Label;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Node;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Source;
import dev.azoth.sql.Subquery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A locked query whose FROM has the tables themselves in the place of queries that join them or choose their rows, as those of entities that extend
 * entities: not every database locks the rows of a query within another.
 */
final class LockedRows {
    private final Subquery query;
    private final Select<?> inside;
    private final Map<Table, Alias> tables = new HashMap<>();

    private LockedRows(Subquery query) {
        this.query = query;
        this.inside = (Select<?>) query.query();
        for (FromItem each : inside.from().get(0).items()) {
            if (each instanceof Table table) {
                tables.put(table, table.alias());
            }
        }
    }

    /** Refuses an entity that is read by UNION, of which some databases lock nothing, without a word. */
    static void check(Select<?> query, EntityPath<?> path) {
        List<FromItem> locked = query.lock().map(Lock::tables).orElse(List.of());
        if (query.lock().isPresent()
                && (locked.isEmpty() || locked.contains(path.fromItem()))
                && path.fromItem() instanceof Subquery subquery
                && subquery.query() instanceof CompoundSelect<?>) {
            throw new InvalidRequestException(
                    "rows of " + path.javaType().getSimpleName()
                            + " are read from several tables by UNION, which no database locks: select and lock those of each table, as of one class at a time");
        }
    }

    static Select<?> of(Select<?> locked) {
        List<Selectable<?>> selection = new ArrayList<>();
        for (Selectable<?> each : locked.selection()) {
            selection.addAll(each instanceof Nested<?, ?> ? List.of(each) : each.expressions());
        }
        Select<?> flat = locked.withSelection(selection.toArray(Selectable[]::new));
        boolean outer = false;
        for (Optional<Subquery> next = next(flat); next.isPresent(); next = next(flat)) {
            LockedRows rows = new LockedRows(next.get());
            outer |= rows.inside.from().get(0) instanceof Join
                    && there(rows.inside).size()
                            < rows.inside.from().get(0).items().size();
            flat = rows.in(flat);
        }
        Lock lock = flat.lock().orElseThrow();
        Source[] least = there(flat).toArray(Source[]::new);
        return outer && lock.tables().isEmpty() ? flat.forUpdate(ignored -> lock.atLeast(least)) : flat;
    }

    private static Optional<Subquery> next(Select<?> query) {
        return there(query).stream()
                .filter(Subquery.class::isInstance)
                .map(Subquery.class::cast)
                .filter(LockedRows::isPlain)
                .findFirst();
    }

    /** What is in FROM and has a row for each row of the query. */
    private static List<FromItem> there(Select<?> query) {
        List<FromItem> found = new ArrayList<>();
        query.from().forEach(each -> there(each, found));
        return found;
    }

    private static void there(FromItem item, List<FromItem> found) {
        if (!(item instanceof Join join)) {
            found.add(item);
            return;
        }
        boolean inner = join.kind() == Join.Kind.INNER || join.kind() == Join.Kind.CROSS;
        if (inner || join.kind() == Join.Kind.LEFT) {
            there(join.left(), found);
        }
        if (inner || join.kind() == Join.Kind.RIGHT) {
            there(join.right(), found);
        }
    }

    /** Whether a query only joins tables and chooses rows. */
    private static boolean isPlain(Subquery subquery) {
        return !subquery.isLateral()
                && subquery.query() instanceof Select<?> select
                && select.from().size() == 1
                && !ChosenRows.isChosen(select)
                && !ChosenRows.isGrouped(select)
                && select.having().isEmpty()
                && select.with().isEmpty()
                && select.selection().stream().allMatch(LockedRows::isColumn);
    }

    private static boolean isColumn(Selectable<?> selected) {
        return selected.expressions().stream()
                .allMatch(each ->
                        (each instanceof Label<?> label ? label.expression() : each) instanceof ColumnReference);
    }

    private Select<?> in(Select<?> outside) {
        FromItem from = Rewriter.rewrite(inside.from().get(0), this::inner);
        Select<?> flat = Rewriter.rewrite(outside.forUpdate(ignored -> lock(outside)), node -> outer(node, from));
        return inside.where().isPresent()
                ? flat.where(Rewriter.rewrite(inside.where().get(), this::inner))
                : flat;
    }

    /** Tables have names of their own, since the query around may have the same ones. */
    private @Nullable Node inner(Node node) {
        if (node instanceof Table table) {
            return tables.get(table);
        }
        return node instanceof Column<?> column && tables.containsKey(column.table())
                ? tables.get(column.table()).get(column)
                : null;
    }

    private @Nullable Node outer(Node node, FromItem from) {
        if (node == query) {
            return from;
        }
        return node instanceof ColumnReference<?> column && column.table() == query ? selected(column) : null;
    }

    /** What a column of the query is inside. */
    private Expression<?> selected(ColumnReference<?> column) {
        List<Expression<?>> all = new ArrayList<>();
        inside.selection().forEach(each -> all.addAll(each.expressions()));
        for (int i = 0; i < all.size(); i++) {
            if (query.columns().get(i).name().equals(column.name())) {
                Expression<?> found = all.get(i) instanceof Label<?> label ? label.expression() : all.get(i);
                return Rewriter.rewrite(found, this::inner);
            }
        }
        throw new IllegalStateException(query + " has no column " + column.name());
    }

    /** A lock of the query's rows is one of those of its tables that each row has. */
    private Lock lock(Select<?> outside) {
        Lock lock = outside.lock().orElseThrow();
        List<FromItem> locked = new ArrayList<>();
        for (FromItem each : lock.tables()) {
            if (each == query) {
                there(inside).forEach(item -> locked.add(item instanceof Table table ? tables.get(table) : item));
            } else {
                locked.add(each);
            }
        }
        return lock.ofOnly(locked);
    }
}
