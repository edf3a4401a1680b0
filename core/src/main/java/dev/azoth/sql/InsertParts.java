package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an INSERT is made of; each method gives a copy with one thing changed. */
record InsertParts(
        NamedTable table,
        List<ColumnReference<?>> columns,
        List<Insert.Values> rows,
        @Nullable Query<?> query,
        @Nullable Conflict conflict,
        List<SyntaxExtension> extensions) {
    InsertParts {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        extensions = List.copyOf(extensions);
    }

    InsertParts withRows(List<ColumnReference<?>> names, List<Insert.Values> to) {
        return new InsertParts(table, names, to, null, conflict, extensions);
    }

    InsertParts withColumns(List<ColumnReference<?>> names) {
        if (!rows.isEmpty() || query != null) {
            throw new InvalidRequestException("columns(…) begins an insert, and this one has "
                    + (query == null ? "values" : "a query") + " already, which would be lost");
        }
        return withRows(names, List.of());
    }

    InsertParts withQuery(Query<?> rowsOf) {
        if (!rows.isEmpty()) {
            throw new InvalidRequestException(
                    "select(…) gives an insert its rows, and this one has values already," + " which would be lost");
        }
        return new InsertParts(table, columns, List.of(), rowsOf, conflict, extensions);
    }

    InsertParts withConflict(Conflict to) {
        return new InsertParts(table, columns, rows, query, to, extensions);
    }

    InsertParts withExtensions(List<SyntaxExtension> to) {
        return new InsertParts(table, columns, rows, query, conflict, to);
    }

    /** One more value of the only row. */
    InsertParts withValue(ColumnReference<?> column, Expression<?> value) {
        if (rows.size() > 1 || query != null) {
            throw new InvalidRequestException(
                    "values(column, value) fills one row; this insert has several, or a query");
        }
        if (columns.contains(column)) {
            throw new InvalidRequestException("column " + column.name() + " has a value already");
        }
        List<Expression<?>> values =
                new ArrayList<>(rows.isEmpty() ? List.of() : rows.get(0).values());
        values.add(value);
        return withRows(SelectParts.appended(columns, List.of(column)), List.of(new Insert.Values(values)));
    }

    /** One more row. */
    InsertParts withRow(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new InvalidRequestException(
                    "row " + rows.size() + " has " + values.length + " values for " + columns.size() + " columns");
        } else if (query != null) {
            throw new InvalidRequestException("row(…) adds to rows of values, and this insert has a query");
        }
        List<Expression<?>> row = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            row.add(RowValue.bound(columns.get(i), values[i]));
        }
        return withRows(columns, SelectParts.appended(rows, List.of(new Insert.Values(row))));
    }

    /** The values of the only row, if they are no expressions. */
    Map<ColumnReference<?>, @Nullable Object> constants() {
        if (rows.size() > 1 || query != null) {
            throw new InvalidRequestException("the insert into " + table.name()
                    + " has rows of its own, which rows given to execute would replace: give it these, or those");
        }
        Map<ColumnReference<?>, @Nullable Object> constants = new LinkedHashMap<>();
        for (int i = 0; !rows.isEmpty() && i < columns.size(); i++) {
            Expression<?> value = rows.get(0).values().get(i);
            if (value instanceof Bind<?> bind) {
                constants.put(columns.get(i), bind.value());
            } else if (value instanceof Literal<?> literal) {
                constants.put(columns.get(i), literal.value());
            } else {
                throw new InvalidRequestException("the insert into " + table.name() + " has an expression for "
                        + columns.get(i).name()
                        + ", where rows given to execute have values: give it a value, or put that into each row");
            }
        }
        return constants;
    }

    /** The same with the defaults of columns that it does not set, unless its rows are given when it runs. */
    InsertParts completed(Function<ColumnDefault.Supplied<?>, Expression<?>> supplied) {
        boolean whole = columns.isEmpty() ? query != null : rows.isEmpty() && query == null;
        List<ColumnDefault<?>> defaults = table.defaults().insert();
        return whole || defaults.isEmpty() ? this : completed(defaults, supplied);
    }

    private InsertParts completed(
            List<ColumnDefault<?>> defaults, Function<ColumnDefault.Supplied<?>, Expression<?>> supplied) {
        List<ColumnDefault<?>> missing = defaults.stream()
                .filter(each -> !columns.contains(each.column()))
                .toList();
        if (missing.isEmpty()) {
            return this;
        }
        List<ColumnReference<?>> all = new ArrayList<>(columns);
        missing.forEach(each -> all.add(each.column()));
        if (query != null) {
            Query<?> more = MoreColumns.of(query, made(missing, supplied));
            return new InsertParts(table, all, List.of(), more, conflict, extensions);
        }
        List<Insert.Values> complete = new ArrayList<>();
        for (Insert.Values row : rows.isEmpty() ? List.of(new Insert.Values(List.of())) : rows) {
            complete.add(new Insert.Values(SelectParts.appended(row.values(), made(missing, supplied))));
        }
        return withRows(all, complete);
    }

    private static List<Expression<?>> made(
            List<ColumnDefault<?>> missing, Function<ColumnDefault.Supplied<?>, Expression<?>> supplied) {
        List<Expression<?>> values = new ArrayList<>();
        missing.forEach(each -> values.add(each.expression(supplied)));
        return values;
    }

    void describe(Structure out) {
        out.node(table).nodes(columns).nodes(rows).node(query).node(conflict).nodes(extensions);
    }
}
