package dev.azoth.schema;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Ordering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an index is kept, for {@link Table#index(String, List, IndexOptions)}. What a database does not have is refused by name when the table is created. Immutable; every method gives another.
 *
 * @param unique          whether its values differ in every row of those that it has
 * @param condition       the rows that it has, where not all; it must not have bound values
 * @param include         columns that are in it to be read and not to be looked for by
 * @param method          how it is kept, as the database calls it, such as {@code gin}; empty for its usual way
 * @param operatorClasses how values of columns are compared, by the columns' names, where not as usual
 * @param parameters      what the method is told, such as {@code fillfactor}
 * @param orders          the columns with the order in which they are kept, where not from the smallest value on
 */
public record IndexOptions(
        boolean unique,
        Optional<Condition> condition,
        List<Column<?>> include,
        String method,
        Map<String, String> operatorClasses,
        Map<String, String> parameters,
        List<Ordering> orders) {
    /** An index as a database makes it of columns alone. */
    public static final IndexOptions NONE =
            new IndexOptions(false, Optional.empty(), List.of(), "", Map.of(), Map.of(), List.of());

    /** Takes immutable copies. */
    public IndexOptions {
        include = List.copyOf(include);
        operatorClasses = Map.copyOf(operatorClasses);
        parameters = Map.copyOf(parameters);
        orders = List.copyOf(orders);
    }

    /** Its values differ in every row. */
    public IndexOptions asUnique() {
        return new IndexOptions(true, condition, include, method, operatorClasses, parameters, orders);
    }

    /** It has the rows of which this is true: PostgreSQL and SQLite have such. The expression must not have bound values. */
    public IndexOptions where(Expression<Boolean> rows) {
        return new IndexOptions(
                unique, Optional.of(Condition.of(rows)), include, method, operatorClasses, parameters, orders);
    }

    /** It has the values of these columns too, to be read out of it: on PostgreSQL. */
    public IndexOptions including(Column<?>... columns) {
        return new IndexOptions(unique, condition, Arrays.asList(columns), method, operatorClasses, parameters, orders);
    }

    /** It is kept in another way, such as {@code gin} or {@code brin}: on PostgreSQL. */
    public IndexOptions using(String other) {
        return new IndexOptions(unique, condition, include, other, operatorClasses, parameters, orders);
    }

    /** The values of a column are compared in another way, such as {@code text_pattern_ops}: on PostgreSQL. */
    public IndexOptions operatorClass(Column<?> column, String name) {
        Map<String, String> all = new LinkedHashMap<>(operatorClasses);
        all.put(column.name(), name);
        return new IndexOptions(unique, condition, include, method, all, parameters, orders);
    }

    /** The method is told this, such as {@code fillfactor} and {@code 70}: on PostgreSQL. */
    public IndexOptions with(String parameter, String value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(parameter, value);
        return new IndexOptions(unique, condition, include, method, operatorClasses, all, orders);
    }

    /**
     * A column is kept in another order, such as {@code column.desc().nullsLast()}. DuckDB has no orders, and MySQL, MariaDB and SQLite have no places for nulls.
     *
     * @throws IllegalArgumentException if it is not the order of a column
     */
    public IndexOptions order(Ordering order) {
        if (!(order.expression() instanceof Column<?>)) {
            throw new IllegalArgumentException("an index is of columns, and " + order.expression() + " is none");
        }
        List<Ordering> all = new ArrayList<>(orders);
        all.add(order);
        return new IndexOptions(unique, condition, include, method, operatorClasses, parameters, all);
    }
}
