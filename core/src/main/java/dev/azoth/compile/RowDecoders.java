package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Composite;
import dev.azoth.sql.Construct;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Projection;
import dev.azoth.sql.Row;
import dev.azoth.sql.RowShape;
import dev.azoth.sql.Selectable;
import java.util.List;

/** The decoders of the projections. */
final class RowDecoders {
    private RowDecoders() {}

    static RowDecoder<?> of(
            Projection projection, List<? extends Selectable<?>> selection, List<? extends ResultColumn<?>> columns) {
        RowValues values = new RowValues(columns);
        if (isNested(selection, columns)) {
            throw new CompileException(
                    "a nested query is read after the rows of its owners, which is not possible here:"
                            + " return the key, and select");
        }
        if (selection.stream().anyMatch(Composite.class::isInstance)) {
            return row -> SelectionMakers.severalForOne(columns.size()).make(values.decode(row));
        }
        if (selection.stream().anyMatch(each -> each instanceof Construct<?> || each instanceof Nested<?, ?>)) {
            RowMaker maker = RowMaker.of(projection, selection, columns);
            return row -> maker.make(values.decode(row));
        }
        if (projection instanceof Projection.Into into) {
            return RecordDecoder.of(into.type(), columns);
        }
        if (projection instanceof Projection.Single) {
            if (columns.size() != 1) {
                return row -> SelectionMakers.severalForOne(columns.size()).make(values.decode(row));
            }
            ResultColumn<?> only = columns.get(0);
            return row -> only.read(row, 1);
        }
        RowShape shape = shape(columns);
        return row -> new Row(shape, values.decode(row));
    }

    /** Whether rows of another statement are part of what is selected, and come by a statement of their own. */
    static boolean isNested(List<? extends Selectable<?>> selection, List<? extends ResultColumn<?>> columns) {
        return nested(selection)
                > columns.stream().filter(ResultColumn::isNested).count();
    }

    private static long nested(List<? extends Selectable<?>> selection) {
        return selection.stream()
                .mapToLong(each -> each instanceof Construct<?> construct
                        ? nested(construct.parts())
                        : each instanceof Nested<?, ?> ? 1 : 0)
                .sum();
    }

    /** Whether rows of another query are part of what is selected. */
    static boolean isNested(List<? extends Selectable<?>> selection) {
        return nested(selection) > 0;
    }

    static RowShape shape(List<? extends ResultColumn<?>> columns) {
        return new RowShape(
                columns.stream().map(ResultColumn::name).toList(),
                columns.stream().map(ResultColumn::expression).toList());
    }
}
