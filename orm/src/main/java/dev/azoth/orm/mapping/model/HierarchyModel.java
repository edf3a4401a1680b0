package dev.azoth.orm.mapping.model;

import java.util.List;
import java.util.Optional;

/**
 * The entities that extend one another, seen from one of them.
 *
 * @param strategy      where their rows are
 * @param discriminator the column that tells of which entity a row is
 * @param type          that column's type
 * @param members       all of them, each after the one that it extends
 * @param position      the position of this entity among them
 */
public record HierarchyModel(
        Strategy strategy, String discriminator, TypeModel type, List<Member> members, int position) {
    /** Takes an immutable copy. */
    public HierarchyModel {
        members = List.copyOf(members);
    }

    /** Where the rows of entities that extend one another are. */
    public enum Strategy {
        /** All in the table of the first. */
        SINGLE_TABLE,
        /** What an entity adds is in a table of its own, under the same key. */
        JOINED,
        /** Those of each class are in a table of its own, with all that they have. */
        TABLE_PER_CLASS
    }

    /**
     * An entity among them.
     *
     * @param className the binary name of its class
     * @param parent    the position of the entity that it extends; -1 for the first
     * @param value     what the discriminator is in its rows; empty for an abstract class, which has none
     */
    public record Member(String className, int parent, Optional<String> value) {}

    /** This entity. */
    public Member self() {
        return members.get(position);
    }

    /** The entity that this one extends. */
    public Optional<Member> parent() {
        return self().parent() < 0 ? Optional.empty() : Optional.of(members.get(self().parent()));
    }

    /** Whether one of the members is this entity or extends it, perhaps through others. */
    public boolean isBelow(int member) {
        return member == position
                || (member > position && isBelow(members.get(member).parent()));
    }
}
