package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that is only named, with as many of its columns as somebody wants; see {@link Sql#table}. Two of the same name and columns are equal.
 *
 * @param name     its name
 * @param schema   the schema that it is in, where that is said
 * @param declared names and types of the columns
 */
public record LooseTable(String name, Optional<String> schema, List<LooseColumn<?>> declared)
        implements NamedTable, ColumnsByName {
    /** Takes immutable copies. */
    public LooseTable {
        declared = List.copyOf(declared);
    }

    /** The same in a schema. */
    public LooseTable in(String schemaName) {
        return new LooseTable(name, Optional.of(Names.checked(schemaName)), declared);
    }

    @Override
    public List<? extends ColumnReference<?>> columns() {
        List<ColumnReference<?>> columns = new ArrayList<>(declared.size());
        declared.forEach(column -> columns.add(new DerivedColumn<>(this, column.name(), column.type())));
        return columns;
    }

    @Override
    public String toString() {
        return name;
    }
}
