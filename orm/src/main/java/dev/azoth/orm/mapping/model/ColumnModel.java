package dev.azoth.orm.mapping.model;

import java.util.Optional;

/**
 * A member that is a column.
 *
 * @param column     the column's name
 * @param insertable whether it is in INSERT
 * @param updatable  whether it is in UPDATE
 * @param sensitive  whether its values are kept out of logs
 * @param comment    what is said of it to those who look into the database; empty for nothing
 * @param generation where its values come from when the program sets none
 * @param version    whether it tells versions of the row apart
 * @param softDelete whether it says that the row is deleted
 * @param tenant     whether it says whose the row is
 * @param expression what it is read from, if it is no column of a table
 */
public record ColumnModel(
        MemberModel member,
        String column,
        TypeModel type,
        boolean id,
        boolean nullable,
        boolean unique,
        boolean insertable,
        boolean updatable,
        boolean sensitive,
        String comment,
        Generation generation,
        boolean version,
        boolean softDelete,
        boolean tenant,
        Optional<ExpressionModel> expression)
        implements AttributeModel {
    /** The same under another name. */
    public ColumnModel named(String other) {
        return new ColumnModel(
                member,
                other,
                type,
                id,
                nullable,
                unique,
                insertable,
                updatable,
                sensitive,
                comment,
                generation,
                version,
                softDelete,
                tenant,
                expression);
    }
}
