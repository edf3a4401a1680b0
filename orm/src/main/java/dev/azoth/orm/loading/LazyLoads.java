package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.NoResultException;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.LazyReference;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.RowSource;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.orm.session.PersistenceContext;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads for one session what was left for later, each attribute of each object by itself. */
final class LazyLoads {
    private final PersistenceContext context;
    private final RepeatedLoadDetector repeated;
    private final boolean readOnly;

    /**
     * Loads.
     *
     * @param readOnly whether they are of objects that are only read, and so bring such
     */
    LazyLoads(PersistenceContext context, RepeatedLoadDetector repeated, boolean readOnly) {
        this.context = context;
        this.repeated = repeated;
        this.readOnly = readOnly;
    }

    private LoadRun run(Branch target) {
        return new LoadRun(context, target.everywhere(), key -> false, readOnly, ReadFrom.AUTO);
    }

    PersistenceContext context() {
        return context;
    }

    /** A query that nobody wrote is about to run. */
    void implicitly(LoadPath path, AttributeMapping attribute, CallSite site) {
        context.implicitLoad(attribute);
        repeated.lazily(path, attribute, site);
    }

    /** What a reference leads to, if its key is known and the session has the object. */
    Optional<Object> find(LazyReference<?> reference) {
        if (reference.key().length == 0) {
            return Optional.empty();
        }
        EntityKey key = target(reference);
        Optional<Object> held = context.find(key);
        return held.isEmpty() && readOnly ? context.findReadOnly(key) : held;
    }

    /**
     * The session's object of a row of which somebody else has an object; nothing is read.
     *
     * @param criteria the conditions under which the row would be read: whether the object meets them is not known, so that there must be none
     */
    Optional<Object> elsewhere(EntityMapping<?> mapping, EntityKey key, Criteria criteria) {
        // an object that was only read until now becomes the row's one, by its row
        if (readOnly
                || !criteria.of(mapping).isEmpty()
                || context.findReadOnly(key).isPresent()) {
            return Optional.empty();
        }
        return context.finding(mapping, key).map(given -> {
            boolean right = mapping.javaType().isInstance(given)
                    && EntityMapping.of(given.getClass())
                            .keyOf(given)
                            .filter(key::equals)
                            .isPresent();
            if (!right) {
                throw new InvalidRequestException("a listener gave "
                        + EntityMapping.of(given.getClass())
                                .keyOf(given)
                                .map(EntityKey::toString)
                                .orElse("an object without a key")
                        + " where " + key + " was to be found: finding(…) gives the object of the key, or nothing");
            }
            return adopted(given, criteria);
        });
    }

    /** The session's object for one from elsewhere, whose state is taken for that of its row. */
    Object adopted(Object given, Criteria criteria) {
        CallSite site = CallSite.here();
        return new GraphAdoption(
                        context,
                        mapping -> new Branch(this, criteria, LoadPlan.of(mapping), LoadPath.of(mapping), site))
                .run(given);
    }

    private static EntityKey target(LazyReference<?> reference) {
        return ((RelationshipMapping) reference.attribute()).target().key(reference.key());
    }

    /** The value of a column. */
    @Nullable
    Object column(Object owner, ColumnAttribute attribute) {
        context.autoflush();
        EntityMapping<?> mapping = EntityMapping.of(owner.getClass());
        EntityKey row = key(mapping, owner);
        Select<?> select = attribute.isComputed() ? computed(mapping, attribute, row) : stored(mapping, attribute, row);
        List<?> values =
                context.connection(select, ReadFrom.AUTO).execute(select).all();
        if (values.isEmpty()) {
            throw new NoResultException(row + "." + attribute.name() + " cannot be loaded: its row is gone");
        }
        return values.get(0);
    }

    private static Select<?> stored(EntityMapping<?> mapping, ColumnAttribute attribute, EntityKey row) {
        TablePart part = mapping.table(attribute.column());
        List<Expression<?>> key = new ArrayList<>(part.key());
        return Sql.select(part.own(attribute.column())).from(part.table()).where(KeyCondition.in(key, List.of(row)));
    }

