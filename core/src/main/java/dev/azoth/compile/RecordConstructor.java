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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes records: the canonical constructor, called with what was read. */
final class RecordConstructor {
    private final Class<? extends Record> type;
    private final MethodHandle typed;
    private final MethodHandle constructor;
    private final RecordComponent[] components;

    private RecordConstructor(Class<? extends Record> type, MethodHandle typed, RecordComponent[] components) {
        this.type = type;
        this.typed = typed;
        this.constructor = typed.asType(
                        MethodType.genericMethodType(components.length).changeReturnType(Record.class))
                .asSpreader(Object[].class, components.length);
        this.components = components;
    }

    /**
     * The constructor of a record.
     *
     * @param names for each thing selected its name
     * @param types and its class
     * @throws CompileException if that is not what the components are, or the constructor cannot be reached
     */
    static RecordConstructor of(Class<? extends Record> type, List<String> names, List<? extends Class<?>> types) {
        RecordComponent[] components = type.getRecordComponents();
        boolean fits = components.length == types.size();
        for (int i = 0; fits && i < components.length; i++) {
            Class<?> wanted =
                    MethodType.methodType(components[i].getType()).wrap().returnType();
            fits = wanted.isAssignableFrom(types.get(i));
        }
        if (!fits) {
            List<String> selected = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                selected.add(names.get(i) + " " + types.get(i).getSimpleName());
            }
            throw new CompileException("the columns selected do not fit the record " + type.getName()
                    + ", by position\n  columns     "
                    + String.join(", ", selected)
                    + "\n  components  "
                    + Arrays.stream(components)
                            .map(c -> c.getName() + " " + c.getType().getSimpleName())
                            .collect(Collectors.joining(", ")));
        }
        return new RecordConstructor(type, handle(type, components), components);
    }

    private static MethodHandle handle(Class<? extends Record> type, RecordComponent[] components) {
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findConstructor(type, MethodType.methodType(void.class, parameters));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new CompileException(
                    "the constructor of " + type.getName() + " cannot be reached: its module must open "
                            + type.getPackageName() + " to dev.azoth.core",
                    e);
        }
    }

    /**
     * Makes a record.
     *
     * @throws DataException if a null is for a component that has no place for it; who reads the rows adds the statement
     */
    Record make(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            checked(i, values[i]);
        }
        try {
            return (Record) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    AzothException failed(Throwable cause) {
        return new AzothException("the constructor of " + type.getName() + " failed", cause);
    }

    /** The constructor, with the components' own types. */
    MethodHandle typed() {
        return typed;
    }

    /** A value for a component, which has a place for it. */
    @Nullable
    Object checked(int component, @Nullable Object value) {
        if (value == null && components[component].getType().isPrimitive()) {
            throw none(component);
        }
        return value;
    }

    private DataException none(int i) {
        String message = "column " + (i + 1) + " is null, but the component " + components[i].getName() + " of "
                + type.getName()
                + " is a " + components[i].getType() + ": make it a class, or select coalesce(…)";
        return new DataException(ErrorFields.of(ErrorKind.DATA, message), null, null);
    }
}
