package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns that a query's conditions hold equal in all of its rows. */
final class EqualColumns {
    private final List<Comparison> equalities = new ArrayList<>();

    private EqualColumns() {}

    static EqualColumns of(Select<?> query) {
        EqualColumns equal = new EqualColumns();
        query.from().forEach(equal::add);
        equal.add(query.where().orElse(null));
        return equal;
    }

    private void add(FromItem item) {
        if (!(item instanceof Join join)) {
            return;
        }
        // of an outer join, the other side may be null
        Join.Kind kind = join.kind();
        if (kind != Join.Kind.RIGHT && kind != Join.Kind.FULL) {
            add(join.left());
        }
        if (kind != Join.Kind.LEFT && kind != Join.Kind.FULL) {
            add(join.right());
        }
        if (kind == Join.Kind.INNER) {
            add(join.condition());
        }
    }

    private void add(@Nullable Condition condition) {
        if (condition instanceof Junction junction && junction.operator().equals(Operator.AND)) {
            junction.operands().forEach(this::add);
        } else if (condition instanceof Comparison comparison
                && comparison.operator().equals(Operator.EQ)
                && comparison.left() instanceof ColumnReference<?>
                && comparison.right() instanceof ColumnReference<?>) {
            equalities.add(comparison);
        }
    }

    boolean has(Expression<?> one, Expression<?> other) {
        return equalities.stream()
                .anyMatch(each -> (each.left().equals(one) && each.right().equals(other))
                        || (each.left().equals(other) && each.right().equals(one)));
    }

    /** What is selected without columns that have the name of one before them and are equal to it. */
    List<Selectable<?>> reduced(List<? extends Selectable<?>> selection) {
        List<Selectable<?>> kept = new ArrayList<>();
        for (Selectable<?> each : selection) {
            boolean repeated = each instanceof ColumnReference<?> column
                    && kept.stream()
                            .anyMatch(before -> before instanceof ColumnReference<?> first
                                    && first.name().equals(column.name())
                                    && (first.equals(column) || has(first, column)));
            if (!repeated) {
                kept.add(each);
            }
        }
        return kept;
    }
}
