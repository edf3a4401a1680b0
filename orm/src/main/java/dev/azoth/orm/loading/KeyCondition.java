package dev.azoth.orm.loading;

import dev.azoth.compile.CompiledStatement;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** Conditions that columns have the values of keys, or of each other. */
public final class KeyCondition {
    private KeyCondition() {}

    /** The columns have the values of one of the keys. With several columns the last key stands as often as few texts for all numbers of keys need. */
    public static Condition in(List<Expression<?>> columns, List<EntityKey> keys) {
        if (columns.size() == 1) {
            List<Object> values = new ArrayList<>(keys.size());
            keys.forEach(each -> values.add(each.value(0)));
            return KeyCondition.<Object>typed(columns.get(0)).in(values);
        }
        List<Condition> each = new ArrayList<>();
        for (int i = 0; i < CompiledStatement.places(keys.size()); i++) {
            EntityKey key = keys.get(Math.min(i, keys.size() - 1));
            List<Condition> parts = new ArrayList<>();
            for (int part = 0; part < columns.size(); part++) {
                parts.add(KeyCondition.<Object>typed(columns.get(part)).eq(key.value(part)));
            }
            each.add(Sql.allOf(parts));
        }
        return Sql.anyOf(each);
    }

    /** Two lists of columns have the same values. */
    static Condition equal(List<Expression<?>> left, List<Expression<?>> right) {
        List<Condition> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            pairs.add(KeyCondition.<Object>typed(left.get(i)).eq(KeyCondition.<Object>typed(right.get(i))));
        }
        return Sql.allOf(pairs);
    }

    @SuppressWarnings(
            "unchecked") // keys have the classes of their columns, and foreign keys those of what they refer to
    private static <T> Expression<T> typed(Expression<?> column) {
        return (Expression<T>) column;
    }
}
