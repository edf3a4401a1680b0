package dev.azoth.orm.mapping.model;

import dev.azoth.orm.LoadStrategy;
import java.util.Optional;
import java.util.Set;

/**
 * What relationships of every kind have.
 *
 * @param target        the binary name of the class at the other end
 * @param mappedBy      the attribute at the other end that owns the relationship, or empty if this one does
 * @param cascades      what is done to the other end too
 * @param orphanRemoval whether an object that leaves the relationship is deleted
 * @param passiveDelete whether the database deletes what belongs to an object
 * @param viewOnly      whether it is read and never written
 * @param condition     what connects the rows, where that is no foreign key and no table of pairs
 * @param load          how it is loaded when a query does not say
 */
public record RelationModel(
        String target,
        String mappedBy,
        Set<Cascade> cascades,
        boolean orphanRemoval,
        boolean passiveDelete,
        boolean viewOnly,
        Optional<ConditionModel> condition,
        LoadStrategy load) {
    /** Takes an immutable copy. */
    public RelationModel {
        cascades = Set.copyOf(cascades);
    }
}
