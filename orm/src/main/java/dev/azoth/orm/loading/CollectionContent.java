package dev.azoth.orm.loading;

import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a {@link TrackedCollection} holds, and what it knows of the database. A copy for comparison is made by the first change only. */
final class CollectionContent {
    private final ToManyMapping attribute;
    private final CollectionLoader loader;
    private @Nullable Object owner;
    private Collection<Object> elements;
    private List<Object> before = List.of();
    private boolean loaded;
    private boolean changed;

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

    boolean isChanged() {
        return changed;
    }

    /** The elements, loaded first if need be; changes go through here too, after {@link #change}. */
    Collection<Object> read() {
        load(true);
        return elements;
    }

    void load(boolean implicit) {
        if (!loaded) {
            List<Object> found = loader.load(this, implicit);
            if (!loaded) {
                fill(found);
            }
        }
    }

    /** Takes what the database has; what was added before stays added. */
    void fill(Collection<?> found) {
        Collection<Object> added = elements;
        elements = none();
        elements.addAll(found);
        before = List.of();
        loaded = true;
        if (changed) {
            before = List.copyOf(elements);
            IdentitySet known = IdentitySet.of(elements);
            for (Object each : added) {
                if (known.add(each)) {
                    elements.add(each);
                }
            }
            changed = elements.size() > before.size();
        }
    }

    /** Adds at the end, without loading. */
    boolean append(Object element) {
        change();
        return elements.add(Objects.requireNonNull(element, "a collection of entities holds no null"));
    }

    /** The elements are about to change. */
    void change() {
        if (!changed) {
            before = loaded ? List.copyOf(elements) : List.of();
            changed = true;
        }
    }

    List<Object> current() {
        return List.copyOf(elements);
    }

    List<Object> snapshot() {
        return changed ? before : loaded ? current() : List.of();
    }

    List<Object> added() {
        return changed ? difference(elements, before) : List.of();
    }

    List<Object> removed() {
        return changed ? difference(before, elements) : List.of();
    }

    private static List<Object> difference(Collection<Object> all, Collection<Object> without) {
        IdentitySet excluded = IdentitySet.of(without);
        return all.stream().filter(each -> !excluded.contains(each)).toList();
    }

    void flushed() {
        if (!loaded) {
            elements.clear();
        }
        before = List.of();
        changed = false;
    }

    void restore(List<?> found) {
        changed = false;
        fill(found);
    }

    void unload() {
        elements = none();
        before = List.of();
        loaded = false;
        changed = false;
    }

    @Override
    public String toString() {
        return loaded ? elements.toString() : "[not loaded]";
    }
}
