package dev.azoth.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A column of a query as seen from outside.
 *
 * @param name       its name, different from that of every other column of the query
 * @param expression what it is inside
 * @param renamed    whether the query must say the name, because the expression alone has another or none
 */
public record Export(String name, Expression<?> expression, boolean renamed) {
    static List<Export> of(List<? extends Selectable<?>> selection) {
        List<Export> exports = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Selectable<?> selectable : selection) {
            for (Expression<?> expression : selectable.expressions()) {
                String own = ownName(expression);
                String wanted = own.isEmpty() ? "column_" + (exports.size() + 1) : own;
                String name = wanted;
                for (int i = 1; !taken.add(name); i++) {
                    name = wanted + "_" + i;
                }
                exports.add(new Export(name, expression, !name.equals(own)));
            }
        }
        return exports;
    }

    /** The name that an expression has by itself: a column's or a label's; else empty. */
    public static String ownName(Expression<?> expression) {
        return expression instanceof ColumnReference<?> column
                ? column.name()
                : expression instanceof Label<?> label ? label.labelName() : "";
    }
}
