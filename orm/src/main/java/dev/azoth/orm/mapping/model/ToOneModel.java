package dev.azoth.orm.mapping.model;

import java.util.List;

/**
 * A relationship to one object.
 *
 * @param oneToOne whether no two objects have the same at the other end
 * @param columns  the foreign key; empty where the other end has it
 * @param derived  the members of the key, by their paths, that have the foreign key's values, in the order of its columns; empty for none
 * @param optional whether there may be none
 */
public record ToOneModel(
        MemberModel member,
        RelationModel relation,
        boolean id,
        boolean oneToOne,
        boolean optional,
        List<JoinColumnModel> columns,
        List<String> derived)
        implements AttributeModel {
    /** Takes an immutable copy. */
    public ToOneModel {
        columns = List.copyOf(columns);
        derived = List.copyOf(derived);
    }
}
