package dev.azoth.sql;

import dev.azoth.type.ArrayType;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Things to read from, and rows, as {@link Sql} offers them. */
abstract class SqlSelectables extends SqlAggregates {
    SqlSelectables() {}

    /** Several values compared as one: {@code row(a, b).lt(c, d)}. */
    public static RowValue row(Expression<?>... expressions) {
        return new RowValue(Arrays.asList(expressions));
    }

    /** A table of values; the columns say names and types, and may be those of a table. */
    public static ValuesTable values(String name, ColumnReference<?>... columns) {
        return new ValuesTable(Names.checked(name), Arrays.asList(columns), List.of());
    }

    /** The same under a name that the compiler gives it. */
    public static ValuesTable values(ColumnReference<?>... columns) {
        return new ValuesTable("", Arrays.asList(columns), List.of());
    }

    /** The result of a function as a table; say its columns with {@link TableFunction#column}. */
    public static TableFunction tableFunction(String function, Expression<?>... arguments) {
        return TableFunction.of(Sql.function(function, Types.NULL, arguments));
    }

    /** The elements of an array, in a column {@code value}. */
    public static <E> TableFunction unnest(Expression<List<E>> array) {
        if (!(array.type() instanceof ArrayType<?> type)) {
            throw new IllegalArgumentException(
                    "unnest takes an array, not " + array.type().name());
        }
        return tableFunction("unnest", array).column("value", type.element());
    }

    /**
     * The elements of a JSON array as rows, with columns that are places in them:
     * {@code jsonTable(json(order.details).get("lines")).column("sku", TEXT).column("pieces", INTEGER)}.
     */
    public static JsonTable jsonTable(Expression<Json> array) {
        return JsonTable.of(array);
    }

    /** The whole numbers from one to another, both included, in a column {@code value}; none if the second is less. */
    public static <T extends Number> TableFunction generateSeries(Expression<T> from, Expression<T> to) {
        return tableFunction("generate_series", from, to).column("value", from.type());
    }

    /** The whole numbers from one to another in steps, which may lead downwards, in a column {@code value}. */
    public static <T extends Number> TableFunction generateSeries(
            Expression<T> from, Expression<T> to, Expression<T> step) {
        return tableFunction("generate_series", from, to, step).column("value", from.type());
    }

    /** Groups by all of the expressions, by all but the last, …, and by none: sums and their sums. */
    public static Grouping rollup(Expression<?>... expressions) {
        return new Grouping(Grouping.Kind.ROLLUP, List.of(Arrays.asList(expressions)));
    }

    /** Groups by each choice of the expressions. */
    public static Grouping cube(Expression<?>... expressions) {
        return new Grouping(Grouping.Kind.CUBE, List.of(Arrays.asList(expressions)));
    }

    /** Groups by each of the lists; an empty one makes one group of all rows. */
    public static Grouping groupingSets(List<? extends List<? extends Expression<?>>> sets) {
        List<List<Expression<?>>> all = new ArrayList<>();
        sets.forEach(set -> all.add(new ArrayList<>(set)));
        return new Grouping(Grouping.Kind.SETS, all);
    }

    /** Which of the expressions the row's grouping leaves out: a bit of 1 for each, the last one's being 1, the one's before it 2. */
    public static FunctionCall<Integer> grouping(Expression<?>... expressions) {
        return function("grouping", Types.INTEGER, expressions);
    }

    /** Changes, deletes and inserts rows of a table as those of a source say; continue with {@code using}. */
    public static MergeInto merge(NamedTable table) {
        return new MergeInto(table);
    }

    /** The rows of all queries. */
    public static <T> Query<T> unionAll(List<? extends Query<T>> queries) {
        return joined(CompoundSelect.Kind.UNION_ALL, queries);
    }

    /** The rows of all queries, each once. */
    public static <T> Query<T> union(List<? extends Query<T>> queries) {
        return joined(CompoundSelect.Kind.UNION, queries);
    }

    private static <T> Query<T> joined(CompoundSelect.Kind kind, List<? extends Query<T>> queries) {
        if (queries.isEmpty()) {
            throw new IllegalArgumentException(kind.sql() + " of no queries has no meaning: give one");
        }
        List<Query<T>> all = new ArrayList<>(queries);
        Query<T> whole = all.get(0);
        for (Query<T> each : all.subList(1, all.size())) {
            whole = CompoundSelect.of(kind, whole, each);
        }
        return whole;
    }
}
