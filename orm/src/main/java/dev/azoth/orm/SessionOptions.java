package dev.azoth.orm;

import dev.azoth.MappingException;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ExecutionOptions;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.criteria.CriteriaOption;
import dev.azoth.orm.criteria.Criterion;
import dev.azoth.orm.criteria.Tenancy;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.session.JoinedConnection;
import dev.azoth.sql.Expression;
import dev.azoth.sql.NamedTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link SessionFactory}'s sessions behave.
 *
 * <p>By default a session flushes before each query, allows implicit loads, and logs a warning when one line of the program runs
 * the same query more than 50 times in a session. Not safe for several threads.
 */
public final class SessionOptions {
    private static final int QUERIES = 50;

    private final Set<Class<?>> entities = new LinkedHashSet<>();
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private UnaryOperator<ExecutionOptions> execution = UnaryOperator.identity();
    private boolean autoflush = true;
    private boolean includeDeleted;
    private Supplier<? extends @Nullable Object> tenant = () -> null;
    private boolean allTenants;
    private boolean strict;
    private final List<Criterion> criteria = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private Supplier<? extends @Nullable Object> user = () -> null;
    private final EngineChoices engines = new EngineChoices();
    private ReadFrom readFrom = ReadFrom.AUTO;
    private RepeatedLoads repeatedLoads = RepeatedLoads.warnAbove(QUERIES);
    private StatementBudget statementBudget = StatementBudget.UNLIMITED;
    private @Nullable JoinedConnection joined;

    SessionOptions() {}

    /** The same, which changes of the copy do not reach; without the listeners, who go on to be those of the factory. */
    SessionOptions copy() {
        SessionOptions copy = new SessionOptions();
        copy.entities.addAll(entities);
        copy.criteria.addAll(criteria);
        copy.includeDeleted = includeDeleted;
        copy.tenant = tenant;
        copy.allTenants = allTenants;
        copy.autoflush = autoflush;
        copy.strict = strict;
        copy.execution = execution;
        copy.clock = clock;
        copy.user = user;
        copy.repeatedLoads = repeatedLoads;
        copy.statementBudget = statementBudget;
        copy.joined = joined;
        copy.engines.copy(engines);
        copy.readFrom = readFrom;
        return copy;
    }

    /**
     * Maps these classes at once, so that what is wrong with any of them is known at the start rather than at first use. Classes that are not named
     * are mapped when they are first met.
     */
    public SessionOptions entities(Class<?>... classes) {
        entities.addAll(Arrays.asList(classes));
        return this;
    }

    /** Whether pending changes are written before each query, so that it sees them. */
    public SessionOptions autoflush(boolean on) {
        autoflush = on;
        return this;
    }

    /** How the statements of sessions run: with a timeout, a label, and so on. */
    public SessionOptions execution(UnaryOperator<ExecutionOptions> choose) {
        UnaryOperator<ExecutionOptions> before = execution;
        execution = options -> choose.apply(before.apply(options));
        return this;
    }

    /** Whether every implicit load is an error, which names the loader option that would have loaded the attribute. */
    public SessionOptions strict(boolean on) {
        strict = on;
        return this;
    }

    /**
     * Says which engine has an entity, or all entities that extend a class or implement an interface; the nearest of them holds. What is not bound is the factory's own
     * engine's. Entities that extend each other are bound as the first of them.
     *
     * <p>A statement reaches one database: relationships between entities of several are loaded by statements of their own, and cannot be joined.
     *
     * @throws dev.azoth.InvalidRequestException if the entity extends another
     */
    public SessionOptions bind(Class<?> entity, Engine engine) {
        engines.bind(entity, engine);
        return this;
    }

    /** Says which engine has a table that is no entity's. */
    public SessionOptions bind(NamedTable table, Engine engine) {
        engines.bind(table, engine);
        return this;
    }

    /** Says that the factory's own engine has replicas, which are read instead of it, as {@link ReadFrom#AUTO} says. */
    public SessionOptions replicas(Replicas of) {
        engines.replicas(of);
        return this;
    }

    /** The same of an engine that entities are bound to. */
    public SessionOptions replicas(Engine of, Replicas copies) {
        engines.replicas(of, copies);
        return this;
    }

    /** Where queries are read from that do not say it, if there are replicas. */
    public SessionOptions readFrom(ReadFrom where) {
        readFrom = where;
        return this;
    }

    EngineChoices engines() {
        return engines;
    }

    /** What happens when one line of the program runs the same query again and again in a session. */
    public SessionOptions repeatedLoads(RepeatedLoads setting) {
        repeatedLoads = setting;
        return this;
    }

    /** How many statements a session may send, from when it is opened until it is closed. As many as it wants by default. */
    public SessionOptions statementBudget(StatementBudget setting) {
        statementBudget = setting;
        return this;
    }

