package dev.azoth.engine;

import dev.azoth.compile.RowDecoder;
import dev.azoth.schema.Column;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Selectable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a statement gives back for each row, together with the values of a key, which need not be asked for.
 *
 * @param statement what yields the rows
 * @param key       the columns of the key; none for what it yields alone
 */
record KeyedDecoder<T>(Dml<T> statement, List<Column<?>> key) {
    /** What must come back: what was asked for, and behind it the columns of the key that were not. */
    List<Selectable<?>> selection() {
        List<Selectable<?>> selected = new ArrayList<>(statement.returning());
        key.stream().filter(column -> !returned().contains(column)).forEach(selected::add);
        return selected;
    }

    private List<? extends Expression<?>> returned() {
        return statement.returning().stream()
                .flatMap(selectable -> selectable.expressions().stream())
                .toList();
    }

    /** Where a column of the key comes in a row: where it was asked for, else behind all that was. */
    private List<Integer> places() {
        List<Expression<?>> all = new ArrayList<>(returned());
        List<Integer> places = new ArrayList<>();
        for (Column<?> column : key) {
            if (!all.contains(column)) {
                all.add(column);
            }
            places.add(all.indexOf(column));
        }
        return places;
    }

    @SuppressWarnings("unchecked") // the statement's projection makes what its type parameter says
    RowDecoder<Returned<T>> of(RowLayout layout) {
        RowDecoder<T> decoder = (RowDecoder<T>) RowDecoder.of(
                statement.projection(),
                statement.returning(),
                layout.columns().subList(0, returned().size()));
        List<Integer> places = places();
        return row -> {
            List<@Nullable Object> values = new ArrayList<>(places.size());
            for (int place : places) {
                values.add(layout.columns().get(place).read(row, place + 1));
            }
            return new Returned<>(decoder.decode(row), values);
        };
    }
}
