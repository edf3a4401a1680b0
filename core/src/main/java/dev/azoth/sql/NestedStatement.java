package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.BinaryType;
import dev.azoth.type.BooleanType;
import dev.azoth.type.ConvertedType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.SensitiveType;
import dev.azoth.type.SqlType;
import dev.azoth.type.TemporalType;
import dev.azoth.type.Types;
import dev.azoth.type.UnsignedType;
import dev.azoth.type.UuidType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statement that reads the rows of a nested query for many owners.
 *
 * <p>Where a key's type has values that the database takes for equal and Java does not, such as texts of any case, owners are a table of values
 * there, and each row tells the number of its own. Else the keys are a list, and each row tells its keys.
 */
public final class NestedStatement {
    private static final String NUMBER = "azoth_number";

    private final Nested<?, ?> nested;
    private final Select<?> query;
    private final List<Expression<?>> keys;

    NestedStatement(Nested<?, ?> nested) {
        this.nested = nested;
        this.query = nested.query();
        this.keys = nested.keys();
    }

    /** Whether a row tells the number of its owner, and not its keys. */
    public boolean isNumbered() {
        return !keys.stream().allMatch(key -> isExact(key.type()));
    }

    /** Whether the database takes just those values for equal that Java does. */
    private static boolean isExact(SqlType<?> type) {
        if (type instanceof ConvertedType<?, ?> converted) {
            return isExact(converted.base());
        } else if (type instanceof SensitiveType<?> sensitive) {
            return isExact(sensitive.base());
        }
        return type instanceof IntegerType
                || type instanceof UnsignedType
                || type instanceof DecimalType
                || type instanceof UuidType
                || type instanceof TemporalType
                || type instanceof BooleanType
                || type instanceof BinaryType;
    }

    /**
     * The statement: first what a row yields, then its owner's number or the keys, then its key in a map, if it becomes one.
     *
     * @param owners the keys of each owner; of several keys, rows may come that are of none
     */
    public Select<Row> of(List<? extends List<?>> owners) {
        check();
        Select<?> keyed = query;
        List<Expression<?>> told = keys;
        if (isNumbered()) {
            ValuesTable table = table(owners);
            keyed = keyed.withSelection().from().isEmpty()
                    ? keyed.from(query.from().toArray(Source[]::new))
                    : keyed;
            keyed = keyed.from(table);
            told = List.of(table.columns().get(0));
            for (int i = 0; i < keys.size(); i++) {
                keyed = keyed.where(
                        new Comparison(keys.get(i), Operator.EQ, table.columns().get(i + 1)));
            }
        } else {
            for (int i = 0; i < keys.size(); i++) {
                int index = i;
                Set<Object> values = new LinkedHashSet<>();
                owners.forEach(owner -> values.add(owner.get(index)));
                keyed = keyed.where(in(keys.get(i), new ArrayList<>(values)));
            }
        }
        List<Selectable<?>> selection = new ArrayList<>();
        selection.add(Construct.of(query));
        selection.addAll(told);
        nested.mapKey().ifPresent(selection::add);
        if (!query.groupBy().isEmpty()) {
            keyed = keyed.groupBy(told.toArray(Expression<?>[]::new));
        }
        return query.limit().isEmpty() && query.offset().isEmpty()
                ? keyed.withSelection(selection.toArray(Selectable<?>[]::new))
                : numbered(keyed, told, selection);
    }

