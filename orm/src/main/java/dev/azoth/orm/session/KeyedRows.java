package dev.azoth.orm.session;

import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.schema.Column;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces of statements that change rows by their keys, with a parameter for each value: {@code set0, …, key0, …}. */
final class KeyedRows {
    private final List<String> names = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();

    /** The names of the parameters, in order. */
    List<String> names() {
        return names;
    }

    /** The condition that a row has the key. */
    Condition condition() {
        return Sql.allOf(conditions);
    }

    Update<?> set(Update<?> update, List<Column<?>> columns) {
        Update<?> all = update;
        for (Column<?> each : columns) {
            all = set(all, each);
        }
        return all;
    }

    Update<?> set(Update<?> update, Column<?> column) {
        String name = "set" + names.size();
        names.add(name);
        return set(update, column, name);
    }

    private static <T> Update<?> set(Update<?> update, Column<T> column, String name) {
        return update.set(column, Sql.parameter(name, column.type()));
    }

    void where(List<Column<?>> columns) {
        columns.forEach(this::where);
    }

    void where(Column<?> column) {
        String name = "key" + names.size();
        names.add(name);
        conditions.add(equal(column, name));
    }

    /** The row must meet something more, which has no values of its own for each row. */
    void and(List<? extends Condition> more) {
        conditions.addAll(more);
    }

    /** Like {@link #where}, for a column in which null is a value like others. */
    void whereSame(Column<?> column) {
        if (!column.isNullable()) {
            where(column);
            return;
        }
        String name = "key" + names.size();
        names.add(name);
        conditions.add(same(column, name));
    }

    private static <T> Condition same(Column<T> column, String name) {
        return column.isNotDistinctFrom(Sql.parameter(name, column.type()));
    }

    private static <T> Condition equal(Column<T> column, String name) {
        return column.eq(Sql.parameter(name, column.type()));
    }

    /** Puts the values of a key into a row of parameters. */
    static int put(EntityKey key, @Nullable Object[] into, int at) {
        int next = at;
        for (Object each : key.values()) {
            into[next] = each;
            next++;
        }
        return next;
    }

    /** By key, so that transactions which change the same rows lock them in the same order; others stay as they are. */
    static final Comparator<EntityKey> ORDER = (left, right) -> {
        for (int i = 0; i < left.values().size(); i++) {
            int order = compare(left.value(i), right.value(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    @SuppressWarnings("unchecked") // both are of the class of the key's column
    private static int compare(Object left, Object right) {
        return left instanceof Comparable<?> && left.getClass() == right.getClass()
                ? ((Comparable<Object>) left).compareTo(right)
                : 0;
    }
}
