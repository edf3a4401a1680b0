package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.ElementsMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A collection of values as the unit of work sees it: as the rows that they are. */
final class Values implements Member {
    private static final Object[] NONE = {};

    private final ElementsMapping attribute;

    Values(ElementsMapping attribute) {
        this.attribute = attribute;
    }

    @Override
    public ElementsMapping attribute() {
        return attribute;
    }

    @Override
    public boolean isToMany() {
        return true;
    }

    /** A {@link ValueRow} for each element. */
    @Override
    public Object @Nullable [] content(@Nullable Object held) {
        if (held == null) {
            return NONE;
        }
        if (held instanceof DeferredCollection deferred && !deferred.isLoaded()) {
            return null;
        }
        List<ValueRow> rows = new ArrayList<>();
        if (held instanceof Map<?, ?> map) {
            map.forEach((key, value) -> rows.add(new ValueRow(checked(key), attribute.copy(values(value)))));
            return rows.toArray();
        }
        boolean indexed = attribute.isIndexed();
        for (Object each : (Collection<?>) held) {
            rows.add(new ValueRow(indexed ? rows.size() : null, attribute.copy(values(each))));
        }
        return rows.toArray();
    }

    private Object checked(@Nullable Object key) {
        if (key == null) {
            throw new InvalidRequestException(attribute + " has a null among its keys");
        }
        return key;
    }

    private @Nullable Object[] values(@Nullable Object element) {
        if (element == null) {
            throw new InvalidRequestException(attribute + " has a null among its elements");
        }
        return attribute.values(element);
    }

    @Override
    public boolean same(Object left, Object right) {
        return sameValues((ValueRow) left, (ValueRow) right)
                && Objects.equals(((ValueRow) left).index(), ((ValueRow) right).index());
    }

    /** Whether two rows have the same values, wherever they are. */
    boolean sameValues(ValueRow left, ValueRow right) {
        return attribute.same(left.values(), right.values());
    }

    @Override
    @SuppressWarnings("unchecked") // the elements are of the collection's class
    public void refill(Object collection, Object[] content) {
        if (collection instanceof Map) {
            Map<Object, Object> map = (Map<Object, Object>) collection;
            map.clear();
            for (Object each : content) {
                map.put(Objects.requireNonNull(((ValueRow) each).index()), element((ValueRow) each));
            }
            return;
        }
        Collection<Object> elements = (Collection<Object>) collection;
        elements.clear();
        for (Object each : content) {
            elements.add(element((ValueRow) each));
        }
    }

    /** The elements of some that are not among others, each as often as it is missing there. */
    List<Object> without(Object[] some, Object[] others) {
        Map<Integer, List<ValueRow>> known = new HashMap<>();
        for (Object each : others) {
            known.computeIfAbsent(((ValueRow) each).hash(), key -> new ArrayList<>())
                    .add((ValueRow) each);
        }
        List<Object> left = new ArrayList<>();
        for (Object each : some) {
            List<ValueRow> bucket = known.getOrDefault(((ValueRow) each).hash(), List.of());
            ValueRow found = bucket.stream()
                    .filter(other -> sameValues(other, (ValueRow) each))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                left.add(element((ValueRow) each));
            } else {
                bucket.remove(found);
            }
        }
        return left;
    }

    private Object element(ValueRow row) {
        return attribute.element(attribute.copy(row.values()));
    }
}
