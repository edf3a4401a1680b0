package dev.azoth.orm.mapping.model;

import java.util.List;

/**
 * How an index is kept otherwise than usual.
 *
 * @param where         a condition of SQL on the rows that it has; empty for all
 * @param include       columns that are in it to be read only
 * @param method        the method, as the database calls it; empty for its usual one
 * @param operatorClass how the values of its first column are compared; empty for as usual
 * @param descending    the columns that are kept from the largest value on
 */
public record IndexOptionsModel(
        String where, List<String> include, String method, String operatorClass, List<String> descending) {
    /** As usual. */
    public static final IndexOptionsModel NONE = new IndexOptionsModel("", List.of(), "", "", List.of());

    /** Takes immutable copies. */
    public IndexOptionsModel {
        include = List.copyOf(include);
        descending = List.copyOf(descending);
    }
}
