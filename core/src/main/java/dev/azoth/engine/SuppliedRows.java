package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.ColumnDefault;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Insert;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows of values, and behind those of each row what is not given with it: what the program makes for columns that have a default, and constants of the insert. */
final class SuppliedRows {
    private final ParameterRows given;
    private final List<String> names;
    private final List<Supplier<? extends @Nullable Object>> suppliers = new ArrayList<>();

    private SuppliedRows(ParameterRows given) {
        this.given = given;
        this.names = new ArrayList<>(given.names());
    }

    /**
     * A statement with parameters for what the program makes, and its rows with these values.
     *
     * @param rows the rows that it was given
     */
    record Completed(Dml<?> statement, ParameterRows rows) {}

    /** Completes a statement that is run once for each row. */
    static Completed of(Dml<?> statement, ParameterRows rows) {
        SuppliedRows supplied = new SuppliedRows(rows);
        Dml<?> complete = statement.completed(supplied::parameter);
        return new Completed(complete, supplied.rows());
    }

    /** Completes rows that are inserted into a table, whose names are those of columns. */
    static ParameterRows into(NamedTable table, ParameterRows rows) {
        SuppliedRows supplied = new SuppliedRows(rows);
        for (ColumnDefault<?> each : table.defaults().insert()) {
            if (each instanceof ColumnDefault.Supplied<?> made
                    && !rows.names().contains(made.column().name())) {
                supplied.parameter(made);
            }
        }
        return supplied.rows();
    }

    /**
     * Rows of an insert that has values itself: they are those of every row.
     *
     * @throws InvalidRequestException if the rows have values for the same columns
     */
    static ParameterRows withConstants(Insert<?> insert, ParameterRows rows) {
        SuppliedRows supplied = new SuppliedRows(rows);
        insert.constants().forEach((column, value) -> {
            if (supplied.names.contains(column.name())) {
                throw new InvalidRequestException(
                        "the insert into " + insert.table().name() + " has a value for " + column.name()
                                + ", and so have the rows given to execute: leave one of them out");
            }
            supplied.names.add(column.name());
            supplied.suppliers.add(() -> value);
        });
        return supplied.rows();
    }

    private <T> Parameter<T> parameter(ColumnDefault.Supplied<T> made) {
        String name = made.column().name();
        while (names.contains(name)) {
            name += "_";
        }
        names.add(name);
        suppliers.add(made.supplier());
        return new Parameter<>(name, made.column().type());
    }

    private ParameterRows rows() {
        return suppliers.isEmpty()
                ? given
                : new ParameterRows(names, () -> completed(given.rows().iterator()));
    }

    private Iterator<@Nullable Object[]> completed(Iterator<@Nullable Object[]> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public @Nullable Object[] next() {
                return completed(rows.next());
            }
        };
    }

    private @Nullable Object[] completed(@Nullable Object[] row) {
        int width = given.names().size();
        if (row.length != width) {
            throw new InvalidRequestException(
                    "a row has " + row.length + " values for the " + width + " names " + given.names());
        }
        @Nullable Object[] complete = Arrays.copyOf(row, width + suppliers.size());
        for (int i = 0; i < suppliers.size(); i++) {
            complete[width + i] = suppliers.get(i).get();
        }
        return complete;
    }
}
