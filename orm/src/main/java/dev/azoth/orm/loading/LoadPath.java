package dev.azoth.orm.loading;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.EntityMapping;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the program came to an object: from what it selected, through relationships.
 *
 * @param before    the object before; null at the beginning
 * @param attribute the relationship from there; null at the beginning
 * @param joined    whether it came by a join
 */
record LoadPath(
        EntityMapping<?> entity,
        @Nullable LoadPath before,
        @Nullable AttributeMapping attribute,
        boolean joined) {
    static LoadPath of(EntityMapping<?> root) {
        return new LoadPath(root, null, null, false);
    }

    LoadPath to(LoadPlan.Step step) {
        return new LoadPath(
                step.relationship().target(), this, step.relationship(), step.strategy() == LoadStrategy.JOINED);
    }

    /** The query with the options that load this and, from here, one attribute more, as one would write it. */
    String queryWith(AttributeMapping more) {
        return "select(" + variable(root()) + ").options(" + options() + "selectinload(" + named(more) + "))";
    }

    private EntityMapping<?> root() {
        return before == null ? entity : before.root();
    }

    private String options() {
        return before == null || attribute == null
                ? ""
                : before.options() + (joined ? "joinedload(" : "selectinload(") + named(attribute) + ").";
    }

    /** {@code order.lines}, after the names that the metamodel gives. */
    static String named(AttributeMapping attribute) {
        return variable(attribute.owner()) + "." + attribute.name();
    }

    static String variable(EntityMapping<?> entity) {
        return entity.name().substring(0, 1).toLowerCase(Locale.ROOT)
                + entity.name().substring(1);
    }
}
