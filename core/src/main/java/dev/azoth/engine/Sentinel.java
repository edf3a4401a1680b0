package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.schema.Column;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the rows that an insert of many gives back are brought into the order of those that it was given, which no database promises to
 * keep: by columns that come back too, or by sending one row at a time.
 */
sealed interface Sentinel {
    /** The columns that must come back. */
    default List<Column<?>> columns() {
        return List.of();
    }

    /** Whether several rows may be sent in one statement. */
    default boolean takesMany() {
        return true;
    }

    /**
     * Brings the rows of one statement into order.
     *
     * @param given the rows as they were sent
     */
    <T> List<Returned<T>> sorted(List<Returned<T>> returned, List<@Nullable Object[]> given);

    /** Nothing comes back, or what comes is in order. */
    record Unneeded() implements Sentinel {
        @Override
        public <T> List<Returned<T>> sorted(List<Returned<T>> returned, List<@Nullable Object[]> given) {
            return returned;
        }
    }

    /** Nothing tells the rows apart. */
    record OneByOne() implements Sentinel {
        @Override
        public boolean takesMany() {
            return false;
        }

        @Override
        public <T> List<Returned<T>> sorted(List<Returned<T>> returned, List<@Nullable Object[]> given) {
            return returned;
        }
    }

    /** The database numbers the rows, in the order in which they are given. */
    record Numbered(Column<?> column) implements Sentinel {
        @Override
        public List<Column<?>> columns() {
            return List.of(column);
        }

        @Override
        public <T> List<Returned<T>> sorted(List<Returned<T>> returned, List<@Nullable Object[]> given) {
            returned.sort(Comparator.comparingLong(Numbered::number));
            return returned;
        }

        private static long number(Returned<?> row) {
            return row.sentinel().get(0) instanceof Number number ? number.longValue() : 0;
        }
    }

    /**
     * The rows have a key of their own.
     *
     * @param places where in a given row the key's values are
     */
    record Keyed(List<Column<?>> columns, List<Integer> places) implements Sentinel {
        @Override
        public <T> List<Returned<T>> sorted(List<Returned<T>> returned, List<@Nullable Object[]> given) {
            Map<List<@Nullable Object>, Deque<Integer>> indexes = new HashMap<>();
            for (int i = 0; i < given.size(); i++) {
                indexes.computeIfAbsent(key(given.get(i)), key -> new ArrayDeque<>())
                        .add(i);
            }
            List<@Nullable Returned<T>> sorted = new ArrayList<>(Collections.nCopies(given.size(), null));
            List<Returned<T>> unknown = new ArrayList<>();
            for (Returned<T> row : returned) {
                Deque<Integer> places = indexes.get(row.sentinel());
                Integer place = places == null ? null : places.poll();
                if (place == null) {
                    unknown.add(row);
                } else {
                    sorted.set(place, row);
                }
            }
            place(unknown, sorted, returned.size() == given.size());
            return sorted.stream().filter(row -> row != null).toList();
        }

        /** A database may take two texts for the same key that Java does not. As long as it is one row, it is clear where it belongs. */
        private <T> void place(List<Returned<T>> unknown, List<@Nullable Returned<T>> sorted, boolean all) {
            if (unknown.isEmpty()) {
                return;
            }
            if (!all || unknown.size() > 1) {
                throw new InvalidRequestException("rows came back with the " + columns + " "
                        + unknown.get(0).sentinel()
                        + ", which no row has that was given: the database takes for equal what Java does"
                        + " not; give these rows one at a time");
            }
            sorted.set(sorted.indexOf(null), unknown.get(0));
        }

        private List<@Nullable Object> key(@Nullable Object[] row) {
            List<@Nullable Object> key = new ArrayList<>(places.size());
            places.forEach(place -> key.add(row[place]));
            return key;
        }
    }
}