    /** As many rows as a power of two, so that few texts serve all numbers of owners; those without keys equal nothing. */
    private ValuesTable table(List<? extends List<?>> owners) {
        FromItem any = query.from().get(0);
        List<ColumnReference<?>> columns = new ArrayList<>();
        columns.add(new DerivedColumn<>(any, "number", Types.INTEGER));
        for (Expression<?> key : keys) {
            columns.add(new DerivedColumn<>(any, "key_" + columns.size(), key.type()));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int places = owners.size() < 2 ? 1 : Integer.highestOneBit(owners.size() - 1) * 2;
        for (int i = 0; i < places; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(i);
            row.addAll(i < owners.size() ? owners.get(i) : Collections.nCopies(keys.size(), null));
            rows.add(row);
        }
        return new ValuesTable("azoth_owner", columns, List.of()).rows(rows);
    }

    /**
     * Checks that the rows of one owner can be told from those of others.
     *
     * @throws InvalidRequestException if they cannot, or if it is not said which they are
     */
    public void check() {
        if (keys.isEmpty()) {
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
        if (query.groupBy().isEmpty() && hasAggregate()) {
            throw new InvalidRequestException("the nested query of " + nested.name()
                    + " is an aggregate of all its rows: use it as a value, with scalar(), or group it");
        }
        for (Window window : Windows.of(query)) {
            if (!new HashSet<>(window.partitions()).containsAll(keys)) {
                throw new InvalidRequestException("the nested query of " + nested.name()
                        + " has a window function, which would see the rows of all owners together: partition it by "
                        + keys);
            }
        }
    }

    /** Whether it selects an aggregate. */
    public boolean hasAggregate() {
        return query.selection().stream()
                .flatMap(each -> each.expressions().stream())
                .anyMatch(NestedStatement::isAggregate);
    }

    /** Whether it has a window function. */
    public boolean hasWindow() {
        return !Windows.of(query).isEmpty();
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
                : expression instanceof FunctionCall<?> call && call.isAggregate();
    }

    @SuppressWarnings(
            "unchecked") // the values were read as the type of what they are compared with, which the comparison made
    // the same
    private static <T> Condition in(Expression<T> inner, List<?> values) {
        return inner.in((List<T>) values);
    }

    /** A limit is one of each owner: rows are numbered among those of the same keys. */
    private Select<Row> numbered(Select<?> keyed, List<Expression<?>> told, List<Selectable<?>> selection) {
        checkLimited();
        Ordering[] order = query.orderBy().toArray(Ordering[]::new);
        Window window = new Window(told, List.of(order), null);
        List<Selectable<?>> all = new ArrayList<>(selection);
        all.add(new Label<>(SqlWindows.rowNumber().over(window), NUMBER));
        Subquery rows = keyed.withoutRange()
                .unordered()
                .withSelection(all.toArray(Selectable<?>[]::new))
                .subquery("azoth_nested");
        Iterator<? extends ColumnReference<?>> columns = rows.columns().iterator();
        Selectable<?>[] outside =
                selection.stream().map(each -> replaced(each, rows, columns)).toArray(Selectable<?>[]::new);
        ColumnReference<Long> number = rows.get(NUMBER, Long.class);
        Select<Row> result = Select.of(List.of(outside), new Projection.Rows());
        result = result.from(rows).orderBy(number).options(query.options().toArray(QueryOption[]::new));
        Expression<Long> counted = number;
        if (query.offset().isPresent()) {
            Expression<Long> offset = query.offset().get();
            result = result.where(number.gt(offset));
            counted = number.minus(offset);
        }
        return query.limit().isPresent() ? result.where(counted.le(query.limit().get())) : result;
    }

    /** The same thing, read from the columns that its expressions became. */
    private static Selectable<?> replaced(
            Selectable<?> selected, Subquery rows, Iterator<? extends ColumnReference<?>> columns) {
        if (selected instanceof Construct<?> construct) {
            return new Construct<>(
                    construct.parts().stream()
                            .map(part -> replaced(part, rows, columns))
                            .toList(),
                    construct.projection(),
                    construct.optional());
        }
        if (selected instanceof Nested<?, ?> inside) {
            List<Expression<?>> keys = new ArrayList<>();
            inside.expressions().forEach(each -> keys.add(columns.next()));
            return inside.withOwnerKeys(keys);
        }
        if (selected instanceof Composite<?> composite) {
            composite.expressions().forEach(each -> columns.next());
            return composite.from(rows);
        }
        if (selected instanceof Expression<?>) {
            return columns.next();
        }
        throw new InvalidRequestException("a limited nested query selects columns, not " + selected);
    }
}
