package dev.azoth.engine;

import dev.azoth.compile.RowDecoder;
import dev.azoth.sql.Row;
import dev.azoth.sql.RowShape;
import dev.azoth.type.TypeCodec;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of SQL text whose columns were not said: names are the database's, and values what Java has for the driver's. */
final class UntypedRows {
    private UntypedRows() {}

    static RowDecoder<Row> decoder(ResultSetMetaData columns, TypeCodec<Object> unknown) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
        }
        RowShape shape = new RowShape(names, List.of());
        return row -> {
            @Nullable Object[] values = new Object[names.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = unknown.read(row, i + 1);
            }
            return new Row(shape, values);
        };
    }
}
