package dev.azoth.orm.session;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.PopulateExisting;
import dev.azoth.orm.ReadOptions;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.evaluate.Evaluator;
import dev.azoth.orm.evaluate.UncertainException;
import dev.azoth.orm.loading.EntityQueries;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds objects by what only one row may have. */
public final class SessionLookups {
    private final SessionContext session;
    private final EntityQueries queries;
    private final UniqueLookups unique = new UniqueLookups();

    SessionLookups(SessionContext session, EntityQueries queries) {
        this.session = session;
        this.queries = queries;
    }

    /** The object of a key. */
    public <E> Optional<E> get(EntityMapping<E> mapping, EntityKey key) {
        session.checkUsable();
        Tracked held = session.tracking().map().at(key);
        Optional<Object> given = held == null ? queries.elsewhere(mapping, key) : Optional.empty();
        if (given.isPresent()) {
            return given.map(mapping.javaType()::cast);
        }
        if (held != null && !held.isExpired()) {
            return held.is(EntityState.PERSISTENT) && meets(session.criteria(), mapping, held)
                    ? Optional.of(held.entity())
                            .filter(mapping.javaType()::isInstance)
                            .map(mapping.javaType()::cast)
                    : Optional.empty();
        }
        return queries.load(mapping, key);
    }

    /** The objects of keys, in their order. */
    public <E> List<E> getAll(EntityMapping<E> mapping, List<EntityKey> keys, ReadOptions how) {
        session.checkUsable();
        Criteria criteria = session.criteria().with(how.options());
        if (how.isPlain()) {
            keys.stream()
                    .filter(each -> session.tracking().map().at(each) == null)
                    .forEach(each -> queries.elsewhere(mapping, each));
        }
        List<E> found = new ArrayList<>();
        for (Object each : queries.loadAll(mapping, keys, how).values()) {
            Tracked tracked = session.tracking().map().of(each);
            boolean stays = tracked == null || (!tracked.is(EntityState.DELETED) && meets(criteria, mapping, tracked));
            if (stays && mapping.javaType().isInstance(each)) {
                found.add(mapping.javaType().cast(each));
            }
        }
        return found;
    }

    /** Whether an object is one that a query would find. */
    private boolean meets(Criteria criteria, EntityMapping<?> mapping, Tracked held) {
        List<Condition> conditions = criteria.ofHeld().of(mapping);
        if (conditions.isEmpty()) {
            return true;
        }
        try {
            RowValues row = new RowValues(held.mapping(), held.entity());
            return conditions.stream()
                    .allMatch(each -> Objects.equals(
                            Evaluator.of(each, held.mapping().columns()).of(row), true));
        } catch (UncertainException e) {
            return queries.meets(criteria, mapping, Objects.requireNonNull(held.key()));
        }
    }

    /** The object with values that only one row may have. */
    public <E> Optional<E> getBy(
            EntityPath<E> path, EntityMapping<E> mapping, Map<ColumnReference<?>, Object> values, ReadOptions how) {
        session.checkUsable();
        UniqueLookups.Wanted wanted = UniqueLookups.Wanted.of(mapping, values);
        EntityKey known = unique.key(wanted);
        Tracked held = known == null ? null : session.tracking().map().at(known);
        if (held != null && held.stays() && wanted.fits(held.entity())) {
            return getAll(mapping, List.of(Objects.requireNonNull(known)), how).stream()
                    .findFirst();
        }
        Select<E> query = Sql.select(path)
                .where(Sql.allEqual(values))
                .options(how.options().toArray(QueryOption[]::new));
        query = how.lock().isPresent() ? query.forUpdate(how.lock().get()) : query;
        Optional<E> found = queries.execute(how.populatesExisting() ? query.options(PopulateExisting.INSTANCE) : query)
                .oneOrEmpty();
        found.flatMap(mapping::keyOf).ifPresent(key -> unique.found(wanted, key));
        return found;
    }
}
