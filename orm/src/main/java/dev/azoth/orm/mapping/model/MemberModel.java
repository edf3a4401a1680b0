package dev.azoth.orm.mapping.model;

/**
 * A field, or a component of a record.
 *
 * @param declaringClass the binary name of the class that declares it
 * @param type           its type as source code spells it, with type arguments
 * @param primitive      whether it cannot be null
 * @param lazy           whether it is a {@code Lazy}
 * @param reachable      whether code in the package of the entity may name it
 */
public record MemberModel(
        String declaringClass, String name, String type, boolean primitive, boolean lazy, boolean reachable) {}
