package dev.azoth.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The text of a compiled statement, in which lists of values have a place for each value only when it runs.
 *
 * @param pieces the text before, between and after the lists: one more than the lists
 * @param empty  for each list what stands there when it is empty
 * @param place  for each list the text of one value's place
 * @param whole  the texts made so far, by the lengths of the lists; few, since lengths are powers of two, and of a limited length in all
 */
record SqlText(List<String> pieces, List<String> empty, List<String> place, Map<List<Integer>, String> whole) {
    private static final int MOST_CHARACTERS = 32_768;

    static SqlText of(List<String> pieces, List<String> empty, List<String> place) {
        return new SqlText(List.copyOf(pieces), List.copyOf(empty), List.copyOf(place), new ConcurrentHashMap<>());
    }

    /** How many bytes the texts may take, those of the lists as well: one for a character, as the JVM keeps what is Latin. */
    long bytes() {
        long fixed = pieces.stream().mapToLong(String::length).sum();
        return isFixed() ? fixed : fixed + MOST_CHARACTERS;
    }

    boolean isFixed() {
        return empty.isEmpty();
    }

    String with(List<Integer> lengths) {
        if (isFixed()) {
            return pieces.get(0);
        }
        String known = whole.get(lengths);
        if (known != null) {
            return known;
        }
        StringBuilder text = new StringBuilder(pieces.get(0));
        for (int i = 0; i < lengths.size(); i++) {
            if (lengths.get(i) == 0) {
                text.append(empty.get(i));
            } else {
                text.append(place.get(i));
                for (int n = 1; n < lengths.get(i); n++) {
                    text.append(", ").append(place.get(i));
                }
            }
            text.append(pieces.get(i + 1));
        }
        String made = text.toString();
        if (whole.values().stream().mapToInt(String::length).sum() + made.length() <= MOST_CHARACTERS) {
            whole.put(new ArrayList<>(lengths), made);
        }
        return made;
    }
}
