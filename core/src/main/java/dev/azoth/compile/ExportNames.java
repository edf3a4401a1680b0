package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Export;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Label;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import java.util.ArrayList;
import java.util.List;

/** Keeps the names of a query's columns, as others know them, when the query is written as another. */
final class ExportNames {
    private ExportNames() {}

    /** The query that is written, with the names of the one that was meant. */
    static Select<?> keep(Query<?> meant, Select<?> written) {
        List<Export> names = meant.exports();
        List<Export> own = written.exports();
        List<Selectable<?>> named = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Expression<?> expression = own.get(i).expression();
            boolean kept = names.get(i).name().equals(own.get(i).name());
            named.add(kept ? expression : unlabelled(expression).as(names.get(i).name()));
        }
        return written.withSelection(named.toArray(Selectable<?>[]::new));
    }

    /**
     * Which column a sort key of a set operation is, as an expression of its first query or as a label.
     *
     * @throws CompileException if it is none of them
     */
    static int place(List<Export> exports, Expression<?> key) {
        for (int i = 0; i < exports.size(); i++) {
            Expression<?> selected = exports.get(i).expression();
            if (selected.equals(key) || unlabelled(selected).equals(key)) {
                return i;
            }
        }
        throw new CompileException("a set operation is sorted by what its first query selects, not by " + key);
    }

    private static Expression<?> unlabelled(Expression<?> expression) {
        return expression instanceof Label<?> label ? label.expression() : expression;
    }
}
