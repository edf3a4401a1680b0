package dev.azoth.orm;

import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.session.DeferredCollection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an object of an entity has in memory, for those who handle objects of any class: validators, serialisers, views. Nothing is loaded by looking.
 *
 * @param <E> the entity
 */
public final class Inspection<E> {
    private final E entity;
    private final EntityMapping<?> mapping;

    Inspection(E entity) {
        this.entity = entity;
        this.mapping = EntityMapping.of(entity.getClass());
    }

    /** The object. */
    public E entity() {
        return entity;
    }

    /** The names of its attributes; of an embedded value each part by itself, such as {@code address.street}. */
    public Set<String> attributes() {
        return names(each -> true);
    }

    /** The names of those that lead to other entities. */
    public Set<String> relationships() {
        return names(RelationshipMapping.class::isInstance);
    }

    /** The names of those that are not in memory now, and of collections that never are. */
    public Set<String> unloaded() {
        return names(each -> isUnloaded(each.get(entity)));
    }

    private Set<String> names(Predicate<AttributeMapping> chosen) {
        Set<String> names = new LinkedHashSet<>();
        for (AttributeMapping each : mapping.attributes()) {
            if (chosen.test(each)) {
                names.add(each.name());
            }
        }
        return names;
    }

    private static boolean isUnloaded(@Nullable Object held) {
        return (held instanceof Lazy<?> lazy && !lazy.isLoaded())
                || (held instanceof DeferredCollection collection && !collection.isLoaded())
                || held instanceof WriteOnlyCollection<?>;
    }
}
