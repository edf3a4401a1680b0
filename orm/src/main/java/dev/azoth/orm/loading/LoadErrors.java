package dev.azoth.orm.loading;

import dev.azoth.DetachedException;
import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;

/** Says what was not loaded, where the object came from, and what would have loaded it. */
final class LoadErrors {
    static final String DETACHED = """
            %s.%s was not loaded, and %s.
              loaded at   %s
              to load it  %s
              or          open the session around the use; see docs/orm/loading.md#detached""";

    static final String RAISE = """
            %s.%s was not loaded, and %s.
              loaded at   %s
              to load it  %s
              or          %s; see docs/orm/loading.md#raise""";

    static final String SERIALIZED = """
            %s.%s was not loaded, and was serialised without it.
              loaded at   %s
              to load it  %s
              or          give the object back to a session: session.merge(object); see docs/orm/loading.md#detached""";

    private LoadErrors() {}

    static String serialized(Branch branch, Object owner, AttributeMapping attribute) {
        return SERIALIZED.formatted(
                named(owner, attribute), attribute.name(), branch.loadedAt(), remedy(branch, attribute));
    }

    static DetachedException detached(Branch branch, Object owner, AttributeMapping attribute, String why) {
        return new DetachedException(DETACHED.formatted(
                named(owner, attribute), attribute.name(), why, branch.loadedAt(), remedy(branch, attribute)));
    }

    static InvalidRequestException raise(
            Branch branch, Object owner, AttributeMapping attribute, String why, String otherwise) {
        return new InvalidRequestException(RAISE.formatted(
                named(owner, attribute),
                attribute.name(),
                why,
                branch.loadedAt(),
                remedy(branch, attribute),
                otherwise));
    }

    private static String remedy(Branch branch, AttributeMapping attribute) {
        if (attribute instanceof ColumnAttribute) {
            return "select(" + LoadPath.named(attribute) + ").where(…), or call " + LoadPath.named(attribute)
                    + ".get() while the session is open";
        }
        return branch.path().queryWith(attribute);
    }

    private static String named(Object owner, AttributeMapping attribute) {
        return attribute
                .owner()
                .keyOf(owner)
                .map(EntityKey::toString)
                .orElse(attribute.owner().name());
    }
}
