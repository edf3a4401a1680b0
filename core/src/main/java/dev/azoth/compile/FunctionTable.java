package dev.azoth.compile;

import dev.azoth.sql.FunctionCall;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The functions that a dialect writes in another way than as {@code name(arguments)}, by their standard names. Immutable.
 *
 * <pre>{@code
 * FunctionTable.EMPTY.renamed("char_length", "length").with("current_date", FunctionForm.text("date('now')"))
 * }</pre>
 */
public final class FunctionTable {
    /** All functions as they are. */
    public static final FunctionTable EMPTY = new FunctionTable(Map.of());

    private final Map<String, FunctionForm> forms;

    private FunctionTable(Map<String, FunctionForm> forms) {
        this.forms = Map.copyOf(forms);
    }

    /** The same with a function under another name; DISTINCT, FILTER and windows are written as ever. */
    public FunctionTable renamed(String standard, String name) {
        return with(standard, FunctionForm.named(name));
    }

    /** The same with a function that is written in a way of its own. */
    public FunctionTable with(String standard, FunctionForm form) {
        Map<String, FunctionForm> more = new HashMap<>(forms);
        more.put(standard, form);
        return new FunctionTable(more);
    }

    /** The same with functions written by templates: names, each followed by its {@link FunctionForm#template}. */
    public FunctionTable templates(String... namesAndTemplates) {
        Map<String, FunctionForm> more = new HashMap<>(forms);
        for (int i = 0; i < namesAndTemplates.length; i += 2) {
            more.put(namesAndTemplates[i], FunctionForm.template(namesAndTemplates[i + 1]));
        }
        return new FunctionTable(more);
    }

    /** The same without some functions. */
    public FunctionTable lacking(String... standards) {
        Map<String, FunctionForm> more = new HashMap<>(forms);
        for (String standard : standards) {
            more.put(standard, FunctionForm.unsupported());
        }
        return new FunctionTable(more);
    }

    /** This table with another's entries before its own: for a dialect that builds on another. */
    public FunctionTable with(FunctionTable other) {
        Map<String, FunctionForm> all = new HashMap<>(forms);
        all.putAll(other.forms);
        return new FunctionTable(all);
    }

    /** The standard names of what is in it. */
    Set<String> names() {
        return forms.keySet();
    }

    Optional<FunctionForm> form(FunctionCall<?> call) {
        return Optional.ofNullable(forms.get(call.function().toLowerCase(Locale.ROOT)));
    }
}
