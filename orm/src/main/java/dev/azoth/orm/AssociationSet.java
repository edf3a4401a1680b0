package dev.azoth.orm;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the objects of a collection stand for, as a set. Entities are told apart by identity. */
final class AssociationSet<A, V> extends AbstractSet<@Nullable V> {
    private final Supplier<Collection<A>> objects;
    private final AssociationTarget<A, V> target;
    private final Function<? super V, ? extends A> creator;

    AssociationSet(
            Supplier<Collection<A>> objects, AssociationTarget<A, V> target, Function<? super V, ? extends A> creator) {
        this.objects = objects;
        this.target = target;
        this.creator = creator;
    }

    @Override
    public Iterator<@Nullable V> iterator() {
        Iterator<A> all = objects.get().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public @Nullable V next() {
                return target.get(all.next());
            }

            @Override
            public void remove() {
                all.remove();
            }
        };
    }

    @Override
    public int size() {
        return objects.get().size();
    }

    @Override
    public boolean contains(@Nullable Object value) {
        for (A each : objects.get()) {
            if (target.same(target.get(each), value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean add(@Nullable V value) {
        V checked = AssociationTarget.checked(value);
        return !contains(checked) && objects.get().add(creator.apply(checked));
    }

    @Override
    public boolean remove(@Nullable Object value) {
        for (A each : objects.get()) {
            if (target.same(target.get(each), value)) {
                return objects.get().remove(each);
            }
        }
        return false;
    }

    @Override
    public boolean containsAll(Collection<?> values) {
        return values.stream().allMatch(this::contains);
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
        objects.get().clear();
    }

    /** Equal to a set of the same objects, or of equal values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof Set<?> set && set.size() == size() && containsAll(set));
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (V each : this) {
            hash += target.hash(each);
        }
        return hash;
    }
}
