package dev.azoth.orm.loading;

import dev.azoth.orm.mapping.ToManyMapping;
import java.util.List;

/** A {@link TrackedCollection} as its {@link CollectionContent}. */
interface Tracked extends TrackedCollection {
    /** What it holds. */
    CollectionContent content();

    @Override
    default Object owner() {
        return content().owner();
    }

    @Override
    default ToManyMapping attribute() {
        return content().attribute();
    }

    @Override
    default boolean isLoaded() {
        return content().isLoaded();
    }

    @Override
    default boolean isChanged() {
        return content().isChanged();
    }

    @Override
    default List<Object> current() {
        return content().current();
    }

    @Override
    default List<Object> snapshot() {
        return content().snapshot();
    }

    @Override
    default List<Object> added() {
        return content().added();
    }

    @Override
    default List<Object> removed() {
        return content().removed();
    }

    @Override
    default void load() {
        content().load(false);
    }

    @Override
    default void flushed() {
        content().flushed();
    }

    @Override
    default void restore(List<?> elements) {
        content().restore(elements);
    }

    @Override
    default void unload() {
        content().unload();
    }
}
