package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values as a table in FROM.
 *
 * <p>Immutable: {@link #row} gives another table, so ask for columns when all rows are there. Equality is identity. The number of rows is part of the
 * statement's structure; for many rows write them into a table.
 */
public final class ValuesTable implements NamedFrom, Shared {
    private final String name;
    private final List<ColumnReference<?>> declared;
    private final List<RowOfValues> rows;
    private final List<? extends ColumnReference<?>> columns;

    /** One row. */
    public record RowOfValues(List<Expression<?>> values) implements Node {
        /** Takes an immutable copy. */
        public RowOfValues {
            values = List.copyOf(values);
        }

        @Override
        public void describe(Structure out) {
            out.nodes(values);
        }
    }

    ValuesTable(String name, List<ColumnReference<?>> declared, List<RowOfValues> rows) {
        if (declared.isEmpty()) {
            throw new IllegalArgumentException("a table of values has at least one column");
        }
        this.name = name;
        this.declared = List.copyOf(declared);
        this.rows = List.copyOf(rows);
        this.columns = declared.stream()
                .map(column -> new DerivedColumn<>(this, column.name(), column.type()))
                .toList();
    }

    /** The same with one more row: for each column a value of its class, an expression, or null. */
    public ValuesTable row(@Nullable Object... values) {
        return rows(List.of(Arrays.asList(values)));
    }

    /**
     * The same with more rows.
     *
     * @throws InvalidRequestException if number or class of the values is wrong
     */
    public ValuesTable rows(List<? extends List<?>> more) {
        List<RowOfValues> all = new ArrayList<>(rows);
        for (List<?> values : more) {
            if (values.size() != declared.size()) {
                throw new InvalidRequestException(
                        "row " + all.size() + " has " + values.size() + " values for " + declared.size() + " columns");
            }
            List<Expression<?>> row = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                row.add(RowValue.bound(declared.get(i), values.get(i)));
            }
            all.add(new RowOfValues(row));
        }
        return new ValuesTable(name, declared, all);
    }

    /** The rows. */
    public List<RowOfValues> rows() {
        return rows;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<? extends ColumnReference<?>> columns() {
        return columns;
    }

    @Override
    public <T> ColumnReference<T> get(Expression<T> inner) {
        for (ColumnReference<?> column : declared) {
            if (column.equals(inner)) {
                return new DerivedColumn<>(this, column.name(), inner.type());
            }
        }
        throw missing(inner.toString());
    }

    @Override
    public void describe(Structure out) {
        out.value(name).value(declared.size());
        declared.forEach(column -> out.value(column.name()).value(column.type()));
        out.nodes(rows);
    }

    @Override
    public String toString() {
        return "VALUES";
    }

    ValuesTable rewritten(Rewriter by) {
        List<RowOfValues> others = by.nodes(rows);
        return others == rows ? this : new ValuesTable(name, declared, others);
    }
}
