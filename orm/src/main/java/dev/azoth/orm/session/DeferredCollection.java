package dev.azoth.orm.session;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of a relationship that need not be in memory yet. The session leaves it alone as long as it is not: nothing in it can have
 * changed.
 */
public interface DeferredCollection {
    /** Whether its elements are in memory; answers without a query. */
    boolean isLoaded();

    /** Brings its elements into memory, whatever forbids implicit loads: a delete or a merge that cascades through it was asked for. */
    void load();

    /** Whether it holds only some of the elements that the database has, as the query wanted that loaded it: what it lacks has not left it. */
    default boolean isPartial() {
        return false;
    }

    /** The elements that the database has, brought into memory where it holds only some of them; it goes on to hold those. */
    Collection<Object> all();

    /** Whether the positions that were read of its elements are others than those that they have here. */
    default boolean hasGaps() {
        return false;
    }

    /** Whether something was added to it, or taken out, while it was not loaded, and waits to be written. */
    default boolean isWaiting() {
        return false;
    }

    /** What was added while it was not loaded; none once it is. The database may have one of them nevertheless. */
    default Collection<Object> added() {
        return List.of();
    }

    /** What was taken out while it was not loaded; none once it is. */
    default Collection<Object> removed() {
        return List.of();
    }

    /** What the database had of it, if that is not what it had as soon as it was loaded: something was waiting then. */
    default Object @Nullable [] stored() {
        return null;
    }

    /**
     * What was waiting is written.
     *
     * @param kept those that were taken out and wait on
     */
    default void flushed(Collection<Object> kept) {}

    /** Forgets its elements and what was done to them: they are loaded again when they are next asked for. */
    default void unload() {}
}
