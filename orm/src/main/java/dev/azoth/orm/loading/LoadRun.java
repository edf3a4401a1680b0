package dev.azoth.orm.loading;

import dev.azoth.compile.RowDecoder;
import dev.azoth.engine.Result;
import dev.azoth.engine.RowLayout;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.session.PersistenceContext;
import dev.azoth.sql.Query;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One load: rows are read, then what they lead to, level by level; and the session is told only of objects that are complete. */
final class LoadRun {
    private final PersistenceContext context;
    private final Criteria criteria;
    private final Predicate<EntityKey> overwrites;
    private final boolean readOnly;
    private final ReadFrom from;
    private final Queue<Level> levels = new ArrayDeque<>();
    private final List<PersistenceContext.Adoption> adopted = new ArrayList<>();
    private final List<Made> made = new ArrayList<>();
    private final List<Object> refilled = new ArrayList<>();
    private final List<Later> later = new ArrayList<>();
    private final Set<EntityKey> overwritten = new HashSet<>();

    private final Set<Left> left = new HashSet<>();
    private final LackingObjects lacking = new LackingObjects(this);

    private record Later(Object entity, String attribute) {}

    private record Left(EntityKey owner, RelationshipMapping relationship) {}

    @SuppressWarnings("ArrayRecordComponent") // carries values within this class and is never compared
    private record Made(
            PersistenceContext.Adoption adoption, @Nullable Object @Nullable [] columns) {}

    /**
     * A load.
     *
     * @param criteria   the conditions on entities for all of its statements
     * @param overwrites which objects take the values of their rows although the session holds them already
     */
    LoadRun(PersistenceContext context, Criteria criteria, Predicate<EntityKey> overwrites) {
        this(context, criteria, overwrites, false, ReadFrom.AUTO);
    }

    /**
     * A load.
     *
     * @param readOnly whether the new objects are only read
     * @param from     where all of its statements are read from
     */
    LoadRun(
            PersistenceContext context,
            Criteria criteria,
            Predicate<EntityKey> overwrites,
            boolean readOnly,
            ReadFrom from) {
        this.context = context;
        this.criteria = criteria;
        this.overwrites = overwrites;
        this.readOnly = readOnly;
        this.from = from;
    }

    PersistenceContext context() {
        return context;
    }

    Criteria criteria() {
        return criteria;
    }

    /** Runs one of its statements, under its criteria. */
    <R> Result<R> execute(Query<?> statement, Function<RowLayout, RowDecoder<R>> decoder) {
        Query<?> applied = applied(statement);
        return context.connection(applied, from).execute(applied, decoder);
    }

    /** One of its statements as it is sent: under its criteria. */
    Query<?> applied(Query<?> statement) {
        return criteria.applied(TrimmedSources.of(statement));
    }

    /** Runs a statement for rows that met the criteria before. */
    <R> Result<R> executeMet(Query<?> statement, Function<RowLayout, RowDecoder<R>> decoder) {
        return context.connection(statement, from).execute(statement, decoder);
    }

    /** The objects whose rows had not all that they get. */
    LackingObjects lacking() {
        return lacking;
    }

    /** The same for rows that are no objects. */
    <R> Result<R> execute(Query<R> statement) {
        Query<R> applied = criteria.applied(statement);
        return context.connection(applied, from).execute(applied);
    }

    ReadFrom from() {
        return from;
    }

    /** Whether the new objects are only read. */
    boolean isReadOnly() {
        return readOnly;
    }

    /** A level whose objects are looked at after those of the levels before. */
    Level level(Branch branch) {
        Level level = new Level(branch);
        levels.add(level);
        return level;
    }

    /** The object of a key that this load can use as it is. */
    @Nullable
    Object find(EntityKey key) {
        Object held = context.find(key).orElse(null);
        return held == null && readOnly ? context.findReadOnly(key).orElse(null) : held;
    }

    /** The object of a key, be it one that is old, or is only read and has to be read anew to be more. */
    @Nullable
    Object known(EntityKey key) {
        return context.findKnown(key).orElse(null);
    }

    /** Whether a row replaces what an object has; true once for each object. */
    boolean overwrites(EntityKey key) {
        return (overwrites.test(key)
                        || isPromoted(key)
                        || context.findExpired(key).isPresent())
                && overwritten.add(key);
    }

    /** Whether an object was only read until now, and is no longer. */
    boolean isPromoted(EntityKey key) {
        return !readOnly && context.findReadOnly(key).isPresent();
    }

    /** Whether an object is none of this load's business: it may be changed, and what is only read must not get into it. */
    boolean leavesAlone(EntityKey key) {
        return readOnly && context.find(key).isPresent();
    }

    /** An object was found that the session has already. */
    void met(Level level, EntityKey key, Object entity) {
        if (!leavesAlone(key)) {
            level.met(key, entity);
        }
    }

    /**
     * An object was made.
     *
     * @param columns what its members that are columns hold, by attribute; null if only the object can tell
     * @param whole   whether it has all that it will have; others are complete when what they lead to is there
     */
    void adopt(
            EntityMapping<?> mapping,
            EntityKey key,
            Object entity,
            @Nullable Object @Nullable [] columns,
            boolean whole) {
        PersistenceContext.Adoption adoption =
                readOnly ? context.adoptReadOnly(key, entity) : context.adopt(mapping, key, entity);
        adopted.add(adoption);
        if (whole) {
            context.complete(adoption, columns);
        } else {
            made.add(new Made(adoption, columns));
        }
    }

    /** An object that was there before has the values of its row now. */
    void overwritten(EntityMapping<?> mapping, EntityKey key, Object entity) {
        if (isPromoted(key)) {
            adopt(mapping, key, entity, null, false);
        } else {
            refilled.add(entity);
        }
    }

    /** What the load brought, so far. */
    List<PersistenceContext.Adoption> brought() {
        return adopted;
    }

    /** An object that was there before has got something of the database's. */
    void completed(Object entity, AttributeMapping attribute) {
        later.add(new Later(entity, attribute.name()));
    }

    /** Whether a relationship is followed from an object for the first time; asked where following it again would have no end. */
    boolean leaves(EntityKey owner, RelationshipMapping relationship) {
        return left.add(new Left(owner, relationship));
    }

    /** Reads, then loads all that it leads to. If anything fails, the session never had the new objects. */
    <R> R run(Supplier<R> reading) {
        R result = loaded(reading);
        if (context.tellsOfLoads()) {
            adopted.forEach(context::tell);
            refilled.forEach(context::tellRefreshed);
        }
        return result;
    }

    private <R> R loaded(Supplier<R> reading) {
        try {
            R result = reading.get();
            follow();
            made.forEach(each -> context.complete(each.adoption, each.columns));
            refilled.forEach(context::loaded);
            later.forEach(each -> context.loaded(each.entity, each.attribute));
            return result;
        } catch (RuntimeException | Error e) {
            adopted.forEach(context::abandon);
            throw e;
        }
    }

    /** Reads and loads all that it leads to as a part of this load, while the rows before are still waiting for what they lead to. */
    <R> R within(Supplier<R> reading) {
        List<Level> waiting = new ArrayList<>(levels);
        levels.clear();
        R result = reading.get();
        follow();
        levels.addAll(waiting);
        return result;
    }

    private void follow() {
        RelationshipLoad relationships = new RelationshipLoad(this);
        for (Level level = next(); level != null; level = next()) {
            if (!level.isEmpty()) {
                relationships.load(level);
            }
        }
    }

    private @Nullable Level next() {
        lacking.load();
        return levels.poll();
    }
}
