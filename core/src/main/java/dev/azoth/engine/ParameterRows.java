package dev.azoth.engine;

import dev.azoth.sql.ColumnReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values for a statement that is run once for each.
 *
 * @param names the names of the values: of the columns of an insert, or of the parameters of another statement
 * @param rows  for each row its values, in the order of the names; drawn as they are sent
 */
public record ParameterRows(List<String> names, Iterable<@Nullable Object[]> rows) {
    /** Takes an immutable copy of the names. */
    public ParameterRows {
        names = List.copyOf(names);
    }

    /** Rows for an insert into these columns. */
    public static ParameterRows of(List<? extends ColumnReference<?>> columns, Iterable<@Nullable Object[]> rows) {
        return new ParameterRows(columns.stream().map(ColumnReference::name).toList(), rows);
    }
}
