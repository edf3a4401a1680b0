package dev.azoth.orm.mapping.model;

/**
 * Where the rows of an entity are.
 *
 * @param method the static method of the entity's class that gives the query, of a view or a derived table; else empty
 */
public record RowsModel(Kind kind, String method) {
    /** In a table, which the entity writes. */
    public static final RowsModel OF_TABLE = new RowsModel(Kind.TABLE, "");

    /** The kinds of places. */
    public enum Kind {
        /** A table that it writes. */
        TABLE,
        /** A table or a view that others make and write. */
        READ_ONLY,
        /** A view that is created with the tables. */
        VIEW,
        /** A query in FROM. */
        DERIVED_TABLE
    }

    /** Whether nothing is written. */
    public boolean isReadOnly() {
        return kind != Kind.TABLE;
    }
}
