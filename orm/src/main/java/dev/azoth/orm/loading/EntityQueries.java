package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.NoResultException;
import dev.azoth.engine.Result;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.PopulateExisting;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.session.PersistenceContext;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Query;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The queries of one session: they give entities, one object for a row, with what their plans and options load along.
 *
 * <p>An object that the session has already is given as it is; its row does not overwrite it. Results with entities are read whole. Not safe for
 * several threads, like the session.
 */
public final class EntityQueries {
    private final PersistenceContext context;
    private final RepeatedLoadDetector repeated;
    private final LazyLoads lazyLoads;

    /** The queries of a session. */
    public EntityQueries(PersistenceContext context) {
        this.context = context;
        this.repeated = new RepeatedLoadDetector(context::repeatedLoads);
        this.lazyLoads = new LazyLoads(context, repeated);
    }

    /**
     * Runs a query of entities, of columns, or of both.
     *
     * @throws InvalidRequestException if an option does not fit the query
     */
    public <T> Result<T> execute(Query<T> query) {
        return execute(query, List.of());
    }

    /** Runs a query with options besides its own. */
    public <T> Result<T> execute(Query<T> query, List<? extends QueryOption> more) {
        context.autoflush();
        List<QueryOption> options = new ArrayList<>(options(query));
        options.addAll(more);
        Criteria criteria = context.criteria().with(options);
        boolean entities = hasEntities(query);
        if (!entities && !repeated.isOn()) {
            return context.connection().execute(criteria.applied(query));
        }
        CallSite site = CallSite.here();
        repeated.query(query, site);
        return entities
                ? entities(query, options, criteria, site)
                : context.connection().execute(criteria.applied(query));
    }

