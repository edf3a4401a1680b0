package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.orm.loading.KeyCondition;
import dev.azoth.orm.mapping.AttributeValues;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Row;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the database made of rows that were updated: of all of them by one query, of which none is of more than so many rows. */
final class FetchedValues {
    private static final int PAGE = 500;

    private final EntityMapping<?> mapping;
    private final TablePart part;
    private final List<ColumnAttribute> attributes;

    FetchedValues(EntityMapping<?> mapping, TablePart part, List<ColumnAttribute> attributes) {
        this.mapping = mapping;
        this.part = part;
        this.attributes = attributes;
    }

    void read(Connection connection, List<UpdateStep.Change> changes) {
        Map<EntityKey, Object> entities = new LinkedHashMap<>();
        changes.forEach(each -> entities.put(each.key(), each.row().entity()));
        List<EntityKey> keys = new ArrayList<>(entities.keySet());
        List<Selectable<?>> selected = new ArrayList<>(part.key());
        attributes.forEach(each -> selected.add(part.own(each.column())));
        List<Expression<?>> key = new ArrayList<>(part.key());
        for (int from = 0; from < keys.size(); from += PAGE) {
            List<EntityKey> page = keys.subList(from, Math.min(keys.size(), from + PAGE));
            for (Row row :
                    connection.execute(Sql.select(selected).from(part.table()).where(KeyCondition.in(key, page)))) {
                set(entities.get(key(row)), row);
            }
        }
    }

    private EntityKey key(Row row) {
        return mapping.key(row.values().subList(0, part.key().size()).toArray());
    }

    private void set(@Nullable Object entity, Row row) {
        if (entity != null) {
            AttributeValues fetched = new AttributeValues(mapping);
            for (int i = 0; i < attributes.size(); i++) {
                fetched.put(attributes.get(i), row.values().get(part.key().size() + i));
            }
            fetched.set(entity);
        }
    }
}
