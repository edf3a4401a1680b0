package dev.azoth.orm.mapping.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The columns of an index as annotations list them, each perhaps with {@code asc} or {@code desc} behind its name.
 *
 * @param names      their names
 * @param descending those that are kept from the largest value on
 */
record IndexColumns(List<String> names, List<String> descending) {
    /** Of texts such as {@code created_at desc}; a name may have blanks in it, but for such an end. */
    static IndexColumns of(List<String> texts) {
        List<String> names = new ArrayList<>();
        List<String> descending = new ArrayList<>();
        for (String each : texts) {
            String text = each.trim();
            String lower = text.toLowerCase(Locale.ROOT);
            boolean down = lower.matches("(?s).+\\sdesc");
            boolean up = lower.matches("(?s).+\\sasc");
            String name = down || up
                    ? text.substring(0, text.length() - (down ? 4 : 3)).trim()
                    : text;
            names.add(name);
            if (down) {
                descending.add(name);
            }
        }
        return new IndexColumns(names, descending);
    }
}
