package dev.azoth.orm.loading;

import java.io.Serializable;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A set that loads itself when it is read. Entities are told apart by identity. Keeps the order of loading and adding. */
final class TrackedSet extends AbstractSet<Object> implements Tracked, Serializable {
    private static final long serialVersionUID = 1L;

    private final CollectionContent content;

    TrackedSet(CollectionContent content) {
        this.content = content;
    }

    @Override
    public CollectionContent content() {
        return content;
    }

    @SuppressWarnings("unchecked") // the content of a set is one
    private Set<Object> read() {
        return (Set<Object>) content.read();
    }

    private Collection<Object> change() {
        return content.change();
    }

    /** Adds; when it is not loaded, the answer is about what was added before. */
    @Override
    public boolean add(Object element) {
        return content.append(element);
    }

    @Override
    public int size() {
        return read().size();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return read().contains(element);
    }

    @Override
    public boolean remove(@Nullable Object element) {
        return content.takesRemovals() ? content.takeOut(element) : change().remove(element);
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        return removeIf(content.lookup(elements)::contains);
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        Set<Object> kept = content.lookup(elements);
        return removeIf(each -> !kept.contains(each));
    }

    @Override
    public boolean removeIf(Predicate<? super Object> filter) {
        return change().removeIf(filter);
    }

    @Override
    public void clear() {
        change().clear();
    }

    @Override
    public Iterator<Object> iterator() {
        return (content.isChangeable() ? read() : Collections.unmodifiableSet(read())).iterator();
    }

    /** Equal to a set of the same objects, or of equal values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || read().equals(other);
    }

    @Override
    public int hashCode() {
        return read().hashCode();
    }

    /** The elements, or that they are not loaded: it never loads them. */
    @Override
    public String toString() {
        return content.toString();
    }
}
