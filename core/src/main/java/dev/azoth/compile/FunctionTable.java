package dev.azoth.compile;

import dev.azoth.sql.FunctionCall;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that a dialect writes in another way than as {@code name(arguments)}, by their standard names. Immutable.
 *
 * <pre>{@code
 * FunctionTable.EMPTY.renamed("char_length", "length").with("current_date", FunctionForm.text("date('now')"))
 * }</pre>
 */
public final class FunctionTable {
    /** All functions as they are. */
    public static final FunctionTable EMPTY = new FunctionTable(Map.of(), Map.of());

    private final Map<String, String> names;
    private final Map<String, FunctionForm> forms;

    private FunctionTable(Map<String, String> names, Map<String, FunctionForm> forms) {
        this.names = Map.copyOf(names);
        this.forms = Map.copyOf(forms);
    }

    /** The same with a function under another name; DISTINCT and FILTER are written as ever. */
    public FunctionTable renamed(String standard, String name) {
        Map<String, String> more = new HashMap<>(names);
        more.put(standard, name);
        return new FunctionTable(more, forms);
    }

    /** The same with a function that is written in a way of its own. */
    public FunctionTable with(String standard, FunctionForm form) {
        Map<String, FunctionForm> more = new HashMap<>(forms);
        more.put(standard, form);
        return new FunctionTable(names, more);
    }

    /** This table with another's entries before its own: for a dialect that builds on another. */
    public FunctionTable with(FunctionTable other) {
        Map<String, String> allNames = new HashMap<>(names);
        allNames.putAll(other.names);
        Map<String, FunctionForm> all = new HashMap<>(forms);
        all.putAll(other.forms);
        return new FunctionTable(allNames, all);
    }

    String name(String standard) {
        String lower = standard.toLowerCase(Locale.ROOT);
        return names.getOrDefault(lower, lower);
    }

    Optional<FunctionForm> form(FunctionCall<?> call) {
        return Optional.ofNullable(forms.get(call.function().toLowerCase(Locale.ROOT)));
    }
}
