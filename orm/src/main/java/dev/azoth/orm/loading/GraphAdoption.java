package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.CollectionMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.LazyReference;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.orm.session.DeferredCollection;
import dev.azoth.orm.session.PersistenceContext;
import dev.azoth.orm.session.WriteOnlyElements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a session's objects of a graph from elsewhere, taking what that holds for what the rows have: without a query. */
final class GraphAdoption {
    private static final @Nullable Object[] NO_KEY = {};

    private final PersistenceContext context;
    private final Function<EntityMapping<?>, Branch> branches;
    private final IdentityHashMap<Object, Object> done = new IdentityHashMap<>();
    private final List<PersistenceContext.Adoption> made = new ArrayList<>();

    GraphAdoption(PersistenceContext context, Function<EntityMapping<?>, Branch> branches) {
        this.context = context;
        this.branches = branches;
    }

    /** The session's object for one from elsewhere, with all that is in memory of what it leads to. */
    Object run(Object given) {
        try {
            Object own = adopt(given);
            made.forEach(each -> context.complete(each, null));
            return own;
        } catch (RuntimeException | Error e) {
            made.forEach(context::abandon);
            throw e;
        }
    }

    private Object adopt(Object given) {
        Object known = done.get(given);
        if (known != null) {
            return known;
        }
        EntityMapping<?> mapping = EntityMapping.of(given.getClass());
        EntityKey key = mapping.keyOf(given)
                .orElseThrow(() -> new InvalidRequestException("a " + mapping.name()
                        + " without a key has no row whose state it could be: add it, or merge it"));
        Object held = context.find(key).orElse(null);
        Object own = held == null ? made(mapping, key, given) : held;
        done.put(given, own);
        if (held == null) {
            Branch branch = branches.apply(mapping);
            for (AttributeMapping each : mapping.attributes()) {
                give(each, given, own, branch);
            }
        }
        return own;
    }

    private Object made(EntityMapping<?> mapping, EntityKey key, Object given) {
        mapping.tenant().ifPresent(each -> context.criteria().tenancy().checkRow(each, each.get(given), key));
        @Nullable Object[] state = mapping.snapshot(given);
        Branch branch = branches.apply(mapping);
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ToManyMapping toMany && toMany.isWriteOnly()) {
                state[each.index()] = null; // it is given when there is an owner
            } else if (each instanceof CollectionMapping collection) {
                state[each.index()] = branch.collection(collection);
            } else if (each instanceof ToOneMapping) {
                state[each.index()] = each.isLazy() ? Lazy.empty() : null;
            }
        }
        Object own = mapping.create(state);
        made.add(context.adopt(mapping, key, own));
        return own;
    }

    private void give(AttributeMapping attribute, Object given, Object own, Branch branch) {
        Object held = attribute.get(given);
        if (attribute instanceof ToManyMapping toMany && toMany.isWriteOnly()) {
            attribute.set(own, new WriteOnlyElements<>(own, toMany));
        } else if (attribute.get(own) instanceof Tracked collection) {
            collection.content().bind(own);
            if (held != null && !(held instanceof DeferredCollection deferred && !deferred.isLoaded())) {
                boolean whole = !(held instanceof DeferredCollection partial && partial.isPartial());
                collection.content().fill(elements((CollectionMapping) attribute, held), whole);
            }
        } else if (held instanceof LazyReference<?> reference && !reference.isLoaded()) {
            @Nullable Object[] key = attribute instanceof ColumnAttribute ? NO_KEY : reference.key();
            attribute.set(own, new LazyReference<>(own, attribute, key, branch));
        } else if (attribute instanceof ToOneMapping) {
            Object value = held instanceof Lazy<?> lazy ? lazy.get() : held;
            Object target = value == null ? null : adopt(value);
            attribute.set(own, attribute.isLazy() ? Lazy.ofNullable(target) : target);
        }
    }

    /** What the session's collection is to have: objects of the session, or copies of values. */
    private List<Object> elements(CollectionMapping attribute, Object held) {
        List<Object> elements = new ArrayList<>();
        if (held instanceof Map<?, ?> map) {
            map.forEach((key, value) -> elements.add(new Placed(key, own(attribute, value))));
            return elements;
        }
        boolean gaps = held instanceof DeferredCollection deferred && deferred.hasGaps();
        for (Object each : (Collection<?>) held) {
            Object own = own(attribute, each);
            elements.add(gaps ? new Placed(null, own) : own);
        }
        return elements;
    }

    private Object own(CollectionMapping attribute, Object element) {
        return attribute instanceof ElementsMapping values
                ? values.element(values.copy(values.values(element)))
                : adopt(element);
    }
}
