package dev.azoth.orm;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the objects of a map stand for, under their keys. */
final class AssociationMap<K, A, V> extends AbstractMap<K, @Nullable V> {
    private final Supplier<Map<K, A>> objects;
    private final AssociationTarget<A, V> target;
    private final BiFunction<? super K, ? super V, ? extends A> creator;

    AssociationMap(
            Supplier<Map<K, A>> objects,
            AssociationTarget<A, V> target,
            BiFunction<? super K, ? super V, ? extends A> creator) {
        this.objects = objects;
        this.target = target;
        this.creator = creator;
    }

    @Override
    public int size() {
        return objects.get().size();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return objects.get().containsKey(key);
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return objects.get().values().stream().anyMatch(each -> target.same(target.get(each), value));
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        A found = objects.get().get(key);
        return found == null ? null : target.get(found);
    }

    /** Has the object of a key stand for something, made if there is none. */
    @Override
    public @Nullable V put(K key, @Nullable V value) {
        V checked = AssociationTarget.checked(value);
        A found = objects.get().get(key);
        if (found == null) {
            objects.get().put(key, creator.apply(key, checked));
            return null;
        }
        V before = target.get(found);
        target.set(found, checked);
        return before;
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        A removed = objects.get().remove(key);
        return removed == null ? null : target.get(removed);
    }

    @Override
    public void clear() {
        objects.get().clear();
    }

    @Override
    public Set<Map.Entry<K, @Nullable V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, @Nullable V>> iterator() {
                return entries(objects.get().entrySet().iterator());
            }

            @Override
            public int size() {
                return objects.get().size();
            }
        };
    }

    private Iterator<Map.Entry<K, @Nullable V>> entries(Iterator<Map.Entry<K, A>> all) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Map.Entry<K, @Nullable V> next() {
                Map.Entry<K, A> next = all.next();
                return new SimpleEntry<>(next.getKey(), target.get(next.getValue())) {
                    @Override
                    public @Nullable V setValue(@Nullable V value) {
                        target.set(next.getValue(), AssociationTarget.checked(value));
                        return super.setValue(value);
                    }
                };
            }

            @Override
            public void remove() {
                all.remove();
            }
        };
    }

    /** Equal to a map with the same objects, or equal values, under equal keys. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        return other instanceof Map<?, ?> map
                && map.size() == size()
                && objects.get().entrySet().stream()
                        .allMatch(each -> map.containsKey(each.getKey())
                                && target.same(target.get(each.getValue()), map.get(each.getKey())));
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Map.Entry<K, A> each : objects.get().entrySet()) {
            hash += each.getKey().hashCode() ^ target.hash(target.get(each.getValue()));
        }
        return hash;
    }
}
