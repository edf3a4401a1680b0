package dev.azoth.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a query that must stand in its text, because one of its expressions has to be recognized as another.
 *
 * <p>{@code SELECT n + ? … GROUP BY n + ?} has two parameters, of which a database cannot know that they are always equal. So the values in what is
 * grouped by, and those equal to them elsewhere, are written out. They become part of the statement's structure: {@link #key()} tells
 * which they are, and where.
 *
 * @param holders the {@link Bind}s and {@link ListedValues}, by identity
 * @param key     what makes a difference to the text
 */
record WrittenValues(Set<Object> holders, List<@Nullable Object> key) {
    static final WrittenValues NONE = new WrittenValues(Set.of(), List.of());

    /**
     * Finds them.
     *
     * @param recognized the expressions that stand in other places too
     * @param elsewhere  what stands in those places
     */
    static WrittenValues of(List<? extends Node> recognized, List<? extends Node> elsewhere) {
        List<Node> values = ValueCollector.of(recognized);
        if (values.isEmpty()) {
            return NONE;
        }
        Set<Object> holders = Collections.newSetFromMap(new IdentityHashMap<>());
        List<@Nullable Object> key = new ArrayList<>();
        for (Node value : values) {
            holders.add(value);
            Object content = value instanceof Bind<?> bind ? bind.value() : ((ListedValues<?>) value).values();
            key.add(content);
            // values such as Json's are equal that are not written alike
            key.add(String.valueOf(content));
        }
        for (Node value : ValueCollector.of(elsewhere)) {
            int equal = values.indexOf(value);
            key.add(equal);
            if (equal >= 0) {
                holders.add(value);
            }
        }
        return new WrittenValues(holders, key);
    }
}
