package dev.azoth.orm.mapping.model;

import java.util.List;

/**
 * A member that is a value of several columns.
 *
 * @param className  the binary name of the value's class
 * @param isRecord   whether that is a record
 * @param attributes the members of that class, with the columns that they have here
 */
public record EmbeddedModel(
        MemberModel member, String className, boolean isRecord, boolean id, List<AttributeModel> attributes)
        implements AttributeModel {
    /** Takes an immutable copy. */
    public EmbeddedModel {
        attributes = List.copyOf(attributes);
    }
}
