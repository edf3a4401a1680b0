package dev.azoth.orm.session;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Row;
import dev.azoth.sql.Selectable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a statement returns of each row that it changed: what the program asked for, with an entity's key for an entity, and what the session asks for. */
final class ReturnedParts<T> {
    private final Dml<T> statement;
    private final EntityMapping<?> mapping;
    private final List<Selectable<?>> sent = new ArrayList<>();
    private final int[] key;

    ReturnedParts(Dml<T> statement, EntityMapping<?> mapping) {
        this.statement = statement;
        this.mapping = mapping;
        statement.returning().stream()
                .filter(each -> !(each instanceof EntityPath<?>))
                .forEach(sent::add);
        this.key = mapping.key().stream().mapToInt(this::place).toArray();
    }

    /** Whether the program asked for objects. */
    static boolean hasEntity(Dml<?> statement) {
        return statement.returning().stream().anyMatch(EntityPath.class::isInstance);
    }

    /** The position in a row of a column, which is asked for if it was not yet. */
    private int place(Column<?> column) {
        int place = sent.indexOf(column);
        if (place < 0) {
            sent.add(column);
        }
        return place < 0 ? sent.size() - 1 : place;
    }

    /** The positions in a row of columns, which are asked for if they were not yet. */
    Map<Column<?>, Integer> places(Collection<Column<?>> columns) {
        Map<Column<?>, Integer> places = new LinkedHashMap<>();
        columns.forEach(each -> places.put(each, place(each)));
        return places;
    }

    /** The statement to be sent, when all was asked for. */
    Dml<Row> statement() {
        return statement.returning(sent);
    }

    EntityKey key(Row row) {
        @Nullable Object[] values = new @Nullable Object[key.length];
        for (int i = 0; i < key.length; i++) {
            values[i] = row.get(key[i]);
        }
        return mapping.key(values);
    }

    /** What the program asked for, of rows whose objects are known by their keys. */
    @SuppressWarnings("unchecked") // the projection makes what the statement's type says
    List<T> project(List<Row> rows, Map<EntityKey, Object> objects) {
        if (statement.returning().isEmpty()) {
            return List.of();
        }
        Function<@Nullable Object[], @Nullable Object> projection =
                RowProjection.of(statement.returning(), statement.projection());
        List<@Nullable Object> all = new ArrayList<>(rows.size());
        for (Row row : rows) {
            @Nullable
            Object[] values = new @Nullable Object[statement.returning().size()];
            int next = 0;
            for (int i = 0; i < values.length; i++) {
                boolean entity = statement.returning().get(i) instanceof EntityPath<?>;
                values[i] = entity ? objects.get(key(row)) : row.get(next++);
            }
            all.add(projection.apply(values));
        }
        return (List<T>) all;
    }
}
