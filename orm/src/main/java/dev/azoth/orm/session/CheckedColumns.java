package dev.azoth.orm.session;

import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.type.SqlType;
import dev.azoth.type.ValueCheck;
import java.util.ArrayList;
import java.util.List;

/** The columns of an entity whose types refuse some values: a flush asks them before it sends anything, and names the member. */
final class CheckedColumns {
    private final List<Checked> columns;

    /** A column, with what checks its values. */
    private record Checked(ColumnAttribute column, ValueCheck<Object> check) {}

    private CheckedColumns(List<Checked> columns) {
        this.columns = columns;
    }

    @SuppressWarnings("unchecked") // it is given values of its own column only
    static CheckedColumns of(List<ColumnAttribute> all) {
        List<Checked> some = new ArrayList<>();
        for (ColumnAttribute each : all) {
            if (each.isInsertable() || each.isUpdatable()) {
                ((SqlType<Object>) each.column().type()).check().ifPresent(check -> some.add(new Checked(each, check)));
            }
        }
        return new CheckedColumns(List.copyOf(some));
    }

    /**
     * Refuses what objects hold that no database could store.
     *
     * @throws dev.azoth.DataException naming object and member
     */
    static void check(List<Tracked> rows) {
        for (Tracked each : rows) {
            CheckedColumns checked = each.outline().checked();
            if (!checked.columns.isEmpty()) {
                checked.check(each);
            }
        }
    }

    private void check(Tracked row) {
        for (Checked each : columns) {
            Object held = each.column().get(row.entity());
            Object value = held instanceof Lazy<?> lazy ? (lazy.isLoaded() ? lazy.get() : null) : held;
            if (value != null && isRefused(each, value)) {
                refuse(row, each, value);
            }
        }
    }

    private static boolean isRefused(Checked column, Object value) {
        try {
            column.check().check(value, column.column().name());
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** Again with the place, whose text takes longer to write than most values to look at. */
    private static void refuse(Tracked row, Checked column, Object value) {
        try {
            column.check().check(value, row + "." + column.column().name());
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw ErrorKind.DATA.exception(ErrorFields.of(ErrorKind.DATA, message), null, e);
        }
    }
}
