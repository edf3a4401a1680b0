package dev.azoth.orm.loading;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A list that loads itself when it is read. Looks for entities by identity. */
final class TrackedList extends AbstractList<Object> implements Tracked, RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final CollectionContent content;

    TrackedList(CollectionContent content) {
        this.content = content;
    }

    @Override
    public CollectionContent content() {
        return content;
    }

    @SuppressWarnings("unchecked") // the content of a list is one
    private List<Object> read() {
        return (List<Object>) content.read();
    }

    @SuppressWarnings("unchecked") // the content of a list is one
    private List<Object> change() {
        return (List<Object>) content.change();
    }

    @Override
    public Object get(int index) {
        return read().get(index);
    }

    @Override
    public int size() {
        return read().size();
    }

    @Override
    public boolean add(Object element) {
        modCount++;
        return content.append(element);
    }

    @Override
    public void add(int index, Object element) {
        change().add(index, CollectionContent.checked(element));
        modCount++;
    }

    @Override
    public Object set(int index, Object element) {
        return change().set(index, CollectionContent.checked(element));
    }

    @Override
    public Object remove(int index) {
        modCount++;
        return change().remove(index);
    }

    @Override
    public boolean remove(@Nullable Object element) {
        if (content.takesRemovals()) {
            modCount++;
            return content.takeOut(element);
        }
        int index = indexOf(element);
        if (index >= 0) {
            remove(index);
        }
        return index >= 0;
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
        modCount++;
        return change().removeIf(filter);
    }

    @Override
    public void clear() {
        modCount++;
        change().clear();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return indexOf(element) >= 0;
    }

    @Override
    public int indexOf(@Nullable Object element) {
        List<Object> elements = read();
        for (int i = 0; i < elements.size(); i++) {
            if (content.same(elements.get(i), element)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object element) {
        List<Object> elements = read();
        for (int i = elements.size() - 1; i >= 0; i--) {
            if (content.same(elements.get(i), element)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Object[] toArray() {
        return read().toArray();
    }

    /** Equal to a list of the same objects, or of equal values. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof List<?> list) || list.size() != size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (!content.same(get(i), list.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Object element : this) {
            hash = 31 * hash + content.hash(element);
        }
        return hash;
    }

    /** The elements, or that they are not loaded: it never loads them. */
    @Override
    public String toString() {
        return content.toString();
    }
}
