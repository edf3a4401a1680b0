package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.loading.KeyCondition;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.OwnColumns;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Row;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Traversal;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the database is to compute for attributes of an object when it is flushed. Immutable.
 *
 * @param values the expressions, over columns of the tables that the attributes are in
 */
record ColumnExpressions(Map<ColumnAttribute, Expression<?>> values) {
    static final ColumnExpressions NONE = new ColumnExpressions(Map.of());
    private static final int PAGE = 500;

    boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * These, and another one.
     *
     * @throws InvalidRequestException if that cannot be written by an UPDATE of the row
     */
    ColumnExpressions with(Tracked row, ColumnReference<?> column, Expression<?> value) {
        for (EntityMapping<?> each : row.mapping().lineage()) {
            Optional<Column<?>> found = OwnColumns.own(each, column);
            if (found.isPresent()) {
                ColumnAttribute attribute = attribute(row, found.get());
                Expression<?> moved = OwnColumns.moved(value, each, each.table());
                check(row, attribute, moved);
                Map<ColumnAttribute, Expression<?>> more = new LinkedHashMap<>(values);
                more.put(attribute, moved);
                return new ColumnExpressions(more);
            }
        }
        throw new InvalidRequestException(row + " has no column " + column.table() + "." + column.name());
    }

    private static ColumnAttribute attribute(Tracked row, Column<?> column) {
        for (ColumnAttribute each : row.outline().columns()) {
            if (each.column().equals(column) && (each.isId() || each.isVersion() || each.isUpdatable())) {
                if (each.isId() || each.isVersion()) {
                    throw new InvalidRequestException(row + "." + each.name()
                            + " cannot be an expression: keys stay as they are, and the session counts versions");
                }
                return each;
            }
        }
        throw new InvalidRequestException(
                row + " has no attribute that is written to " + column + ": a relationship is set as an object");
    }

    private static void check(Tracked row, ColumnAttribute attribute, Expression<?> value) {
        List<Column<?>> all = row.mapping().columns();
        TablePart part = row.mapping().tables().stream()
                .filter(each -> each.has(attribute.column()))
                .findFirst()
                .orElseThrow();
        Traversal.walk(value, node -> {
            if (node instanceof Column<?> column
                    && all.contains(column)
                    && !part.has(column)
                    && column.table() != part.table()) {
                throw new InvalidRequestException(row + "." + attribute.name() + " cannot be what is read of " + column
                        + ", which is in another table");
            }
            return true;
        });
    }

    private boolean isIn(TablePart part, ColumnAttribute attribute) {
        return part.has(attribute.column());
    }

    boolean isIn(TablePart part) {
        return values.keySet().stream().anyMatch(each -> isIn(part, each));
    }

    /** Adds those that are in a table to an update of it. */
    Update<?> set(Update<?> update, TablePart part) {
        Update<?> all = update;
        for (Map.Entry<ColumnAttribute, Expression<?>> each : values.entrySet()) {
            all = isIn(part, each.getKey()) ? set(all, each.getKey().column(), each.getValue()) : all;
        }
        return all;
    }

    @SuppressWarnings("unchecked") // Session.set has compared the classes
    private static <V> Update<?> set(Update<?> update, Column<V> column, Expression<?> value) {
        return update.set(column, (Expression<? extends V>) value);
    }

    /** Gives objects what the database made of the expressions. */
    void readBack(Connection connection, EntityMapping<?> mapping, Map<EntityKey, Object> objects) {
        List<EntityKey> keys = List.copyOf(objects.keySet());
        for (TablePart part : mapping.tables()) {
            List<ColumnAttribute> here =
                    values.keySet().stream().filter(each -> isIn(part, each)).toList();
            for (int from = 0; !here.isEmpty() && from < keys.size(); from += PAGE) {
                List<EntityKey> page = keys.subList(from, Math.min(keys.size(), from + PAGE));
                List<Selectable<?>> selected = new ArrayList<>(part.key());
                here.forEach(each -> selected.add(part.own(each.column())));
                List<Expression<?>> key = new ArrayList<>(part.key());
                connection
                        .execute(Sql.select(selected).from(part.table()).where(KeyCondition.in(key, page)))
                        .forEach(row -> give(row, mapping, here, objects));
            }
        }
    }

    private static void give(
            Row row, EntityMapping<?> mapping, List<ColumnAttribute> attributes, Map<EntityKey, Object> objects) {
        int width = mapping.key().size();
        Object entity = objects.get(mapping.key(row.values().subList(0, width).toArray()));
        for (int i = 0; entity != null && i < attributes.size(); i++) {
            Object value = row.get(width + i);
            ColumnAttribute attribute = attributes.get(i);
            attribute.set(entity, attribute.isLazy() ? Lazy.ofNullable(value) : value);
        }
    }
}
