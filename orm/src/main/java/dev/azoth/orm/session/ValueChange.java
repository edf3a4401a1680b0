package dev.azoth.orm.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collection of values of an object that changed, as the rows to delete, to update and to insert: as few as there can be.
 *
 * <p>Rows with an index are told apart by it, others by their values. Of equal values all rows are deleted when there are to be fewer, and those that stay
 * are inserted again, since nothing tells one of the rows from another; where values cannot be compared in SQL, that goes for all rows.
 */
final class ValueChange {
    private final Tracked owner;
    private final Values values;
    private final List<ValueRow> deleted = new ArrayList<>();
    private final List<ValueRow> updated = new ArrayList<>();
    private final List<ValueRow> inserted = new ArrayList<>();
    private boolean all;

    ValueChange(Tracked owner, Values values, Object[] before, Object[] now) {
        this.owner = owner;
        this.values = values;
        if (values.attribute().place().isPresent()) {
            byIndex(before, now);
        } else {
            byValue(before, now);
        }
    }

    private void byIndex(Object[] before, Object[] now) {
        Map<@Nullable Object, ValueRow> old = new LinkedHashMap<>();
        for (Object each : before) {
            old.put(((ValueRow) each).index(), (ValueRow) each);
        }
        for (Object each : now) {
            ValueRow row = (ValueRow) each;
            ValueRow was = old.remove(row.index());
            if (was == null) {
                inserted.add(row);
            } else if (!values.sameValues(was, row)) {
                updated.add(row);
            }
        }
        deleted.addAll(old.values());
    }

    /** Rows of the same values: how many there were, and those that are. */
    private static final class Same {
        private final ValueRow first;
        private int before;
        private final List<ValueRow> now = new ArrayList<>();

        Same(ValueRow first) {
            this.first = first;
        }
    }

    private void byValue(Object[] before, Object[] now) {
        Map<Integer, List<Same>> buckets = new HashMap<>();
        List<Same> different = new ArrayList<>();
        for (Object each : before) {
            same((ValueRow) each, buckets, different).before++;
        }
        for (Object each : now) {
            same((ValueRow) each, buckets, different).now.add((ValueRow) each);
        }
        if (!values.attribute().isComparable()) {
            all = different.stream().anyMatch(each -> each.before > each.now.size());
        }
        for (Same each : different) {
            if (each.before > each.now.size() && !all) {
                deleted.add(each.first);
            }
            boolean again = all || each.before > each.now.size();
            inserted.addAll(each.now.subList(again ? 0 : each.before, each.now.size()));
        }
    }

    private Same same(ValueRow row, Map<Integer, List<Same>> buckets, List<Same> different) {
        List<Same> bucket = buckets.computeIfAbsent(row.hash(), key -> new ArrayList<>(1));
        for (Same each : bucket) {
            if (values.sameValues(each.first, row)) {
                return each;
            }
        }
        Same found = new Same(row);
        bucket.add(found);
        different.add(found);
        return found;
    }

    Tracked owner() {
        return owner;
    }

    Values values() {
        return values;
    }

    /** Whether all rows are deleted first. */
    boolean isAnew() {
        return all;
    }

    List<ValueRow> deleted() {
        return deleted;
    }

    List<ValueRow> updated() {
        return updated;
    }

    List<ValueRow> inserted() {
        return inserted;
    }

    /** Whether nothing is to be written: it has the same values, perhaps in another order that nothing keeps. */
    boolean isEmpty() {
        return !all && deleted.isEmpty() && updated.isEmpty() && inserted.isEmpty();
    }
}
