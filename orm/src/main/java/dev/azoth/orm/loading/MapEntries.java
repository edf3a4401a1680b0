package dev.azoth.orm.loading;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a map as a collection to which entries can be added: the later one of a key replaces the earlier. */
final class MapEntries extends AbstractSet<Object> {
    private final Map<@Nullable Object, Object> map = new LinkedHashMap<>();

    Map<@Nullable Object, Object> map() {
        return map;
    }

    @Override
    public boolean add(Object entry) {
        Map.Entry<?, ?> one = (Map.Entry<?, ?>) entry;
        Object value = CollectionContent.checked(one.getValue());
        return map.put(one.getKey(), value) != value;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // entries are objects
    public Iterator<Object> iterator() {
        return (Iterator) map.entrySet().iterator();
    }

    @Override
    public int size() {
        return map.size();
    }
}
