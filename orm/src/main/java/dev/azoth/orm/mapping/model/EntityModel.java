package dev.azoth.orm.mapping.model;

import java.util.List;

/**
 * A class and the table that it maps to.
 *
 * @param className  the binary name of the class
 * @param isRecord   whether the class is a record, whose objects never change
 * @param table      the table
 * @param attributes the mapped members: those of the key first, then by declaration, superclasses first
 */
public record EntityModel(String className, boolean isRecord, TableModel table, List<AttributeModel> attributes) {
    /** Takes an immutable copy. */
    public EntityModel {
        attributes = List.copyOf(attributes);
    }
}
