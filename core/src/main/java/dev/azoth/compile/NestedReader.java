package dev.azoth.compile;

import dev.azoth.sql.Nested;
import dev.azoth.sql.Selectable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the collection of a nested query's rows out of JSON: an array of rows, each an array of its columns. */
final class NestedReader {
    private final Nested<?, ?> nested;
    private final List<ResultColumn<?>> columns;
    private final RowMaker maker;

    /**
     * A reader.
     *
     * @param columns those of what the query selects, then that of the key in a map, if there is one
     */
    NestedReader(Nested<?, ?> nested, List<ResultColumn<?>> columns) {
        this.nested = nested;
        this.columns = List.copyOf(columns);
        this.maker = RowMaker.of(nested.query().projection(), nested.query().selection(), columns);
    }

    /** The same for a nested query of the same structure, by whose expressions its rows are asked. */
    NestedReader of(Nested<?, ?> same) {
        if (same == nested || columns.stream().allMatch(ResultColumn::isLasting)) {
            return this;
        }
        List<Selectable<?>> selection = new ArrayList<>(same.query().selection());
        same.mapKey().ifPresent(selection::add);
        return new NestedReader(same, ResultColumn.of(columns, selection));
    }

    Object read(@Nullable Object tree) {
        List<?> rows = tree == null ? List.of() : nested.form().isSingle() ? List.of(tree) : (List<?>) tree;
        List<@Nullable Object> made = new ArrayList<>(rows.size());
        List<@Nullable Object> keys = new ArrayList<>();
        for (Object row : rows) {
            @Nullable Object[] values = values((List<?>) row);
            made.add(maker.make(values));
            if (nested.mapKey().isPresent()) {
                keys.add(values[values.length - 1]);
            }
        }
        return nested.form().collected(keys, made);
    }

    private @Nullable Object[] values(List<?> row) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).fromJson(row.get(i), i + 1);
        }
        return values;
    }
}
