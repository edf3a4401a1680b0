package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns of an entity, or of those that extend it, that an option names to be loaded with the rows. */
final class DeferredColumns {
    private DeferredColumns() {}

    /** Those of an option; what is loaded anyway needs none. */
    static Set<Column<?>> of(EntityMapping<?> mapping, List<ColumnReference<?>> named) {
        Set<Column<?>> found = new LinkedHashSet<>();
        for (ColumnReference<?> each : named) {
            ColumnAttribute attribute = attribute(mapping, each);
            if (attribute.isLazy()) {
                found.add(attribute.column());
            }
        }
        return found;
    }

    private static ColumnAttribute attribute(EntityMapping<?> mapping, ColumnReference<?> named) {
        List<EntityMapping<?>> entities = new ArrayList<>(List.of(mapping));
        mapping.hierarchy().ifPresent(each -> entities.addAll(each.below()));
        for (EntityMapping<?> entity : entities) {
            for (ColumnAttribute each : entity.columnAttributes()) {
                if (!each.isComputed()
                        && (each.column().equals(named)
                                || entity.source()
                                        .column(entity.source().from(), each.column())
                                        .equals(named))) {
                    return each;
                }
            }
        }
        throw new InvalidRequestException("undefer(" + named.name() + ") names no column of " + mapping.name()
                + " under its own name: take it from the entity, not from an alias");
    }
}
