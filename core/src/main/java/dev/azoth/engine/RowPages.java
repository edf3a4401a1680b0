package dev.azoth.engine;

import dev.azoth.type.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows cut into pages, each of which is sent at once: of so many rows at most, and of about {@value #MOST_BYTES} bytes, which servers take in one packet
 * and memory holds many times. A row that is larger goes alone.
 */
final class RowPages {
    static final int MOST_BYTES = 4 << 20;

    /** What is not text or bytes: numbers, times and the like. */
    private static final long SMALL = 16;

    /** A component of a vector, which some databases get as text. */
    private static final long FLOAT = 12;

    private final Iterator<@Nullable Object[]> rows;
    private final int most;
    private final boolean rounded;
    private final Deque<@Nullable Object[]> held = new ArrayDeque<>();

    /**
     * Pages of rows.
     *
     * @param most    the most rows of a page
     * @param rounded whether a page that is cut for its size has a power of two as its number of rows: for statements whose text depends on it, of
     *     which there would be too many
     */
    RowPages(Iterator<@Nullable Object[]> rows, int most, boolean rounded) {
        this.rows = rows;
        this.most = most;
        this.rounded = rounded;
    }

    boolean hasNext() {
        return !held.isEmpty() || rows.hasNext();
    }

    List<@Nullable Object[]> next() {
        List<@Nullable Object[]> page = new ArrayList<>();
        long bytes = 0;
        while (page.size() < most && hasNext()) {
            @Nullable Object[] row = held.isEmpty() ? rows.next() : held.removeFirst();
            bytes += size(row);
            if (bytes > MOST_BYTES && !page.isEmpty()) {
                held.addFirst(row);
                return rounded ? cut(page) : page;
            }
            page.add(row);
        }
        return page;
    }

    private List<@Nullable Object[]> cut(List<@Nullable Object[]> page) {
        int size = Integer.highestOneBit(page.size());
        for (int i = page.size() - 1; i >= size; i--) {
            held.addFirst(page.remove(i));
        }
        return page;
    }

    private static long size(@Nullable Object[] row) {
        long bytes = 0;
        for (Object value : row) {
            bytes += size(value);
        }
        return bytes;
    }

    private static long size(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return SMALL + text.length();
        } else if (value instanceof byte[] bytes) {
            return SMALL + bytes.length;
        } else if (value instanceof Json json) {
            return SMALL + json.text().length();
        } else if (value instanceof float[] floats) {
            return SMALL + FLOAT * floats.length;
        } else if (value instanceof Collection<?> elements) {
            return elements.stream().mapToLong(RowPages::size).sum() + SMALL;
        }
        return SMALL;
    }
}
