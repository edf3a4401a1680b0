package dev.azoth.orm.mapping.model;

/** Where the values of a column come from when the program sets none. */
public sealed interface Generation {
    /** The program sets them. */
    record Assigned() implements Generation {}

    /** The database numbers the rows. */
    record Identity() implements Generation {}

    /**
     * The session takes them from a sequence, several at a time.
     *
     * @param schema the schema, or empty for the connection's own
     * @param first  the first number
     * @param block  how many numbers one value of the sequence stands for, of which it is the last
     */
    record Numbered(String schema, String name, int first, int block) implements Generation {}

    /**
     * The database has a default for rows that are inserted without.
     *
     * @param sql the default, as it is declared
     */
    record Default(String sql) implements Generation {}

    /**
     * The database computes them out of other columns; nobody writes them.
     *
     * @param sql the expression, as it is declared
     */
    record Computed(String sql) implements Generation {}

    /**
     * The database computes them in the statement.
     *
     * @param sql     the expression, as it is written in the statement
     * @param changes whether in updates of the row too
     */
    record Expression(String sql, boolean changes) implements Generation {}

    /**
     * The database has its own ways, such as a trigger.
     *
     * @param changes whether it gives a value with updates of the row too
     * @param system  whether the column is there without being declared
     */
    record Fetched(boolean changes, boolean system) implements Generation {}

    /**
     * The session has them made by a class.
     *
     * @param annotation the annotation on the member that says so
     * @param generator  the class
     * @param changes    whether they are made anew for each change of the row
     */
    record Made(String annotation, String generator, boolean changes) implements Generation {}

    /** Whether the database gives a value to a row that is inserted without, which the session has to read then. */
    default boolean isOfDatabase() {
        return this instanceof Default
                || this instanceof Computed
                || this instanceof Expression
                || this instanceof Fetched;
    }

    /** Whether the value may be another after each update of the row, without the program having set it. */
    default boolean isChanging() {
        return this instanceof Computed
                || (this instanceof Expression expression && expression.changes())
                || (this instanceof Fetched fetched && fetched.changes())
                || (this instanceof Made made && made.changes());
    }
}
