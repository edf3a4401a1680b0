package dev.azoth.sql;

/**
 * Several columns of which the layer that runs the query makes one object, such as an entity of the ORM. A {@code Connection} cannot run what
 * selects one; a {@code Session} can.
 *
 * @param <T> the class of the object
 */
public interface Composite<T> extends Selectable<T> {
    /** Its name among what is selected. */
    String compositeName();

    /** The class of the object. */
    Class<T> javaType();

    /** The same, whose columns are read from a query that selects them. */
    Composite<T> from(NamedFrom source);
}
