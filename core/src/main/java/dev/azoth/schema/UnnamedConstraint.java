package dev.azoth.schema;

import java.util.List;
import java.util.function.Supplier;

/** A constraint or an index that nobody named, as a {@link NamingConvention} sees it. */
public final class UnnamedConstraint {
    private final Table table;
    private final List<? extends Column<?>> columns;
    private final Supplier<? extends List<? extends Column<?>>> referred;

    private UnnamedConstraint(
            Table table, List<? extends Column<?>> columns, Supplier<? extends List<? extends Column<?>>> referred) {
        this.table = table;
        this.columns = columns;
        this.referred = referred;
    }

    static UnnamedConstraint of(Table table, List<? extends Column<?>> columns) {
        return new UnnamedConstraint(table, columns, List::of);
    }

    static UnnamedConstraint of(ForeignKey key) {
        return new UnnamedConstraint(key.table(), key.columns(), key::targetColumns);
    }

    /** The name of its table, without the schema. */
    public String table() {
        return table.name();
    }

    /** The names of its columns, in its order. */
    public List<String> columns() {
        return names(columns);
    }

    /** The names of its columns with {@code _} between them. */
    public String joinedColumns() {
        return String.join("_", columns());
    }

    /** The name of the table that a foreign key refers to, without the schema; of anything else an empty text. */
    public String referredTable() {
        return referred.get().stream()
                .map(each -> each.table().name())
                .findFirst()
                .orElse("");
    }

    /** The names of the columns that a foreign key refers to, in the order of its own; of anything else none. */
    public List<String> referredColumns() {
        return names(referred.get());
    }

    private static List<String> names(List<? extends Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
