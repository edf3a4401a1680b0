package dev.azoth.compile;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of a row's columns, in order. The first rows are read into an array for the constructor; a decoder that meets many makes one handle of the
 * columns' reads and the constructor, which the virtual machine compiles as a whole: no array, and no object for a number.
 */
final class RecordDecoder implements RowDecoder<Record> {
    /** Making the handle costs about as much as reading so many rows. */
    private static final int MANY = 5_000;

    private final RecordConstructor constructor;
    private final ResultColumn<?>[] columns;
    private int rows;
    private volatile @Nullable MethodHandle whole;

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
        MethodHandle handle = whole;
        if (handle != null) {
            return made(handle, row);
        }
        if (rows++ == MANY) { // counted roughly: two threads may miss each other
            whole = handle();
        }
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i].read(row, i + 1);
        }
        return constructor.make(values);
    }

    private Record made(MethodHandle handle, ResultSet row) throws SQLException {
        try {
            return (Record) handle.invokeExact(row);
        } catch (SQLException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw constructor.failed(e);
        }
    }

    private MethodHandle handle() {
        MethodHandle made = constructor.typed();
        MethodHandle[] reads = new MethodHandle[columns.length];
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle read = lookup.findVirtual(
                    ResultColumn.class, "read", MethodType.methodType(Object.class, ResultSet.class, int.class));
            MethodHandle checked = lookup.findVirtual(
                    RecordConstructor.class, "checked", MethodType.methodType(Object.class, int.class, Object.class));
            for (int i = 0; i < reads.length; i++) {
                MethodHandle one = MethodHandles.insertArguments(read.bindTo(columns[i]), 1, i + 1);
                reads[i] = MethodHandles.filterReturnValue(
                                one, MethodHandles.insertArguments(checked, 0, constructor, i))
                        .asType(MethodType.methodType(made.type().parameterType(i), ResultSet.class));
            }
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return MethodHandles.permuteArguments(
                        MethodHandles.filterArguments(made, 0, reads),
                        MethodType.methodType(made.type().returnType(), ResultSet.class),
                        new int[reads.length])
                .asType(MethodType.methodType(Record.class, ResultSet.class));
    }
}
