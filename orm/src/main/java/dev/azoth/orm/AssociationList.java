package dev.azoth.orm;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the objects of a list stand for, as a list. Looks for entities by identity. */
final class AssociationList<A, V> extends AbstractList<@Nullable V> {
    private final Supplier<List<A>> objects;
    private final AssociationTarget<A, V> target;
    private final Function<? super V, ? extends A> creator;

    AssociationList(
            Supplier<List<A>> objects, AssociationTarget<A, V> target, Function<? super V, ? extends A> creator) {
        this.objects = objects;
        this.target = target;
        this.creator = creator;
    }

    @Override
    public @Nullable V get(int index) {
        return target.get(objects.get().get(index));
    }

    @Override
    public int size() {
        return objects.get().size();
    }

    @Override
    public boolean add(@Nullable V value) {
        modCount++;
        return objects.get().add(creator.apply(AssociationTarget.checked(value)));
    }

    @Override
    public void add(int index, @Nullable V value) {
        objects.get().add(index, creator.apply(AssociationTarget.checked(value)));
        modCount++;
    }

    /** Has the object at a place stand for something else. */
    @Override
    public @Nullable V set(int index, @Nullable V value) {
        A object = objects.get().get(index);
        V before = target.get(object);
        target.set(object, AssociationTarget.checked(value));
        return before;
    }

    @Override
    public @Nullable V remove(int index) {
        modCount++;
        return target.get(objects.get().remove(index));
    }

    @Override
    public boolean remove(@Nullable Object value) {
        int index = indexOf(value);
        if (index >= 0) {
            remove(index);
        }
        return index >= 0;
    }

    @Override
    public boolean removeAll(Collection<?> values) {
        return removeIf(target.lookup(values)::contains);
    }

    @Override
    public boolean retainAll(Collection<?> values) {
        Set<Object> kept = target.lookup(values);
        return removeIf(each -> !kept.contains(each));
    }

    @Override
    public void clear() {
        modCount++;
        objects.get().clear();
    }

    @Override
    public boolean contains(@Nullable Object value) {
        return indexOf(value) >= 0;
    }

    @Override
    public int indexOf(@Nullable Object value) {
        List<A> all = objects.get();
        for (int i = 0; i < all.size(); i++) {
            if (target.same(target.get(all.get(i)), value)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object value) {
        List<A> all = objects.get();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (target.same(target.get(all.get(i)), value)) {
                return i;
            }
        }
        return -1;
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
            if (!target.same(get(i), list.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (V each : this) {
            hash = 31 * hash + target.hash(each);
        }
        return hash;
    }
}
