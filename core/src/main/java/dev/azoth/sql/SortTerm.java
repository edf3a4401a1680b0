package dev.azoth.sql;

import java.util.Arrays;
import java.util.List;

/** What rows can be sorted by: an expression, whose smallest value comes first, or an {@link Ordering} of one. */
public sealed interface SortTerm permits Expression, Ordering {
    /** This as an element of ORDER BY. */
    Ordering ordering();

    /** Each as an element of ORDER BY. */
    static List<Ordering> orderings(SortTerm... terms) {
        return Arrays.stream(terms).map(SortTerm::ordering).toList();
    }
}
