package dev.azoth.inspect;

import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.inspect.TableDescription.IndexDetails;
import dev.azoth.schema.Column;
import dev.azoth.schema.IndexOptions;
import dev.azoth.schema.Table;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.TextCondition;
import dev.azoth.type.Types;
import java.util.List;

/** Makes an index of a table out of its description. One of expressions, which a table's index is not, is left out. */
final class ReflectedIndex {
    /** The way of which nothing is said. */
    private static final String USUAL = "btree";

    private ReflectedIndex() {}

    /** Prepared words are indexed as such, whatever the method is called. */
    @SuppressWarnings("unchecked") // only texts have words
    static void add(IndexDescription index, Table table) {
        if (!index.columns().stream().allMatch(name -> table.hasColumn(name))) {
            return;
        }
        List<Column<?>> columns =
                index.columns().stream().<Column<?>>map(table::column).toList();
        if (index.isOfWords()
                || columns.stream().allMatch(column -> column.type().equals(Types.TSVECTOR))) {
            List<Column<String>> texts =
                    columns.stream().map(column -> (Column<String>) column).toList();
            table.fulltextIndex(index.name(), "", texts);
        } else {
            table.index(index.name(), columns, options(index, columns, table));
        }
    }

    private static IndexOptions options(IndexDescription index, List<Column<?>> columns, Table table) {
        IndexDetails details = index.details();
        IndexOptions options = index.unique() ? IndexOptions.NONE.asUnique() : IndexOptions.NONE;
        if (!index.method().isEmpty() && !index.method().equals(USUAL)) {
            options = options.using(index.method());
        }
        if (details.condition().isPresent()) {
            options = options.where(
                    new TextCondition(Reflection.verbatim(details.condition().get())));
        }
        options =
                options.including(details.include().stream().map(table::column).toArray(Column<?>[]::new));
        for (var each : details.options().entrySet()) {
            options = options.with(each.getKey(), each.getValue());
        }
        for (int i = 0; i < columns.size(); i++) {
            String operators = at(details.operatorClasses(), i);
            String order = at(details.orders(), i);
            options = operators.isEmpty() ? options : options.operatorClass(columns.get(i), operators);
            options = order.isEmpty() ? options : options.order(order(columns.get(i), order));
        }
        return options;
    }

    private static String at(List<String> texts, int index) {
        return index < texts.size() ? texts.get(index) : "";
    }

    private static Ordering order(Column<?> column, String words) {
        Ordering order = words.startsWith("DESC") ? column.desc() : column.asc();
        return words.endsWith("FIRST") ? order.nullsFirst() : words.endsWith("LAST") ? order.nullsLast() : order;
    }
}
