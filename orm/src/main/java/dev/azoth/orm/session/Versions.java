package dev.azoth.orm.session;

import dev.azoth.StaleDataException;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.Assignment;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells versions of rows apart. Those that are counted begin with 0, or with what the program set; others are made, or come from the database. */
final class Versions {
    private Versions() {}

    /** Gives a new object its first version. */
    static void begin(Tracked tracked) {
        ColumnAttribute version = tracked.outline().version();
        if (version != null && version.isCounted() && version.get(tracked.entity()) == null) {
            version.set(tracked.entity(), first(version));
        }
    }

    /** The version of a new row. */
    static Object first(ColumnAttribute version) {
        return number(version.column(), 0);
    }

    /** The version of an object's row when it was last in step with it; null for an entity without. */
    static @Nullable Object current(Tracked tracked) {
        ColumnAttribute version = tracked.outline().version();
        Snapshot snapshot = tracked.snapshot();
        return version == null || snapshot == null ? null : snapshot.held(version);
    }

    /** The version after a change. */
    static Object next(ColumnAttribute version, @Nullable Object current) {
        long now = current == null ? 0 : ((Number) current).longValue();
        return number(version.column(), now + 1);
    }

    /** An update of rows that counts itself in their versions, unless it sets them. */
    static <T> Update<T> raised(Update<T> update, EntityMapping<?> mapping) {
        Update<T> all = update;
        for (Assignment<?> each : raise(update.assignments(), mapping)) {
            all = set(all, each);
        }
        return all;
    }

    private static <T, V> Update<T> set(Update<T> update, Assignment<V> assignment) {
        return update.set(assignment.column(), assignment.value());
    }

    /** What is set in a row that is met, and the version, unless that is among it. */
    static List<Assignment<?>> raised(List<Assignment<?>> assignments, EntityMapping<?> mapping) {
        List<Assignment<?>> all = new ArrayList<>(assignments);
        all.addAll(raise(assignments, mapping));
        return all;
    }

    private static List<Assignment<?>> raise(List<Assignment<?>> assignments, EntityMapping<?> mapping) {
        Column<?> column = mapping.version()
                .filter(ColumnAttribute::isCounted)
                .<Column<?>>map(ColumnAttribute::column)
                .orElse(null);
        return column == null
                        || assignments.stream().anyMatch(each -> each.column().equals(column))
                ? List.of()
                : List.of(more(column));
    }

    private static <V> Assignment<V> more(Column<V> column) {
        V one = column.type().javaType().cast(number(column, 1));
        return new Assignment<>(column, column.plus(new Literal<>(column.type(), one)));
    }

    private static Object number(Column<?> version, long value) {
        Class<?> type = version.type().javaType();
        if (type == Short.class) {
            return (short) value;
        }
        return type == Integer.class ? (Object) (int) value : (Object) value;
    }

    /**
     * The program did not change the version.
     *
     * @throws StaleDataException if it did, which says that it worked on something older, or newer
     */
    static void check(Tracked tracked) {
        ColumnAttribute version = tracked.outline().version();
        if (version != null) {
            Object now = version.get(tracked.entity());
            Object then = current(tracked);
            if (!Objects.equals(now, then)) {
                throw new StaleDataException(
                        tracked + " was given version " + now + ", but its row was read at version " + then
                                + ": the session counts versions, the program leaves them alone");
            }
        }
    }

    /**
     * Each row was met.
     *
     * @throws StaleDataException if one was not, naming it
     */
    static void checkMet(int count, String change, Object row, @Nullable Object version) {
        if (count == 0) {
            throw new StaleDataException(row + " could not be " + change + ": somebody else "
                    + (version == null
                            ? "deleted its row since it was read"
                            : "changed or deleted its row since it was read at version " + version)
                    + ". Roll back, read it again, and do the work again");
        }
    }
}
