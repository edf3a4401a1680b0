package dev.azoth.orm.mapping.model;

/**
 * A column of a foreign key.
 *
 * @param referenced the name of the key's column that it refers to
 * @param type       that column's type
 * @param comment    what is said of it to those who look into the database; empty for nothing
 */
public record JoinColumnModel(
        String column, String referenced, TypeModel type, boolean insertable, boolean updatable, String comment) {
    /** The same under other names. */
    public JoinColumnModel named(String other, String otherReferenced) {
        return new JoinColumnModel(other, otherReferenced, type, insertable, updatable, comment);
    }

    /** The same column, which another attribute writes. */
    public JoinColumnModel readOnly() {
        return new JoinColumnModel(column, referenced, type, false, false, comment);
    }
}
