package dev.azoth.orm.mapping.model;

import java.util.List;
import java.util.Optional;

/**
 * A relationship to many objects.
 *
 * @param manyToMany whether an object may be in many such collections
 * @param collection the kind of collection
 * @param joinTable  the table of the pairs, where this end declares one
 * @param index      the column that has an element's position or key, where there is one
 * @param mapKey     the attribute of the other end by which a map finds its elements, empty for its key; none for what is no map, or has an index
 * @param orderBy    the order in which a collection is loaded; empty for none
 */
public record ToManyModel(
        MemberModel member,
        RelationModel relation,
        boolean manyToMany,
        CollectionKind collection,
        Optional<JoinTableModel> joinTable,
        Optional<IndexColumnModel> index,
        Optional<String> mapKey,
        List<Order> orderBy)
        implements AttributeModel {
    /** Takes an immutable copy. */
    public ToManyModel {
        orderBy = List.copyOf(orderBy);
    }

    @Override
    public boolean id() {
        return false;
    }

    /** The kinds of collection. */
    public enum CollectionKind {
        /** A {@code List}, or a {@code Collection}. */
        LIST,
        /** A {@code Set}, which keeps the order of loading and compares by identity. */
        SET,
        /** A {@code Map}, which keeps the order of loading. */
        MAP,
        /** A {@code WriteOnlyCollection}, which is never loaded. */
        WRITE_ONLY
    }

    /**
     * A part of an order.
     *
     * @param attribute the attribute of the other end
     */
    public record Order(String attribute, boolean descending) {}
}
