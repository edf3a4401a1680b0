package dev.azoth.engine;

import dev.azoth.sql.Assignment;
import dev.azoth.sql.Bind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Statement;
import dev.azoth.sql.Update;
import dev.azoth.type.SqlType;
import dev.azoth.type.ValueCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the column of a value that a codec refused, which knows of no columns: asked again with the column's name, its type says so of it. */
final class RefusedValue {
    private RefusedValue() {}

    /** A check of a column's values, for rows of many. */
    record ColumnCheck(int index, String place, ValueCheck<Object> check) {
        void check(@Nullable Object[] row) {
            Object value = row[index];
            if (value != null) {
                check.check(value, place);
            }
        }
    }

    /** The checks of those columns whose types have any. */
    static List<ColumnCheck> checks(List<ColumnReference<?>> columns) {
        List<ColumnCheck> checks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            String place = place(columns.get(i));
            check(columns.get(i).type()).ifPresent(check -> checks.add(new ColumnCheck(index, place, check)));
        }
        return List.copyOf(checks);
    }

    @SuppressWarnings("unchecked") // the classes of values are compared with the columns' before
    private static Optional<ValueCheck<Object>> check(SqlType<?> type) {
        return ((SqlType<Object>) type).check();
    }

    private static String place(ColumnReference<?> column) {
        return column.table() + "." + column.name();
    }

    /** The same failure, naming the column if the statement gives it the value. */
    static RuntimeException named(RuntimeException codec, Statement<?> source) {
        try {
            if (source instanceof Insert<?> insert) {
                List<ColumnReference<?>> columns = insert.columns();
                for (Insert.Values row : insert.rows()) {
                    for (int i = 0; i < columns.size(); i++) {
                        checkAgain(columns.get(i), row.values().get(i));
                    }
                }
            } else if (source instanceof Update<?> update) {
                for (Assignment<?> each : update.assignments()) {
                    checkAgain(each.column(), each.value());
                }
            }
        } catch (IllegalArgumentException named) {
            return named;
        }
        return codec;
    }

    private static void checkAgain(ColumnReference<?> column, Expression<?> given) {
        if (given instanceof Bind<?> bind
                && bind.value() != null
                && column.type().javaType().isInstance(bind.value())) {
            Object value = bind.value();
            check(column.type()).ifPresent(check -> check.check(value, place(column)));
        }
    }
}
