package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.CollectionMapping;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TrackedCollection} holds: its elements, or as long as it is not loaded those that were added, and which were removed. Loading it merges them with
 * what the database has.
 */
final class CollectionContent implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String VIEW_ONLY =
            " is view-only: it has what its rows say and is never written, so change what those are read from";

    // what is written in their place is below
    private transient CollectionMapping mapping;
    private transient CollectionLoader loader;
    private transient @Nullable Object owner;
    private transient Collection<Object> elements;
    private transient Set<Object> removed = Set.of();
    private transient Object @Nullable [] stored;
    private boolean loaded;
    private boolean partial;
    private boolean gaps;

    CollectionContent(CollectionMapping mapping, CollectionLoader loader) {
        this.mapping = mapping;
        this.loader = loader;
        this.elements = none();
    }

    private Collection<Object> none() {
        if (mapping.collection() == CollectionKind.SET) {
            return mapping.isOfValues() ? new LinkedHashSet<>() : new IdentitySet();
        }
        return isMap() ? new MapEntries() : new ArrayList<>();
    }

    private boolean isMap() {
        return mapping.collection() == CollectionKind.MAP;
    }

    /** Some objects, to be asked whether they contain an element. */
    Set<Object> lookup(Collection<?> some) {
        return mapping.isOfValues() ? new HashSet<>(some) : IdentitySet.of(some);
    }

    /** Whether an element is the one that is looked for: the same object, or an equal value. */
    boolean same(Object element, @Nullable Object wanted) {
        return element == wanted || (mapping.isOfValues() && element.equals(wanted));
    }

    Object owner() {
        return Objects.requireNonNull(owner, "a collection whose owner is still being made");
    }

    /** Says whose it is, as soon as that one is made. */
    void bind(Object entity) {
        owner = entity;
    }

    int hash(Object element) {
        return mapping.isOfValues() ? element.hashCode() : System.identityHashCode(element);
    }

    AttributeMapping attribute() {
        return mapping.attribute();
    }

    boolean isLoaded() {
        return loaded;
    }

    /** The elements themselves, loaded first if need be. */
    Collection<Object> read() {
        load(true);
        return elements;
    }

    /** The elements themselves, to be changed. */
    Collection<Object> change() {
        if (!mapping.isChangeable()) {
            throw new InvalidRequestException(
                    attribute().owner().name() + "." + attribute().name() + VIEW_ONLY);
        }
        return read();
    }

    /** Whether it may be changed. */
    boolean isChangeable() {
        return mapping.isChangeable();
    }

    /** The elements, of a map its values; loaded first if need be. */
    Collection<Object> objects() {
        return read() instanceof MapEntries entries ? entries.map().values() : elements;
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
     * Takes what the database has, without what was removed before; what was added before comes after it.
     *
     * @param whole whether that is all that it has
     */
    void fill(Collection<?> found, boolean whole) {
        partial = !whole;
        Collection<Object> added = elements;
        elements = none();
        gaps = false;
        for (Object each : found) {
            take(each);
        }
        loaded = true;
        stored = null;
        if (!added.isEmpty() || !removed.isEmpty()) {
            stored = elements.toArray();
            elements.removeIf(removed::contains);
            removed = Set.of();
            IdentitySet known = IdentitySet.of(elements);
            added.stream().filter(known::add).forEach(elements::add);
        }
    }

    /** What the database had, if it was loaded while something was waiting. */
    Object @Nullable [] stored() {
        return stored;
    }

    /** What was found is an element, or, with an index, that and the element. */
    private void take(Object found) {
        if (isMap()) {
            Placed placed = found instanceof Placed with ? with : new Placed(mapping.keyOf(found), found);
            if (placed.place() != null) { // one that was given no key yet is not in the map
                elements.add(placed.entry());
            }
        } else if (found instanceof Placed placed) {
            gaps |= !Objects.equals(placed.place(), elements.size());
            elements.add(placed.element());
        } else {
            elements.add(found);
        }
    }

    /** Whether the positions that were read are others than those in the list. */
    boolean hasGaps() {
        return gaps;
    }

    /** Adds at the end, without loading if that can be. */
    boolean append(Object element) {
        checked(element);
        if (loaded || !mapping.takesAdditions() || !loader.takesChanges(this)) {
            return change().add(element);
        }
        if (!removed.isEmpty()) {
            removed.remove(element);
        }
        return elements.add(element);
    }

    /** Whether an element is taken out by {@link #takeOut}, without loading the others. */
    boolean takesRemovals() {
        return !loaded && mapping.takesRemovals() && loader.takesChanges(this);
    }

    /** Takes an element out without knowing the others; whether it was there, as far as that can be known. */
    boolean takeOut(@Nullable Object element) {
        boolean waited = false;
        for (Iterator<Object> each = elements.iterator(); !waited && each.hasNext(); ) {
            if (each.next() == element) {
                each.remove();
                waited = true;
            }
        }
        if (element == null || removed.contains(element) || !loader.mayContain(this, element)) {
            return waited;
        }
        removed = removed.isEmpty() ? new IdentitySet() : removed;
        return removed.add(element);
    }

    static Object checked(Object element) {
        return Objects.requireNonNull(element, "a collection of entities, or of values, holds no null");
    }

    boolean isWaiting() {
        return !loaded && !(elements.isEmpty() && removed.isEmpty());
    }

    List<Object> added() {
        return loaded ? List.of() : List.copyOf(elements);
    }

    Set<Object> removed() {
        return removed;
    }

    void flushed(Collection<Object> kept) {
        stored = null;
        if (!loaded) {
            elements.clear();
            removed = kept.isEmpty() ? Set.of() : IdentitySet.of(kept);
        }
    }

    /** Forgets all: it is loaded again when it is used again. */
    void unload() {
        elements = none();
        removed = Set.of();
        stored = null;
        loaded = false;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(owner);
        out.writeObject(attribute().owner().javaType());
        out.writeObject(attribute().name());
        out.writeObject((loaded ? elements : List.of())
                .stream()
                        .map(each ->
                                each instanceof Map.Entry<?, ?> entry ? new AbstractMap.SimpleEntry<>(entry) : each)
                        .toArray());
        out.writeObject(loaded && !partial ? "" : loader.unloaded(this));
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        owner = in.readObject();
        mapping =
                (CollectionMapping) EntityMapping.of((Class<?>) in.readObject()).attribute((String) in.readObject());
        elements = none();
        removed = Set.of();
        elements.addAll(Arrays.asList((Object[]) in.readObject()));
        loader = new UnloadedElements((String) in.readObject());
    }

    @Override
    public String toString() {
        return loaded ? elements.toString() : "[not loaded]";
    }
}
