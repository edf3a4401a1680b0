package dev.azoth.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Rows in lists of so many. */
record Partitions<T>(Iterator<T> rows, int size) implements Iterator<List<T>> {
    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public List<T> next() {
        List<T> part = new ArrayList<>(size);
        part.add(rows.next());
        while (part.size() < size && rows.hasNext()) {
            part.add(rows.next());
        }
        return part;
    }
}
