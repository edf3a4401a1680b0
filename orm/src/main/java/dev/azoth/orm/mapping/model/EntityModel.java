package dev.azoth.orm.mapping.model;

import java.util.List;
import java.util.Optional;

/**
 * A class and the table that it maps to.
 *
 * @param className  the binary name of the class
 * @param isRecord   whether the class is a record, whose objects never change
 * @param table      the table
 * @param rows       where its rows are
 * @param attributes the mapped members: those of the key first, then by declaration, superclasses first
 * @param hierarchy  the entities that it extends, or that extend it
 * @param keyClass   the binary name of a class that has the members of the key, if one is named
 */
public record EntityModel(
        String className,
        boolean isRecord,
        TableModel table,
        RowsModel rows,
        List<AttributeModel> attributes,
        Optional<HierarchyModel> hierarchy,
        Optional<String> keyClass) {
    /** Takes an immutable copy. */
    public EntityModel {
        attributes = List.copyOf(attributes);
    }
}
