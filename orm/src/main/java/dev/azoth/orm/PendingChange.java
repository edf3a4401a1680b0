package dev.azoth.orm;

import java.util.List;

/**
 * Something that the next flush of a session would do; see {@link Session#pending()}.
 *
 * @param kind       what would be done
 * @param entity     the object; of a pair the one whose class declares the table of pairs
 * @param name       the entity with its key as far as it is known, such as {@code User#42}; of a pair both, such as {@code User#42.roles → Role#1}
 * @param attributes the attributes that would be written; none for a row that is deleted, and for a pair
 */
public record PendingChange(Kind kind, Object entity, String name, List<String> attributes) {
    /** Takes an immutable copy. */
    public PendingChange {
        attributes = List.copyOf(attributes);
    }

    /** The kinds of change. */
    public enum Kind {
        /** A row is inserted. */
        INSERT,
        /** Columns of a row are changed. */
        UPDATE,
        /** A row is deleted. */
        DELETE,
        /** A pair is added to a table of pairs. */
        LINK,
        /** A pair is removed from a table of pairs. */
        UNLINK,
        /** The position in a list, or the key in a map, of an object is written; the name tells both. */
        PLACE,
        /** Rows of a collection of values are written; the name tells how many are inserted (+), changed (~) and deleted (-). */
        ELEMENTS
    }

    /** For people: {@code UPDATE User#42 (name, team)}. */
    @Override
    public String toString() {
        return kind + " " + name + (attributes.isEmpty() ? "" : " (" + String.join(", ", attributes) + ")");
    }
}
