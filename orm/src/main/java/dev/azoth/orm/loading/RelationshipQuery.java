package dev.azoth.orm.loading;

import dev.azoth.compile.ResultColumn;
import dev.azoth.engine.RowLayout;
import dev.azoth.orm.ReadOptions;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements that load entities by keys: their own, or those of the objects that lead to them. So many keys a statement. */
final class RelationshipQuery {
    /** How many keys one statement has. */
    static final int BATCH = 500;

    private static final String OWNERS = "owners";

    private final LoadRun run;
    private final EntityNode node;
    private final List<Expression<?>> keyColumns;
    private final int index;
    private final Select<?> query;
    private final boolean multiplied;

    private RelationshipQuery(
            LoadRun run,
            EntityNode node,
            List<Expression<?>> keyColumns,
            int index,
            List<? extends Selectable<?>> selection,
            Select<?> plain) {
        this.run = run;
        this.node = node;
        this.keyColumns = keyColumns;
        this.index = index;
        // A lock goes with the rows that were asked for, and not every database locks one side of an outer join
        JoinedLoads joins =
                JoinedLoads.of(run, List.of(node), true, plain.lock().isPresent());
        this.query = joins.join(plain, selection);
        this.multiplied = joins.multiplies();
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
        return byKey(run, level, ReadOptions.NONE);
    }

    /** By the key of the entities themselves, perhaps with a lock. */
    static RelationshipQuery byKey(LoadRun run, Level level, ReadOptions how) {
        EntityLayout layout = level.branch().plan().layout();
        EntityNode node = new EntityNode(level, EntityColumns.of(layout, source(layout)), 0);
        List<EntityColumns> selection = List.of(node.columns());
        Select<?> plain = Sql.select(selection).from(source(layout));
        Select<?> query = how.lock().isPresent() ? plain.forUpdate(how.lock().get()) : plain;
        return new RelationshipQuery(
                run, node, node.columns().here(layout.mapping().key()), -1, selection, query);
    }

    /** By the key of the objects that have the relationship. */
    static RelationshipQuery byOwner(LoadRun run, Level level, RelationshipMapping relationship) {
        return of(run, level, relationship, (query, key) -> query);
    }

    /** Of all objects whose keys a query finds. */
    static RelationshipQuery byOwners(LoadRun run, Level level, RelationshipMapping relationship, Select<?> keys) {
        Subquery owners = keys.subquery(OWNERS);
        return of(
                run,
                level,
                relationship,
                (query, key) -> query.join(owners, KeyCondition.equal(key, new ArrayList<>(owners.columns()))));
    }

    /** Adds to a query what says whose objects it finds, by the columns that have the owners' keys. */
    private interface Restriction {
        Select<?> add(Select<?> query, List<Expression<?>> ownerKey);
    }

    private static RelationshipQuery of(
            LoadRun run, Level level, RelationshipMapping relationship, Restriction owners) {
        EntityLayout layout = level.branch().plan().layout();
        EntityColumns columns = EntityColumns.of(layout, source(layout));
        JoinRoute route = JoinRoute.of(relationship, layout.mapping(), columns);
        List<Expression<?>> ownerKey = route.ownerKey();
        List<Selectable<?>> selection = new ArrayList<>(route.isDirect() ? List.of() : ownerKey);
        Optional<Expression<?>> index = index(relationship, source(layout));
        index.ifPresent(selection::add);
        int place = selection.size();
        selection.add(columns);
        Select<?> query = owners.add(route.from(Sql.select(selection), source(layout)), ownerKey);
        for (Condition each : level.branch().criteria()) {
            query = query.where(each);
        }
        Select<?> found = query;
        EntityNode node = new EntityNode(level, columns, place);
        level.foundBy(() -> OwnerKeys.of(found, node));
        return new RelationshipQuery(
                run,
                node,
                ownerKey,
                index.isPresent() ? place - 1 : -1,
                selection,
                found.orderBy(orderings(relationship, source(layout), index)));
    }

    /** The column that has the places of the elements, read from where they are. */
    private static Optional<Expression<?>> index(RelationshipMapping relationship, FromItem source) {
        if (!(relationship instanceof ToManyMapping toMany) || !toMany.isIndexed()) {
            return Optional.empty();
        }
        return toMany.place()
                .map(each ->
                        toMany.joinTable().isEmpty() ? toMany.target().source().column(source, each) : each);
    }

    private static FromItem source(EntityLayout layout) {
        return layout.mapping().source().from();
    }

    private static Ordering[] orderings(
            RelationshipMapping relationship, FromItem source, Optional<Expression<?>> index) {
        if (!(relationship instanceof ToManyMapping toMany)) {
            return new Ordering[0];
        }
        if (index.isPresent() && toMany.isInIndexOrder()) {
            return new Ordering[] {index.get().asc().nullsLast()};
        }
        return toMany.orderings(source);
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
    Map<EntityKey, Collection<Object>> loadFor(EntityMapping<?> owner, Collection<EntityKey> keys, int batch) {
        Map<EntityKey, Collection<Object>> found = new LinkedHashMap<>();
        inBatches(keys, batch, columns -> gathering(owner, columns, found));
        return found;
    }

    /** Loads what belongs to all the owners that the query itself finds. */
    Map<EntityKey, Collection<Object>> loadFor(EntityMapping<?> owner) {
        Map<EntityKey, Collection<Object>> found = new LinkedHashMap<>();
        read(query, columns -> gathering(owner, columns, found));
        return found;
    }

    private RowWork gathering(
            EntityMapping<?> owner, List<ResultColumn<?>> columns, Map<EntityKey, Collection<Object>> found) {
        KeyReader reader = new KeyReader(owner, columns, 0, ownerPlaces());
        return (row, entity) -> {
            EntityKey key = reader.read(row);
            if (key != null && entity != null) {
                found.computeIfAbsent(key, each -> gathered())
                        .add(index < 0 ? entity : new Placed(columns.get(index).read(row, index + 1), entity));
            }
        };
    }

    /** A joined collection repeats its owners. */
    private Collection<Object> gathered() {
        if (!multiplied) {
            return new ArrayList<>();
        }
        return index < 0 ? new IdentitySet() : new LinkedHashSet<>();
    }

    private int[] ownerPlaces() {
        int[] places = new int[keyColumns.size()];
        for (int i = 0; i < places.length; i++) {
            int own = node.columns().expressions().indexOf(keyColumns.get(i));
            places[i] = own < 0 ? i : node.place() + own;
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
        Select<?> sent = statement.lock().isPresent() ? LockedRows.of(statement) : statement;
        for (Object ignored : run.execute(sent, (RowLayout layout) -> {
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