    private static Select<?> computed(EntityMapping<?> mapping, ColumnAttribute attribute, EntityKey row) {
        RowSource source = mapping.source();
        return Sql.select(source.expressions(source.from(), List.of(attribute.column()))
                        .get(0))
                .from(source.from())
                .where(KeyCondition.in(source.expressions(source.from(), mapping.key()), List.of(row)));
    }

    private EntityKey key(EntityMapping<?> mapping, Object entity) {
        return context.keyOf(mapping, entity)
                .orElseThrow(() -> new InvalidRequestException(
                        "a " + mapping.name() + " without a key has nothing in the database to load"));
    }

    /** The object at the other end of a relationship; null if there is none. */
    @Nullable
    Object one(LazyReference<?> reference, Branch target) {
        context.autoflush();
        RelationshipMapping relationship = (RelationshipMapping) reference.attribute();
        LoadRun run = run(target);
        Object found;
        if (reference.key().length == 0) {
            found = inverse(run, relationship, key(relationship.owner(), reference.owner()), target);
        } else {
            EntityKey key = target(reference);
            found = target.criteria().isEmpty()
                    ? elsewhere(relationship.target(), key, target.everywhere()).orElse(null)
                    : null;
            found = found == null ? byKey(run, key, target) : found;
        }
        reference.resolve(found);
        context.broughtLater(run.brought());
        context.loaded(reference.owner(), relationship.name());
        return found;
    }

    private static @Nullable Object byKey(LoadRun run, EntityKey key, Branch target) {
        return run.run(() -> {
                    RelationshipQuery.byKey(run, run.level(target)).load(List.of(key), 1);
                    return Optional.ofNullable(run.find(key));
                })
                .orElse(null);
    }

    private static @Nullable Object inverse(
            LoadRun run, RelationshipMapping relationship, EntityKey owner, Branch target) {
        return loadFor(run, relationship, owner, target).stream().findFirst().orElse(null);
    }

    /** The elements of a collection, which has them then. */
    Collection<Object> many(CollectionContent content, Branch target) {
        context.autoflush();
        RelationshipMapping relationship = (RelationshipMapping) content.attribute();
        LoadRun run = run(target);
        Collection<Object> found = loadFor(run, relationship, key(relationship.owner(), content.owner()), target);
        if (!content.isLoaded()) {
            content.fill(found, target.criteria().isEmpty());
        }
        context.broughtLater(run.brought());
        context.loaded(content.owner(), relationship.name());
        return found;
    }

    /** The elements of a collection that holds some of them, and goes on to do so. */
    Collection<Object> all(CollectionContent content, Branch target) {
        context.autoflush();
        RelationshipMapping relationship = (RelationshipMapping) content.attribute();
        LoadRun run = run(target);
        List<Object> all = new ArrayList<>();
        loadFor(run, relationship, key(relationship.owner(), content.owner()), target)
                .forEach(each -> all.add(each instanceof Placed placed ? placed.element() : each));
        return all;
    }

    /** The elements of a collection of values, which has them then. */
    Collection<Object> elements(CollectionContent content, ElementsMapping attribute) {
        context.autoflush();
        EntityKey owner = key(attribute.owner(), content.owner());
        List<Object> found = ElementsQuery.of(context, ReadFrom.AUTO, attribute)
                .loadFor(List.of(owner), 1)
                .getOrDefault(owner, List.of());
        if (!content.isLoaded()) {
            content.fill(found, true);
        }
        context.loaded(content.owner(), attribute.name());
        return found;
    }

    private static Collection<Object> loadFor(
            LoadRun run, RelationshipMapping relationship, EntityKey owner, Branch target) {
        return run.run(() -> RelationshipQuery.byOwner(run, run.level(target), relationship)
                .loadFor(relationship.owner(), List.of(owner), 1)
                .getOrDefault(owner, List.of()));
    }
}
