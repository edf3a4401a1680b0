package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.NoResultException;
import dev.azoth.engine.Result;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.PopulateExisting;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.ReadOnly;
import dev.azoth.orm.ReadOptions;
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
import java.util.Set;

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
    private final LazyLoads readOnlyLoads;

    /** The queries of a session. */
    public EntityQueries(PersistenceContext context) {
        this.context = context;
        this.repeated = new RepeatedLoadDetector(context::repeatedLoads);
        this.lazyLoads = new LazyLoads(context, repeated, false);
        this.readOnlyLoads = new LazyLoads(context, repeated, true);
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
        if (entities || repeated.isOn()) {
            CallSite site = CallSite.here();
            repeated.query(query, site);
            if (entities) {
                return entities(query, options, criteria, site);
            }
        }
        return sent(query, criteria, ReadFrom.of(options));
    }

    private <T> Result<T> sent(Query<T> query, Criteria criteria, ReadFrom from) {
        Query<T> applied = criteria.applied(query);
        return AskedRows.of(query, applied, context.connection(applied, from).execute(applied));
    }

    /** Whether a query gives entities, be it within something else. */
    public static boolean hasEntities(Query<?> query) {
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
        LoadRun run = run(options, criteria);
        return (Result<T>)
                Result.of(run.run(() -> rows(query, options, run, site)).made());
    }

    private LoadRun run(List<? extends QueryOption> options, Criteria criteria) {
        boolean overwrites = options.contains(PopulateExisting.INSTANCE);
        return new LoadRun(
                context, criteria, key -> overwrites, options.contains(ReadOnly.INSTANCE), ReadFrom.of(options));
    }

    private QueryLoad load(Query<?> query, List<? extends QueryOption> options, LoadRun run, CallSite site) {
        PlanOptions plans = PlanOptions.of(options);
        plans.check(EntityQuery.roots(query));
        boolean parts = query instanceof Select<?> select && select.lock().isEmpty();
        return new QueryLoad(
                run,
                path -> {
                    LoadPlan plan = plans.plan(EntityMapping.of(path.javaType()));
                    return root(run, parts ? plan : plan.whole(), site);
                },
                nested -> nested(nested, run, site));
    }

    private EntityRows rows(Query<?> query, List<? extends QueryOption> options, LoadRun run, CallSite site) {
        QueryLoad load = load(query, options, run, site);
        return new EntityRows(run, EntityQuery.of(query, load, false)).read(load.nested());
    }

    /** The rows of a nested query, for some owners; with what is loaded along, since something is made of them before that of their owners is. */
    @SuppressWarnings("unchecked") // the statement is one of rows
    private Result<Row> nested(Select<Row> statement, LoadRun run, CallSite site) {
        return hasEntities(statement)
                ? (Result<Row>) (Result<?>) Result.of(run.within(() -> rows(statement, options(statement), run, site))
                        .made())
                : run.execute(statement);
    }

    /** A query as it runs under the criteria of the session and its own. */
    public <T> Query<T> underCriteria(Query<T> query) {
        return context.criteria().with(options(query)).applied(query);
    }

    /** Whether all that a query loads is only read. */
    public static boolean isReadOnly(Query<?> query) {
        return options(query).contains(ReadOnly.INSTANCE);
    }

    /**
     * Runs a query of entities whose rows come some at a time, and with them what its options load along.
     *
     * @throws InvalidRequestException if an option does not fit the query, or joins a collection
     */
    public <T> EntityPartitions<T> partitions(Query<T> query, int size) {
        context.autoflush();
        CallSite site = CallSite.here();
        repeated.query(query, site);
        List<? extends QueryOption> options = options(query);
        Criteria criteria = context.criteria().with(options);
        return new EntityPartitions<>(context, query, size, () -> load(query, options, run(options, criteria), site));
    }

    private static List<? extends QueryOption> options(Query<?> query) {
        if (query instanceof CompoundSelect<?> compound) {
            return options(compound.parts().get(0));
        }
        return query instanceof Select<?> select ? select.options() : List.of();
    }

    private Branch root(LoadRun run, LoadPlan plan, CallSite site) {
        LazyLoads later = run.isReadOnly() ? readOnlyLoads : lazyLoads;
        return new Branch(later, run.criteria(), plan, LoadPath.of(plan.mapping()), site);
    }

    private Criteria criteria(ReadOptions how) {
        return context.criteria().with(how.options());
    }

    /** A load of objects by their keys, and where it begins. */
    private record KeyedLoad(LoadRun run, Branch branch) {}

    /**
     * A load by keys.
     *
     * @param overwritten which of them get the values of their rows although the session has them
     */
    private KeyedLoad keyed(
            EntityMapping<?> mapping,
            Criteria criteria,
            CallSite site,
            ReadOptions how,
            Collection<EntityKey> overwritten) {
        boolean readOnly = how.options().contains(ReadOnly.INSTANCE);
        PlanOptions plans = PlanOptions.of(how.options());
        plans.check(List.of(mapping));
        Set<EntityKey> keys = Set.copyOf(overwritten);
        LoadRun run = new LoadRun(context, criteria, keys::contains, readOnly, ReadFrom.of(how.options()));
        LoadPlan plan = plans.plan(mapping);
        return new KeyedLoad(run, root(run, how.lock().isPresent() ? plan.whole() : plan, site));
    }

    /** The object of a key: the session's, or loaded now. */
    public <E> Optional<E> load(EntityMapping<E> mapping, EntityKey key) {
        Optional<Object> held = context.find(key);
        if (held.isEmpty()) {
            context.autoflush();
            CallSite site = CallSite.here();
            repeated.byKey(mapping, site);
            held = Optional.ofNullable(loadAll(mapping, List.of(key), context.criteria(), site, ReadOptions.NONE)
                    .get(key));
        }
        return held.filter(mapping.javaType()::isInstance).map(mapping.javaType()::cast);
    }

    /** Whether the row of a key meets the criteria of its entity. */
    public boolean meets(Criteria criteria, EntityMapping<?> mapping, EntityKey key) {
        context.autoflush();
        EntityMapping<?> root = mapping.root();
        FromItem source = root.isOneTable() ? root.table() : root.source().from();
        List<Expression<?>> columns = root.source().expressions(source, root.key());
        Select<Row> row = Sql.select(new ArrayList<Selectable<?>>(columns))
                .from(source)
                .where(KeyCondition.in(columns, List.of(key)));
        return !sent(row, criteria, ReadFrom.AUTO).all().isEmpty();
    }

    /**
     * The objects of many keys: the session's, the others loaded now, 500 keys a statement.
     *
     * @return those that there are, in the order of the keys
     */
    public Map<EntityKey, Object> loadAll(EntityMapping<?> mapping, Collection<EntityKey> keys, ReadOptions how) {
        context.autoflush();
        if (how.lock().isPresent()) {
            keys.forEach(this::checkUnchanged);
        }
        CallSite site = CallSite.here();
        repeated.byKey(mapping, site);
        return loadAll(mapping, keys, criteria(how), site, how);
    }

    /** The objects of many keys, as their mapping says; see {@link #loadAll(EntityMapping, Collection, ReadOptions)}. */
    public Map<EntityKey, Object> loadAll(EntityMapping<?> mapping, Collection<EntityKey> keys) {
        return loadAll(mapping, keys, ReadOptions.NONE);
    }

    private void checkUnchanged(EntityKey key) {
        if (context.find(key).filter(context::isModified).isPresent()) {
            throw new InvalidRequestException(
                    key
                            + " has changes that are not flushed, and would lose them when its row is read again for the lock: flush first");
        }
    }

    private Map<EntityKey, Object> loadAll(
            EntityMapping<?> mapping, Collection<EntityKey> keys, Criteria criteria, CallSite site, ReadOptions how) {
        boolean again = how.populatesExisting();
        KeyedLoad load = keyed(mapping, criteria, site, how, again ? keys : List.of());
        LoadRun run = load.run();
        List<EntityKey> missing = keys.stream()
                .distinct()
                .filter(each -> again || run.find(each) == null)
                .toList();
        if (!missing.isEmpty() || load.branch().plan().isExplicit()) {
            run.run(() -> {
                Level level = run.level(load.branch());
                keys.forEach(each -> context.find(each).ifPresent(held -> run.met(level, each, held)));
                if (!missing.isEmpty()) {
                    RelationshipQuery.byKey(run, level, how).load(missing, RelationshipQuery.BATCH);
                }
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
    public void refresh(Object entity, ReadOptions how) {
        EntityMapping<?> mapping = EntityMapping.of(entity.getClass());
        EntityKey key = context.keyOf(mapping, entity)
                .filter(each ->
                        context.find(each).or(() -> context.findExpired(each)).orElse(null) == entity)
                .orElseThrow(() -> new InvalidRequestException(
                        "a " + mapping.name() + " that is not in this session cannot be refreshed"));
        KeyedLoad load = keyed(mapping, criteria(how), CallSite.here(), how, List.of(key));
        LoadRun run = load.run();
        boolean found = run.run(() -> {
            Level level = run.level(load.branch());
            RelationshipQuery.byKey(run, level, how).load(List.of(key), 1);
            return level.isFresh(key) || !run.overwrites(key);
        });
        if (!found) {
            throw new NoResultException(key + " cannot be refreshed: its row is gone");
        }
    }

    /** Reads an object's row again, as its mapping says. */
    public void refresh(Object entity) {
        refresh(entity, ReadOptions.NONE);
    }

    /** The objects of rows that a statement has met: whether or not they meet the criteria of their entity, which they may do no longer. */
    public Map<EntityKey, Object> loadMet(EntityMapping<?> mapping, Collection<EntityKey> keys) {
        return loadMet(mapping, keys, ReadOptions.NONE);
    }

    /** Reads such rows again, 500 keys a statement, and gives the objects that the session has of them their values; others are made. */
    public Map<EntityKey, Object> reload(EntityMapping<?> mapping, Collection<EntityKey> keys) {
        return keys.isEmpty() ? Map.of() : loadMet(mapping, keys, ReadOptions.NONE.populateExisting());
    }

    private Map<EntityKey, Object> loadMet(EntityMapping<?> mapping, Collection<EntityKey> keys, ReadOptions how) {
        return loadAll(mapping, keys, context.criteria().without(mapping), CallSite.here(), how);
    }

    /** The session's object for one from elsewhere, whose state is taken for that of its row: without a query. */
    public Object adopt(Object given) {
        return lazyLoads.adopted(given, context.criteria());
    }

    /** The session's object of a row of which somebody else has an object: without a query. */
    public Optional<Object> elsewhere(EntityMapping<?> mapping, EntityKey key) {
        return lazyLoads.elsewhere(mapping, key, context.criteria());
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
