package dev.azoth.sql;

import java.util.List;
import java.util.Locale;

/**
 * Several things selected that become one: a record of some of the columns, within a record, a {@link Row} or another construct.
 *
 * @param parts      what it is made of, in the order of the record's components
 * @param projection what is made of them
 * @param optional   whether it is null when all its columns are, as those of an outer join without a partner
 */
public record Construct<T>(List<? extends Selectable<?>> parts, Projection projection, boolean optional)
        implements Selectable<T> {
    /** Takes an immutable copy. */
    public Construct {
        parts = List.copyOf(parts);
    }

    /** What rows of this selection become, as one thing of a larger selection. */
    static Construct<Object> of(Query<?> query) {
        return new Construct<>(query.selection(), query.projection(), false);
    }

    /** Its name among what is selected: that of the record's class, with a small first letter. */
    public String name() {
        if (projection instanceof Projection.Into into) {
            String name = into.type().getSimpleName();
            return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }
        return parts.size() == 1 && parts.get(0) instanceof Expression<?> only ? Export.ownName(only) : "";
    }

    @Override
    public List<? extends Expression<?>> expressions() {
        return parts.stream().flatMap(part -> part.expressions().stream()).toList();
    }

    @Override
    public void describe(Structure out) {
        out.nodes(parts).value(projection).value(optional);
    }
}
