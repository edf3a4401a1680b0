package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.orm.mapping.model.Cascade;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A relationship as the unit of work sees it: the objects at its other end, as far as they are in memory, whatever holds them. */
final class Link {
    private static final Object[] NONE = {};

    private final RelationshipMapping attribute;
    private final Set<Cascade> cascades;
    private final @Nullable JoinTable pairs;
    private final Optional<RelationshipMapping> inverse;

    Link(RelationshipMapping attribute) {
        this.attribute = attribute;
        this.cascades = attribute.cascades();
        this.pairs = attribute.joinTable().orElse(null);
        this.inverse = attribute.inverse();
    }

    RelationshipMapping attribute() {
        return attribute;
    }

    int index() {
        return attribute.index();
    }

    boolean isToMany() {
        return attribute instanceof ToManyMapping;
    }

    /** Whether its own table has the foreign key. */
    boolean hasForeignKey() {
        return attribute instanceof ToOneMapping && attribute.isOwning();
    }

    /** The table of pairs by which it is connected; null for foreign keys. */
    @Nullable
    JoinTable pairs() {
        return pairs;
    }

    boolean cascades(Cascade cascade) {
        return cascades.contains(cascade) || (cascade == Cascade.DELETE && attribute.isOrphanRemoval());
    }

    boolean removesOrphans() {
        return attribute.isOrphanRemoval();
    }

    /** The attribute at the other end. */
    Optional<RelationshipMapping> inverse() {
        return inverse;
    }

    /** The objects at the other end, or null when they are not in memory. */
    Object @Nullable [] members(@Nullable Object held) {
        if (held == null) {
            return NONE;
        }
        if (held instanceof Lazy<?> lazy) {
            if (!lazy.isLoaded()) {
                return null;
            }
            Object value = lazy.get();
            return value == null ? NONE : new Object[] {value};
        }
        if (attribute instanceof ToOneMapping) {
            return new Object[] {held};
        }
        if (held instanceof DeferredCollection deferred && !deferred.isLoaded()) {
            return null;
        }
        return elements((Collection<?>) held);
    }

    private Object[] elements(Collection<?> held) {
        Object[] elements = held.toArray();
        for (Object each : elements) {
            if (each == null) {
                throw new InvalidRequestException(attribute + " has a null among its elements");
            }
        }
        return elements;
    }

    /** What a member of this relationship to one holds when it leads to an object, or to none. */
    @Nullable
    Object holding(@Nullable Object target) {
        return attribute.isLazy() ? Lazy.ofNullable(target) : target;
    }

    @Override
    public String toString() {
        return attribute.toString();
    }
}
