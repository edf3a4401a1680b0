package dev.azoth.orm.mapping.model;

/**
 * What a member is read from that is no column of a table.
 *
 * @param className the binary name of the class that has the method
 * @param method    the static method that gives the expression; empty where each query gives one
 */
public record ExpressionModel(String className, String method) {
    /** Whether each query gives the expression. */
    public boolean isOfQuery() {
        return method.isEmpty();
    }
}
