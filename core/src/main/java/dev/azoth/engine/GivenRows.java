package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Insert;
import dev.azoth.sql.RecordComponents;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows in the forms in which a program has them, as arrays of values; drawn one after the other. */
final class GivenRows {
    private GivenRows() {}

    /** The values of a row of one form, in an order that the first row gave. */
    interface Form {
        /** What the values are called. */
        List<String> names();

        /**
         * The values of a row.
         *
         * @param number the index of the row, for messages
         */
        @Nullable
        Object[] values(Object row, int number);
    }

    /** Rows for an insert: the first says of which form they are, and with its names of which columns. */
    static ParameterRows of(Insert<?> insert, Iterable<?> rows) {
        if (rows instanceof ColumnValues columns) {
            return ParameterRows.of(columns.columns(), columns);
        }
        List<String> known =
                insert.table().columns().stream().map(ColumnReference::name).toList();
        List<String> named =
                insert.columns().stream().map(ColumnReference::name).toList();
        return of(rows, first -> form(first, "insert into " + insert.table().name(), known, named));
    }

    /** Rows of parameters for any other statement. */
    static ParameterRows named(Iterable<?> rows) {
        return of(rows, first -> form(first, "statement", List.of(), List.of()));
    }

    private static ParameterRows of(Iterable<?> rows, Function<Object, Form> forms) {
        Iterator<?> iterator = rows.iterator();
        if (!iterator.hasNext()) {
            return new ParameterRows(List.of(), List.of());
        }
        Object first = iterator.next();
        Form form = forms.apply(first);
        return new ParameterRows(form.names(), () -> new Values(form, first, iterator));
    }

    private static Form form(Object first, String statement, List<String> known, List<String> named) {
        if (first instanceof Map<?, ?> map) {
            return MapForm.of(map);
        } else if (first instanceof Record row) {
            return new RecordForm(RecordComponents.of(row.getClass(), known));
        } else if (first instanceof Object[] && !named.isEmpty()) {
            return new ArrayForm(named);
        }
        throw new InvalidRequestException("row 0 of the " + statement + " is a "
                + first.getClass().getName()
                + ": rows are maps by column or name, records with components of those names, or, for an insert that names its columns,"
                + " arrays of their values");
    }

    static InvalidRequestException otherForm(Object row, int number, String wanted) {
        return new InvalidRequestException("row " + number + " is a "
                + row.getClass().getName() + ", but row 0 is " + wanted + ": all rows must have the form of the first");
    }

    private static final class Values implements Iterator<@Nullable Object[]> {
        private final Form form;
        private final Iterator<?> rows;
        private @Nullable Object first;
        private int number;

        Values(Form form, Object first, Iterator<?> rows) {
            this.form = form;
            this.first = first;
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return first != null || rows.hasNext();
        }

        @Override
        public @Nullable Object[] next() {
            Object row = first != null ? first : rows.next();
            first = null;
            return form.values(row, number++);
        }
    }

    private record ArrayForm(List<String> names) implements Form {
        @Override
        public @Nullable Object[] values(Object row, int number) {
            if (row instanceof @Nullable Object[] values) {
                return values;
            }
            throw otherForm(row, number, "an array");
        }
    }
}