    /** The clock of the values that a session makes: of times, and of keys that begin with the time. The system's by default. */
    public SessionOptions clock(Clock of) {
        clock = of;
        return this;
    }

    /**
     * Leaves out rows of an entity that do not meet a condition: from queries, also under other names, in joins and in subqueries, from what is found by key and what
     * relationships load, whatever their strategy, and from what statements update and delete. So do all criteria, each as if it were written in the statement. What runs
     * on {@link Session#connection} and text are left alone, and so is what a flush writes of objects that the session holds.
     *
     * @param condition on columns of the entity, under no other name
     * @throws dev.azoth.InvalidRequestException if it is of another name of the entity
     */
    public <E> SessionOptions criteria(EntityPath<E> entity, Expression<Boolean> condition) {
        criteria.add(Criteria.own(entity, condition));
        return this;
    }

    /**
     * The same for all entities that extend a class or implement an interface.
     *
     * @param condition makes the condition on one of them, whose columns are asked for by their attributes' names
     */
    public SessionOptions criteria(
            Class<?> type, Function<? super EntityPath<?>, ? extends Expression<Boolean>> condition) {
        criteria.add(Criteria.own(type, condition));
        return this;
    }

    /** Does without the criteria of entities and classes that were given before; without all when none is named. */
    public SessionOptions withoutCriteria(Class<?>... of) {
        List<Criterion> left = Criteria.of(criteria, false, Tenancy.ALL)
                .with(List.of(CriteriaOption.without(Criterion.Kind.OWN, of)))
                .all();
        criteria.clear();
        criteria.addAll(left);
        return this;
    }

    /** Has all statements include rows that are {@linkplain dev.azoth.orm.annotation.SoftDelete marked as deleted}. */
    public SessionOptions includeDeleted() {
        includeDeleted = true;
        return this;
    }

    /** The same in the transaction of a connection. */
    SessionOptions joining(JoinedConnection with) {
        SessionOptions copy = copy();
        copy.listeners.addAll(listeners);
        copy.joined = with;
        return copy;
    }

    /** The connection in whose transaction sessions work, if it is somebody else's. */
    Optional<JoinedConnection> joined() {
        return Optional.ofNullable(joined);
    }

    /** The criteria. */
    Criteria criteria() {
        return Criteria.of(criteria, includeDeleted, allTenants ? Tenancy.ALL : new Tenancy(tenant.get(), false));
    }

    /**
     * Whose rows a session sees and writes, of entities that have a {@link dev.azoth.orm.annotation.TenantId}; asked once, when a session is opened, on the thread that opens it. It
     * is of that member's class. Null for nobody, which is the default: such entities are refused then.
     */
    public SessionOptions tenant(Supplier<? extends @Nullable Object> of) {
        tenant = of;
        allTenants = false;
        return this;
    }

    /** Whose rows a session sees and writes; see {@link #tenant(Supplier)}. */
    public SessionOptions tenant(Object of) {
        return tenant(() -> of);
    }

    /** Has a session see the rows of all tenants. What it adds has to say whose it is. */
    public SessionOptions allTenants() {
        allTenants = true;
        return this;
    }

    /**
     * Who is at work, for the values of {@code @CreatedBy} and {@code @UpdatedBy}; asked by each flush that needs it, on the session's thread. Null for nobody, which is the default.
     */
    public SessionOptions user(Supplier<? extends @Nullable Object> of) {
        user = of;
        return this;
    }

    /**
     * Adds a listener, which is told what all sessions do.
     *
     * @param listener safe for many threads, if sessions are used by many
     */
    public SessionOptions listener(SessionListener listener) {
        listeners.add(listener);
        return this;
    }

    SessionOptions validated() {
        List<String> problems = new ArrayList<>();
        for (Class<?> each : entities) {
            try {
                EntityMapping.of(each);
            } catch (MappingException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new MappingException(String.join("\n", problems));
        }
        return this;
    }

    /** Those who are told what sessions do. */
    List<SessionListener> listeners() {
        return listeners;
    }

    /** Whether pending changes are written before each query. */
    public boolean autoflush() {
        return autoflush;
    }

    /** How statements run. */
    public UnaryOperator<ExecutionOptions> execution() {
        return execution;
    }

    /** Whether every implicit load is an error. */
    public boolean strict() {
        return strict;
    }

    /** The clock of the values that a session makes. */
    public Clock clock() {
        return clock;
    }

    /** Who is at work. */
    public Supplier<? extends @Nullable Object> user() {
        return user;
    }

    /** Where queries are read from. */
    public ReadFrom readFrom() {
        return readFrom;
    }

    /** How many statements a session may send. */
    public StatementBudget statementBudget() {
        return statementBudget;
    }

    /** What happens when one line runs the same query again and again. */
    public RepeatedLoads repeatedLoads() {
        return repeatedLoads;
    }
}
