package dev.azoth.orm.mapping.model;

import java.util.List;
import java.util.Optional;

/**
 * A relationship to one object.
 *
 * @param oneToOne whether no two objects have the same at the other end
 * @param columns  the foreign key; empty where the other end has it
 * @param derived  the members of the key, by their paths, that have the foreign key's values, in the order of its columns; empty for none
 * @param optional whether there may be none
 * @param deleted  whether the database deletes this entity's row with the one that it leads to
 * @param index    the column of the position or key that this entity has in the collection at the other end, where that keeps one
 */
public record ToOneModel(
        MemberModel member,
        RelationModel relation,
        boolean id,
        boolean oneToOne,
        boolean optional,
        List<JoinColumnModel> columns,
        List<String> derived,
        boolean deleted,
        Optional<IndexColumnModel> index)
        implements AttributeModel {
    /** Takes an immutable copy. */
    public ToOneModel {
        columns = List.copyOf(columns);
        derived = List.copyOf(derived);
    }
}
