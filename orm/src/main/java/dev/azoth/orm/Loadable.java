package dev.azoth.orm;

/**
 * An attribute of an entity that is loaded by itself, and so has a strategy: a relationship, or a collection of values.
 *
 * @param <E> the entity's class
 * @param <T> the class of what is loaded
 */
public sealed interface Loadable<E, T> permits Relationship, ElementCollection {
    /** The entity that has it. */
    EntityPath<E> owner();

    /** The attribute's name. */
    String name();
}
