package dev.azoth.orm.loading;

import dev.azoth.compile.ResultColumn;
import dev.azoth.engine.RowLayout;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.session.PersistenceContext;
import dev.azoth.schema.Column;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The statements that read collections of values: for some owners by their keys, or for all whose keys a query finds. */
final class ElementsQuery {
    private final PersistenceContext context;
    private final ReadFrom from;
    private final ElementsMapping attribute;
    private final List<Expression<?>> ownerColumns;
    private final boolean indexed;
    private final int firstElement;
    private final Select<?> query;

    private ElementsQuery(
            PersistenceContext context, ReadFrom from, ElementsMapping attribute, @Nullable Select<?> keys) {
        this.context = context;
        this.from = from;
        this.attribute = attribute;
        this.ownerColumns = new ArrayList<>(attribute.ownerColumns());
        List<Column<?>> selection = new ArrayList<>(attribute.ownerColumns());
        this.indexed = attribute.isIndexed();
        attribute.place().ifPresent(selection::add);
        this.firstElement = selection.size();
        selection.addAll(attribute.elementColumns());
        Select<?> all = Sql.select(selection).from(attribute.table());
        this.query = (keys == null ? all : restricted(all, keys))
                .orderBy(attribute.orderBy().toArray(Ordering[]::new));
    }

    private Select<?> restricted(Select<?> all, Select<?> keys) {
        Subquery owners = keys.subquery("owners");
        return all.join(owners, KeyCondition.equal(ownerColumns, new ArrayList<>(owners.columns())));
    }

    /** For owners whose keys are known. */
    static ElementsQuery of(PersistenceContext context, ReadFrom from, ElementsMapping attribute) {
        return new ElementsQuery(context, from, attribute, null);
    }

    /** For all owners whose keys a query finds. */
    static ElementsQuery of(PersistenceContext context, ReadFrom from, ElementsMapping attribute, Select<?> keys) {
        return new ElementsQuery(context, from, attribute, keys);
    }

    /** What all owners have that the query finds. */
    Map<EntityKey, List<Object>> load() {
        Map<EntityKey, List<Object>> found = new LinkedHashMap<>();
        read(query, found);
        return found;
    }

    /** What these owners have, so many of them a statement. */
    Map<EntityKey, List<Object>> loadFor(Collection<EntityKey> owners, int batch) {
        Map<EntityKey, List<Object>> found = new LinkedHashMap<>();
        List<EntityKey> all = new ArrayList<>(owners);
        for (int from = 0; from < all.size(); from += batch) {
            List<EntityKey> some = all.subList(from, Math.min(all.size(), from + batch));
            read(query.where(KeyCondition.in(ownerColumns, some)), found);
        }
        return found;
    }

    private void read(Select<?> statement, Map<EntityKey, List<Object>> found) {
        int[] places = IntStream.range(0, ownerColumns.size()).toArray();
        for (Object ignored : context.connection(statement, from).execute(statement, (RowLayout layout) -> {
            KeyReader owner = new KeyReader(attribute.owner(), layout.columns(), 0, places);
            return row -> {
                EntityKey key = owner.read(row);
                if (key != null) {
                    found.computeIfAbsent(key, each -> new ArrayList<>()).add(element(row, layout.columns()));
                }
                return true;
            };
        })) {
            // reading is all
        }
    }

    private Object element(ResultSet row, List<ResultColumn<?>> columns) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size() - firstElement];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(firstElement + i).read(row, firstElement + i + 1);
        }
        Object element = attribute.element(values);
        return indexed ? new Placed(columns.get(firstElement - 1).read(row, firstElement), element) : element;
    }
}
