package dev.azoth.orm.mapping.model;

/**
 * A column of a foreign key.
 *
 * @param referenced the name of the key's column that it refers to
 * @param type       that column's type
 */
public record JoinColumnModel(String column, String referenced, TypeModel type, boolean insertable, boolean updatable) {
    /** The same column, which another attribute writes. */
    public JoinColumnModel readOnly() {
        return new JoinColumnModel(column, referenced, type, false, false);
    }
}
