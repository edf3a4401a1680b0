package dev.azoth.vector.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts long lists for statements that take so many values at once. */
final class Pages {
    private Pages() {}

    static <T> List<List<T>> of(Collection<T> all, int size) {
        List<T> list = List.copyOf(all);
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < list.size(); from += size) {
            pages.add(list.subList(from, Math.min(list.size(), from + size)));
        }
        return pages;
    }
}
