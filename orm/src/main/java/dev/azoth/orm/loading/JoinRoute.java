package dev.azoth.orm.loading;

import dev.azoth.orm.Entities;
import dev.azoth.orm.mapping.CustomJoin;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a statement that loads what belongs to some objects gets from their keys to it: the rows have the keys themselves, or what is between has them, which is a table of
 * pairs or, where a condition connects the rows, those of the objects.
 *
 * @param ownerKey the columns that have the objects' keys
 * @param between  what is joined first; null where the rows have the keys themselves
 * @param on       how the rows are joined to it
 */
record JoinRoute(
        List<Expression<?>> ownerKey,
        @Nullable FromItem between,
        @Nullable Condition on) {
    static JoinRoute of(RelationshipMapping relationship, EntityMapping<?> target, EntityColumns columns) {
        Optional<CustomJoin> custom = relationship.condition();
        if (custom.isPresent()) {
            return new JoinRoute(
                    custom.get().ownerKey(),
                    custom.get().owners(),
                    custom.get().betweenOwnersAnd(Entities.path(target.javaType())));
        }
        Optional<JoinTable> pairs = relationship.joinTable();
        if (pairs.isEmpty()) {
            return new JoinRoute(columns.here(relationship.remoteColumns()), null, null);
        }
        return new JoinRoute(
                new ArrayList<>(pairs.get().ownerColumns()),
                pairs.get().table(),
                KeyCondition.equal(
                        columns.here(relationship.remoteColumns()),
                        new ArrayList<>(pairs.get().targetColumns())));
    }

    /** Whether the rows have the keys themselves. */
    boolean isDirect() {
        return between == null;
    }

    /** Reads the rows in a query. */
    Select<?> from(Select<?> query, FromItem target) {
        return between == null || on == null
                ? query.from(target)
                : query.from(between).join(target, on);
    }
}
