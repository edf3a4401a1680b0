package dev.azoth.orm.loading;

import dev.azoth.compile.ResultColumn;
import dev.azoth.engine.RowLayout;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements that load entities by keys: their own, or those of the objects that lead to them. So many keys a statement. */
final class RelationshipQuery {
    /** How many keys one statement has. */
    static final int BATCH = 500;

    private final LoadRun run;
    private final EntityNode node;
    private final List<Expression<?>> keyColumns;
    private final Select<?> query;

    private RelationshipQuery(LoadRun run, EntityNode node, List<Expression<?>> keyColumns, Select<?> query) {
        this.run = run;
        this.node = node;
        this.keyColumns = keyColumns;
        this.query = query;
    }

    /** What is done with a row. */
    private interface RowWork {
        void row(ResultSet row, @Nullable Object entity) throws SQLException;
    }

    /** Makes the work on rows, once for a result. */
    private interface RowWorkFactory {
        RowWork of(List<ResultColumn<?>> columns);
    }

    /** By the key of the entities themselves. */
    static RelationshipQuery byKey(LoadRun run, Level level) {
        EntityLayout layout = level.branch().plan().layout();
        EntityNode node = new EntityNode(level, EntityColumns.of(layout, table(layout)), 0);
        List<Expression<?>> key = node.columns().here(layout.mapping().key());
        return new RelationshipQuery(
                run,
                node,
                key,
                select(run, node, List.of(), Sql.select(List.of(node.columns())).from(table(layout))));
    }

    /** By the key of the objects that have the relationship. */
    static RelationshipQuery byOwner(LoadRun run, Level level, RelationshipMapping relationship) {
        EntityLayout layout = level.branch().plan().layout();
        EntityColumns columns = EntityColumns.of(layout, table(layout));
        JoinTable between = relationship.joinTable().orElse(null);
        if (between == null) {
            EntityNode node = new EntityNode(level, columns, 0);
            Select<?> query = Sql.select(List.of(columns)).from(table(layout)).orderBy(orderings(relationship));
            return new RelationshipQuery(
                    run, node, columns.here(relationship.remoteColumns()), select(run, node, List.of(), query));
        }
        List<Expression<?>> owner = new ArrayList<>(between.ownerColumns());
        EntityNode node = new EntityNode(level, columns, owner.size());
        Select<?> query = Sql.select(owner)
                .from(between.table())
                .join(
                        table(layout),
                        KeyCondition.equal(
                                columns.here(relationship.remoteColumns()), new ArrayList<>(between.targetColumns())))
                .orderBy(orderings(relationship));
        return new RelationshipQuery(run, node, owner, select(run, node, owner, query));
    }

    private static Table table(EntityLayout layout) {
        return layout.mapping().table();
    }

    private static Ordering[] orderings(RelationshipMapping relationship) {
        return relationship instanceof ToManyMapping toMany
                ? toMany.orderBy().toArray(Ordering[]::new)
                : new Ordering[0];
    }

    private static Select<?> select(LoadRun run, EntityNode node, List<Expression<?>> before, Select<?> query) {
        List<Selectable<?>> selection = new ArrayList<>(before);
        selection.add(node.columns());
        return JoinedLoads.of(run, List.of(node), true).join(query, selection);
    }

    /** Loads the entities of these keys; the session has them then. */
    void load(Collection<EntityKey> keys, int batch) {
        inBatches(keys, batch, columns -> (row, entity) -> {});
    }

    /**
     * Loads what belongs to these owners.
     *
     * @return for each owner that has any, the objects in the order of the query
     */
    Map<EntityKey, List<Object>> loadFor(EntityMapping<?> owner, Collection<EntityKey> keys, int batch) {
        Map<EntityKey, List<Object>> found = new LinkedHashMap<>();
        inBatches(keys, batch, columns -> {
            KeyReader reader = new KeyReader(owner, columns, 0, ownerPlaces());
            return (row, entity) -> {
                EntityKey key = reader.read(row);
                if (key != null && entity != null) {
                    List<Object> targets = found.computeIfAbsent(key, each -> new ArrayList<>());
                    // A joined collection repeats the row, and nothing comes between the repetitions unless an order
                    // does
                    if (targets.isEmpty() || node.joins().isEmpty() || !contains(targets, entity)) {
                        targets.add(entity);
                    }
                }
            };
        });
        return found;
    }

    private static boolean contains(List<Object> targets, Object entity) {
        for (int i = targets.size() - 1; i >= 0; i--) {
            if (targets.get(i) == entity) {
                return true;
            }
        }
        return false;
    }

    private int[] ownerPlaces() {
        int[] places = new int[keyColumns.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = node.place() > 0 ? i : node.columns().expressions().indexOf(keyColumns.get(i));
        }
        return places;
    }

    private void inBatches(Collection<EntityKey> keys, int batch, RowWorkFactory work) {
        List<EntityKey> all = new ArrayList<>(keys);
        for (int from = 0; from < all.size(); from += batch) {
            List<EntityKey> some = all.subList(from, Math.min(all.size(), from + batch));
            read(query.where(KeyCondition.in(keyColumns, some)), work);
        }
    }

    private void read(Select<?> statement, RowWorkFactory work) {
        EntityReader[] reader = new EntityReader[1];
        for (Object ignored : run.context().connection().execute(statement, (RowLayout layout) -> {
            EntityReader entities = new EntityReader(run, node, layout.columns());
            RowWork rows = work.of(layout.columns());
            reader[0] = entities;
            return row -> {
                rows.row(row, entities.read(row));
                return true;
            };
        })) {
            // reading is all
        }
        reader[0].complete();
    }
}