    private static boolean hasEntities(Query<?> query) {
        for (Selectable<?> each : EntityQuery.leaves(query.selection())) {
            if (each instanceof EntityPath<?> || (each instanceof Nested<?, ?> nested && hasEntities(nested.query()))) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked") // the projection makes what the query's type says
    private <T> Result<T> entities(
            Query<T> query, List<? extends QueryOption> options, Criteria criteria, CallSite site) {
        boolean all = options.contains(PopulateExisting.INSTANCE);
        LoadRun run = new LoadRun(context, criteria, key -> all);
        return (Result<T>)
                Result.of(run.run(() -> rows(query, options, run, site)).made());
    }

    private EntityRows rows(Query<?> query, List<? extends QueryOption> options, LoadRun run, CallSite site) {
        PlanOptions plans = PlanOptions.of(options);
        plans.check(roots(query));
        EntityQuery sent =
                EntityQuery.of(query, run, path -> root(run, plans.plan(EntityMapping.of(path.javaType())), site));
        return new EntityRows(run, sent).read(nested -> nested(nested, run, site));
    }

    /** The rows of a nested query, for some owners; with what is loaded along, since something is made of them before that of their owners is. */
    @SuppressWarnings("unchecked") // the statement is one of rows
    private Result<Row> nested(Select<Row> statement, LoadRun run, CallSite site) {
        return hasEntities(statement)
                ? (Result<Row>) (Result<?>) Result.of(run.within(() -> rows(statement, options(statement), run, site))
                        .made())
                : context.connection().execute(run.criteria().applied(statement));
    }

    private static List<? extends QueryOption> options(Query<?> query) {
        if (query instanceof CompoundSelect<?> compound) {
            return options(compound.parts().get(0));
        }
        return query instanceof Select<?> select ? select.options() : List.of();
    }

    private static List<EntityMapping<?>> roots(Query<?> query) {
        List<EntityMapping<?>> entities = new ArrayList<>();
        for (Selectable<?> each : EntityQuery.leaves(query.selection())) {
            if (each instanceof EntityPath<?> path) {
                entities.add(EntityMapping.of(path.javaType()));
            }
        }
        return entities;
    }

    private Branch root(LoadRun run, LoadPlan plan, CallSite site) {
        return new Branch(lazyLoads, run.criteria(), plan, LoadPath.of(plan.mapping()), site);
    }

    /** The object of a key: the session's, or loaded now. */
    public <E> Optional<E> load(EntityMapping<E> mapping, EntityKey key) {
        Optional<Object> held = context.find(key);
        if (held.isEmpty()) {
            context.autoflush();
            CallSite site = CallSite.here();
            repeated.byKey(mapping, site);
            held = Optional.ofNullable(loadAll(mapping, List.of(key), site).get(key));
        }
        return held.filter(mapping.javaType()::isInstance).map(mapping.javaType()::cast);
    }

    /** Whether the row of a key meets the criteria of its entity. */
    public boolean meets(EntityMapping<?> mapping, EntityKey key) {
        context.autoflush();
        EntityMapping<?> root = mapping.root();
        FromItem source = root.isOneTable() ? root.table() : root.source().from();
        List<Expression<?>> columns = root.source().expressions(source, root.key());
        Select<Row> row = Sql.select(new ArrayList<Selectable<?>>(columns))
                .from(source)
                .where(KeyCondition.in(columns, List.of(key)));
        return !context.connection()
                .execute(context.criteria().applied(row))
                .all()
                .isEmpty();
    }

    /**
     * The objects of many keys: the session's, the others loaded now, 500 keys a statement.
     *
     * @return those that there are, in the order of the keys
     */
    public Map<EntityKey, Object> loadAll(EntityMapping<?> mapping, Collection<EntityKey> keys) {
        return loadAll(mapping, keys, CallSite.here());
    }

    private Map<EntityKey, Object> loadAll(EntityMapping<?> mapping, Collection<EntityKey> keys, CallSite site) {
        return loadAll(mapping, keys, new LoadRun(context, context.criteria(), key -> false), site);
    }

    private Map<EntityKey, Object> loadAll(
            EntityMapping<?> mapping, Collection<EntityKey> keys, LoadRun run, CallSite site) {
        List<EntityKey> missing =
                keys.stream().distinct().filter(each -> run.find(each) == null).toList();
        if (!missing.isEmpty()) {
            run.run(() -> {
                Level level = run.level(root(run, LoadPlan.of(mapping), site));
                RelationshipQuery.byKey(run, level).load(missing, RelationshipQuery.BATCH);
                return true;
            });
        }
        Map<EntityKey, Object> found = new LinkedHashMap<>();
        for (EntityKey each : keys) {
            Object entity = run.find(each);
            if (entity != null) {
                found.put(each, entity);
            }
        }
        return found;
    }

    /**
     * Reads an object's row again and gives the object its values, changed or not. What was loaded of its relationships is loaded anew, or left
     * for later, as its mapping says. Pending changes are not written before.
     *
     * @throws InvalidRequestException if the object is not the session's
     * @throws NoResultException       if its row is gone
     */
    public void refresh(Object entity) {
        EntityMapping<?> mapping = EntityMapping.of(entity.getClass());
        EntityKey key = mapping.keyOf(entity)
                .filter(each -> context.find(each).orElse(null) == entity)
                .orElseThrow(() -> new InvalidRequestException(
                        "a " + mapping.name() + " that is not in this session cannot be refreshed"));
        LoadRun run = new LoadRun(context, context.criteria(), key::equals);
        CallSite site = CallSite.here();
        boolean found = run.run(() -> {
            Level level = run.level(root(run, LoadPlan.of(mapping), site));
            RelationshipQuery.byKey(run, level).load(List.of(key), 1);
            return level.isFresh(key) || !run.overwrites(key);
        });
        if (!found) {
            throw new NoResultException(key + " cannot be refreshed: its row is gone");
        }
    }

    /** The objects of rows that a statement has met: whether or not they meet the criteria of their entity, which they may do no longer. */
    public Map<EntityKey, Object> loadMet(EntityMapping<?> mapping, Collection<EntityKey> keys) {
        LoadRun run = new LoadRun(context, context.criteria().without(mapping), key -> false);
        return loadAll(mapping, keys, run, CallSite.here());
    }

    /** Reads such rows again, 500 keys a statement, and gives the objects that the session has of them their values; others are made. */
    public Map<EntityKey, Object> reload(EntityMapping<?> mapping, Collection<EntityKey> keys) {
        Map<EntityKey, Object> found = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            LoadRun run = new LoadRun(context, context.criteria().without(mapping), key -> true);
            CallSite site = CallSite.here();
            run.run(() -> {
                Level level = run.level(root(run, LoadPlan.of(mapping), site));
                RelationshipQuery.byKey(run, level).load(keys, RelationshipQuery.BATCH);
                return true;
            });
            for (EntityKey each : keys) {
                Object entity = run.find(each);
                if (entity != null) {
                    found.put(each, entity);
                }
            }
        }
        return found;
    }

    /**
     * Loads a relationship of some objects, where it is not loaded, even where implicit loads are forbidden: for cascades. One statement for 500 of
     * them.
     */
    public void load(RelationshipMapping relationship, Collection<?> owners) {
        LoadRun run = new LoadRun(context, context.criteria(), key -> false);
        CallSite site = CallSite.here();
        run.run(() -> {
            new RelationshipLoad(run).load(relationship, owners, root(run, LoadPlan.of(relationship.owner()), site));
            return true;
        });
    }
}
