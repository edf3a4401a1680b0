package dev.azoth.orm.loading;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map that loads itself when it is read. Entities among its values are told apart by identity. Keeps the order of loading and adding. */
final class TrackedMap extends AbstractMap<@Nullable Object, Object> implements Tracked, Serializable {
    private static final long serialVersionUID = 1L;

    private final CollectionContent content;

    TrackedMap(CollectionContent content) {
        this.content = content;
    }

    @Override
    public CollectionContent content() {
        return content;
    }

    private Map<@Nullable Object, Object> read() {
        return ((MapEntries) content.read()).map();
    }

    private Map<@Nullable Object, Object> change() {
        return ((MapEntries) content.change()).map();
    }

    @Override
    public Set<Map.Entry<@Nullable Object, Object>> entrySet() {
        return content.isChangeable()
                ? read().entrySet()
                : Collections.unmodifiableMap(read()).entrySet();
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return read().get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return read().containsKey(key);
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return read().values().stream().anyMatch(each -> content.same(each, value));
    }

    @Override
    public @Nullable Object put(@Nullable Object key, Object value) {
        return change().put(key, CollectionContent.checked(value));
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        return change().remove(key);
    }

    @Override
    public int size() {
        return read().size();
    }

    @Override
    public void clear() {
        change().clear();
    }

    /** Equal to a map with the same objects, or equal values, under equal keys. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof Map<?, ?> map) || map.size() != size()) {
            return false;
        }
        return read().entrySet().stream().allMatch(each -> content.same(each.getValue(), map.get(each.getKey())));
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Map.Entry<@Nullable Object, Object> each : read().entrySet()) {
            Object key = each.getKey();
            hash += (key == null ? 0 : key.hashCode()) ^ content.hash(each.getValue());
        }
        return hash;
    }

    /** The entries, or that they are not loaded: it never loads them. */
    @Override
    public String toString() {
        return content.toString();
    }
}
