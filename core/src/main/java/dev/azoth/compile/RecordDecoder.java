package dev.azoth.compile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes records of a row's columns, in order. */
final class RecordDecoder implements RowDecoder<Record> {
    private final RecordConstructor constructor;
    private final ResultColumn<?>[] columns;

    private RecordDecoder(RecordConstructor constructor, ResultColumn<?>[] columns) {
        this.constructor = constructor;
        this.columns = columns;
    }

    static RecordDecoder of(Class<? extends Record> type, List<? extends ResultColumn<?>> columns) {
        RecordConstructor constructor = RecordConstructor.of(
                type,
                columns.stream().map(ResultColumn::name).toList(),
                columns.stream()
                        .<Class<?>>map(column -> column.expression().type().javaType())
                        .toList());
        return new RecordDecoder(constructor, columns.toArray(ResultColumn<?>[]::new));
    }

    @Override
    public Record decode(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i].read(row, i + 1);
        }
        return constructor.make(values);
    }
}
