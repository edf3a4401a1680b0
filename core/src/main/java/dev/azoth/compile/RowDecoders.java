package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Projection;
import dev.azoth.sql.Row;
import dev.azoth.sql.RowShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decoders of the projections. */
final class RowDecoders {
    private RowDecoders() {}

    static RowDecoder<?> of(Projection projection, List<? extends ResultColumn<?>> columns, RowShape shape) {
        ResultColumn<?>[] read = columns.toArray(ResultColumn<?>[]::new);
        if (projection instanceof Projection.Into into) {
            return RecordDecoder.of(into.type(), columns);
        }
        if (projection instanceof Projection.Single) {
            return read.length == 1 ? row -> read[0].read(row, 1) : severalForOne(columns);
        }
        return row -> {
            @Nullable Object[] values = new Object[read.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = read[i].read(row, i + 1);
            }
            return new Row(shape, values);
        };
    }

    /** An entity takes several columns; only its session can make one object of them, with a decoder of its own. */
    private static RowDecoder<?> severalForOne(List<? extends ResultColumn<?>> columns) {
        return row -> {
            throw new CompileException("what is selected takes " + columns.size()
                    + " columns for one thing: run it in a Session, or select columns");
        };
    }
}
