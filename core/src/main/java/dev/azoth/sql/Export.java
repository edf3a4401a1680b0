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
        List<Expression<?>> expressions = new ArrayList<>();
        selection.forEach(each -> expressions.addAll(each.expressions()));
        List<String> own = expressions.stream().map(Export::ownName).toList();
        List<String> names = distinct(own);
        List<Export> exports = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            exports.add(
                    new Export(names.get(i), expressions.get(i), !names.get(i).equals(own.get(i))));
        }
        return exports;
    }

    /** Names of which no two are the same: {@code column_2} for a second column without a name, {@code id_1} for a second {@code id}. */
    static List<String> distinct(List<String> own) {
        List<String> names = new ArrayList<>(own.size());
        Set<String> taken = new HashSet<>();
        for (String each : own) {
            String wanted = each.isEmpty() ? "column_" + (names.size() + 1) : each;
            String name = wanted;
            for (int i = 1; !taken.add(name); i++) {
                name = wanted + "_" + i;
            }
            names.add(name);
        }
        return names;
    }

    /** The name that an expression has by itself: a column's or a label's; else empty. */
    public static String ownName(Expression<?> expression) {
        return expression instanceof ColumnReference<?> column
                ? column.name()
                : expression instanceof Label<?> label ? label.labelName() : "";
    }
}
