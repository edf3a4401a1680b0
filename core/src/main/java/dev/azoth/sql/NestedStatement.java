package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes the statement that reads the rows of a nested query for many owners. */
final class NestedStatement {
    private static final String NUMBER = "azoth_number";
    private static final Set<String> AGGREGATES =
            Set.of("count", "sum", "avg", "min", "max", "string_agg", "array_agg", "every", "bool_and", "bool_or");

    private final Nested<?, ?> nested;
    private final Select<?> query;

    NestedStatement(Nested<?, ?> nested) {
        this.nested = nested;
        this.query = nested.query();
    }

    Select<Row> of(List<? extends List<?>> keys) {
        check();
        List<Expression<?>> inner = nested.keys();
        List<Selectable<?>> selection = new ArrayList<>();
        selection.add(Construct.of(query));
        selection.addAll(inner);
        Select<?> keyed = query;
        for (int i = 0; i < inner.size(); i++) {
            keyed = keyed.where(in(inner.get(i), keys.get(i)));
        }
        if (!query.groupBy().isEmpty()) {
            keyed = keyed.groupBy(inner.toArray(Expression<?>[]::new));
        }
        return query.limit().isEmpty() && query.offset().isEmpty()
                ? keyed.withSelection(selection.toArray(Selectable<?>[]::new))
                : numbered(keyed, selection);
    }

    private void check() {
        if (nested.keys().isEmpty()) {
            throw new InvalidRequestException(
                    "the nested query of " + nested.name() + " does not say which rows belong to an owner: call on(…)");
        }
        if (!query.distinctOn().isEmpty()
                || query.grouping().isPresent()
                || query.qualify().isPresent()) {
            throw new InvalidRequestException("the nested query of " + nested.name()
                    + " has distinctOn, qualify or grouping sets, which would count the rows of all owners together:"
                    + " select from a subquery that has them for each owner");
        }
        if (query.groupBy().isEmpty()
                && query.selection().stream()
                        .flatMap(each -> each.expressions().stream())
                        .anyMatch(NestedStatement::isAggregate)) {
            throw new InvalidRequestException("the nested query of " + nested.name()
                    + " is an aggregate of all its rows: use it as a value, with scalar(), or group it");
        }
    }

    private void checkLimited() {
        if (query.fetch() != Fetch.ROWS) {
            throw new InvalidRequestException("the limit of the nested query of " + nested.name()
                    + " is that of each owner, and counts rows: use limit(…), not fetch(…, " + query.fetch() + ")");
        }
        if (query.isDistinct()) {
            throw new InvalidRequestException("the nested query of " + nested.name()
                    + " has both distinct() and a limit for each owner: group by what it selects instead");
        }
    }

    private static boolean isAggregate(Expression<?> expression) {
        return expression instanceof Label<?> label
                ? isAggregate(label.expression())
                : expression instanceof FunctionCall<?> call
                        && AGGREGATES.contains(call.function().toLowerCase(Locale.ROOT))
                        && call.aggregation().over() == null;
    }

    @SuppressWarnings(
            "unchecked") // the values were read as the type of what they are compared with, which the comparison made
    // the same
    private static <T> Condition in(Expression<T> inner, List<?> values) {
        return inner.in((List<T>) values);
    }

    /** A limit is one of each owner: rows are numbered among those of the same keys. */
    private Select<Row> numbered(Select<?> keyed, List<Selectable<?>> selection) {
        checkLimited();
        Ordering[] order = query.orderBy().toArray(Ordering[]::new);
        Window window = new Window(nested.keys(), List.of(order), null);
        List<Selectable<?>> all = new ArrayList<>(selection);
        all.add(new Label<>(SqlWindows.rowNumber().over(window), NUMBER));
        Subquery rows = keyed.withoutRange()
                .unordered()
                .withSelection(all.toArray(Selectable<?>[]::new))
                .subquery("azoth_nested");
        Iterator<? extends ColumnReference<?>> columns = rows.columns().iterator();
        Selectable<?>[] outside =
                selection.stream().map(each -> replaced(each, columns)).toArray(Selectable<?>[]::new);
        ColumnReference<Long> number = rows.get(NUMBER, Long.class);
        Select<Row> result = Select.of(List.of(outside), new Projection.Rows());
        result = result.from(rows).orderBy(number);
        Expression<Long> counted = number;
        if (query.offset().isPresent()) {
            Expression<Long> offset = query.offset().get();
            result = result.where(number.gt(offset));
            counted = number.minus(offset);
        }
        return query.limit().isPresent() ? result.where(counted.le(query.limit().get())) : result;
    }

    /** The same thing, read from the columns that its expressions became. */
    private static Selectable<?> replaced(Selectable<?> selected, Iterator<? extends ColumnReference<?>> columns) {
        if (selected instanceof Construct<?> construct) {
            return new Construct<>(
                    construct.parts().stream()
                            .map(part -> replaced(part, columns))
                            .toList(),
                    construct.projection(),
                    construct.optional());
        }
        if (selected instanceof Nested<?, ?> inside) {
            List<Expression<?>> keys = new ArrayList<>();
            inside.expressions().forEach(each -> keys.add(columns.next()));
            return inside.withOwnerKeys(keys);
        }
        if (selected instanceof Expression<?>) {
            return columns.next();
        }
        throw new InvalidRequestException("a limited nested query selects columns, not " + selected);
    }
}
