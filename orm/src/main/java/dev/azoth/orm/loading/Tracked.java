package dev.azoth.orm.loading;

import dev.azoth.orm.mapping.AttributeMapping;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link TrackedCollection} as its {@link CollectionContent}. */
interface Tracked extends TrackedCollection {
    /** What it holds. */
    CollectionContent content();

    @Override
    default Object owner() {
        return content().owner();
    }

    @Override
    default AttributeMapping attribute() {
        return content().attribute();
    }

    @Override
    default boolean isLoaded() {
        return content().isLoaded();
    }

    @Override
    default boolean isPartial() {
        return content().isPartial();
    }

    @Override
    default Collection<Object> all() {
        return content().all();
    }

    @Override
    default boolean hasGaps() {
        return content().hasGaps();
    }

    @Override
    default boolean isWaiting() {
        return content().isWaiting();
    }

    @Override
    default List<Object> added() {
        return content().added();
    }

    @Override
    default Collection<Object> removed() {
        return content().removed();
    }

    @Override
    default Object @Nullable [] stored() {
        return content().stored();
    }

    @Override
    default void load() {
        content().load(false);
    }

    @Override
    default void unload() {
        content().unload();
    }

    @Override
    default void flushed(Collection<Object> kept) {
        content().flushed(kept);
    }
}
