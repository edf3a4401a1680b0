package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;

/** The columns of a result: their names, and what was selected for each. Safe for use by many threads. */
public final class RowShape {
    private final List<String> own;
    private final List<String> names;
    private final List<Selectable<?>> selected;

    /**
     * A shape.
     *
     * @param names    the name that each column has by itself, a column's or a label's; empty for one without
     * @param selected what was selected for each, or empty when the columns came from SQL text
     */
    public RowShape(List<String> names, List<? extends Selectable<?>> selected) {
        this.own = List.copyOf(names);
        this.names = List.copyOf(Export.distinct(names));
        this.selected = List.copyOf(selected);
    }

    /**
     * The names, in order, no two of them the same: a subquery's columns would have these too. One without a name is {@code column_} and its number, from 1; where
     * there is an {@code id} already another is {@code id_1}.
     */
    public List<String> names() {
        return names;
    }

    /** The same names, asked by other expressions than those that were sent, one for each: for who rewrites a statement before it is sent. */
    public RowShape askedBy(List<? extends Selectable<?>> selection) {
        List<Selectable<?>> each = new ArrayList<>(selection);
        if (each.size() != selected.size()) {
            each = selection.stream()
                    .<Selectable<?>>flatMap(part -> part.expressions().stream())
                    .toList();
        }
        return new RowShape(own, each);
    }

    int index(Selectable<?> wanted) {
        for (int i = 0; i < selected.size(); i++) {
            if (selected.get(i) == wanted) {
                return i;
            }
        }
        // A shape is kept with the compiled statement, whose expressions may be equal ones built earlier
        for (int i = 0; i < selected.size(); i++) {
            Selectable<?> mine = selected.get(i);
            if (wanted instanceof Label<?> label
                    ? own.get(i).equals(label.labelName())
                    : mine.equals(wanted)
                            || (mine instanceof Label<?> label
                                    && label.expression().equals(wanted))) {
                return i;
            }
        }
        throw new InvalidRequestException("not selected: " + wanted + "; the columns are " + names);
    }

    int index(String name) {
        int found = names.indexOf(name);
        if (found < 0) {
            throw new InvalidRequestException("no column is named \"" + name + "\"; the columns are " + names);
        }
        if (own.indexOf(name) != own.lastIndexOf(name)) {
            throw new InvalidRequestException("more than one column is named \"" + name
                    + "\": ask by the column itself, by index, give one of them a label, or ask by these names: "
                    + names);
        }
        return found;
    }
}
