package dev.azoth.orm.loading;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of objects told apart by identity, in the order in which they came. */
public final class IdentitySet extends AbstractSet<Object> {
    private final Map<Identity, Object> elements = new LinkedHashMap<>();

    /** An object as a key: what {@link IdentityHashMap} does, which keeps no order. */
    record Identity(@Nullable Object object) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity && identity.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    /** An empty one. */
    public IdentitySet() {}

    /** One of some objects. */
    public static IdentitySet of(Collection<?> elements) {
        IdentitySet set = new IdentitySet();
        set.addAll(elements);
        return set;
    }

    @Override
    public boolean add(Object element) {
        return elements.putIfAbsent(new Identity(element), element) == null;
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return elements.containsKey(new Identity(element));
    }

    @Override
    public boolean remove(@Nullable Object element) {
        return elements.remove(new Identity(element)) != null;
    }

    @Override
    public Iterator<Object> iterator() {
        return elements.values().iterator();
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public void clear() {
        elements.clear();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof Set<?> set
                        && set.size() == size()
                        && set.stream().allMatch(this::contains));
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Object element : this) {
            hash += System.identityHashCode(element);
        }
        return hash;
    }
}
