package dev.azoth.compile;

import dev.azoth.AzothException;
import dev.azoth.CompileException;
import dev.azoth.DataException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes records: the canonical constructor, called with a row's values. */
final class RecordDecoder implements RowDecoder<Record> {
    private final MethodHandle constructor;
    private final ResultColumn<?>[] columns;
    private final RecordComponent[] components;

    private RecordDecoder(MethodHandle constructor, ResultColumn<?>[] columns, RecordComponent[] components) {
        this.constructor = constructor;
        this.columns = columns;
        this.components = components;
    }

    static RecordDecoder of(Class<? extends Record> type, List<? extends ResultColumn<?>> columns) {
        RecordComponent[] components = type.getRecordComponents();
        boolean fits = components.length == columns.size();
        for (int i = 0; fits && i < components.length; i++) {
            Class<?> wanted =
                    MethodType.methodType(components[i].getType()).wrap().returnType();
            fits = wanted.isAssignableFrom(columns.get(i).expression().type().javaType());
        }
        if (!fits) {
            throw new CompileException("the columns selected do not fit the record " + type.getName()
                    + ", by position\n  columns     "
                    + columns.stream().map(RecordDecoder::named).collect(Collectors.joining(", "))
                    + "\n  components  "
                    + Arrays.stream(components)
                            .map(c -> c.getName() + " " + c.getType().getSimpleName())
                            .collect(Collectors.joining(", ")));
        }
        return new RecordDecoder(constructor(type, components), columns.toArray(ResultColumn<?>[]::new), components);
    }

    private static String named(ResultColumn<?> column) {
        return column.name() + " " + column.expression().type().javaType().getSimpleName();
    }

    private static MethodHandle constructor(Class<? extends Record> type, RecordComponent[] components) {
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asType(MethodType.genericMethodType(parameters.length).changeReturnType(Record.class))
                    .asSpreader(Object[].class, parameters.length);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new CompileException(
                    "the constructor of " + type.getName() + " cannot be reached: its module must open "
                            + type.getPackageName() + " to dev.azoth.core",
                    e);
        }
    }

    /** A null that a primitive component has no place for; who reads the rows adds the statement. */
    private DataException none(int i) {
        String message = "column " + (i + 1) + " is null, but the component " + components[i].getName() + " of "
                + components[i].getDeclaringRecord().getName()
                + " is a " + components[i].getType() + ": make it a class, or select coalesce(…)";
        return new DataException(ErrorFields.of(ErrorKind.DATA, message), null, null);
    }

    @Override
    public Record decode(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i].read(row, i + 1);
            if (values[i] == null && components[i].getType().isPrimitive()) {
                throw none(i);
            }
        }
        try {
            return (Record) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AzothException(
                    "the constructor of " + components[0].getDeclaringRecord().getName() + " failed", e);
        }
    }
}
