package dev.azoth.orm.loading;

import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a {@link TrackedCollection} holds: its elements, or as long as it is not loaded those that were added. */
final class CollectionContent {
    private final ToManyMapping attribute;
    private final CollectionLoader loader;
    private @Nullable Object owner;
    private Collection<Object> elements;
    private boolean loaded;
    private boolean partial;

    CollectionContent(ToManyMapping attribute, CollectionLoader loader) {
        this.attribute = attribute;
        this.loader = loader;
        this.elements = none();
    }

    private Collection<Object> none() {
        return attribute.collection() == CollectionKind.SET ? new IdentitySet() : new ArrayList<>();
    }

    Object owner() {
        return Objects.requireNonNull(owner, "a collection whose owner is still being made");
    }

    /** Says whose it is, as soon as that one is made. */
    void bind(Object entity) {
        owner = entity;
    }

    ToManyMapping attribute() {
        return attribute;
    }

    boolean isLoaded() {
        return loaded;
    }

    /** The elements themselves, loaded first if need be. */
    Collection<Object> read() {
        load(true);
        return elements;
    }

    void load(boolean implicit) {
        if (!loaded) {
            Collection<Object> found = loader.load(this, implicit);
            if (!loaded) {
                fill(found, true);
            }
        }
    }

    /** Whether it holds only some of the elements that the database has. */
    boolean isPartial() {
        return loaded && partial;
    }

    /** The elements that the database has, of which it holds some. */
    Collection<Object> all() {
        return loader.all(this);
    }

    /**
     * Takes what the database has; what was added before comes after it.
     *
     * @param whole whether that is all that it has
     */
    void fill(Collection<?> found, boolean whole) {
        partial = !whole;
        Collection<Object> added = elements;
        elements = none();
        elements.addAll(found);
        loaded = true;
        if (!added.isEmpty()) {
            IdentitySet known = IdentitySet.of(elements);
            added.stream().filter(known::add).forEach(elements::add);
        }
    }

    /** Adds at the end, without loading if that can be. */
    boolean append(Object element) {
        checked(element);
        Collection<Object> into = loaded || !loader.takesAdditions() ? read() : elements;
        return into.add(element);
    }

    static Object checked(Object element) {
        return Objects.requireNonNull(element, "a collection of entities holds no null");
    }

    List<Object> added() {
        return loaded ? List.of() : List.copyOf(elements);
    }

    void flushed() {
        if (!loaded) {
            elements.clear();
        }
    }

    /** Forgets all: it is loaded again when it is used again. */
    void unload() {
        elements = none();
        loaded = false;
    }

    @Override
    public String toString() {
        return loaded ? elements.toString() : "[not loaded]";
    }
}
