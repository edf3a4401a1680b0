package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows as records, whose components have the names of columns; {@code authorId} is the one of {@code author_id}, too. */
record RecordForm(Class<?> type, List<String> names, List<MethodHandle> accessors) implements GivenRows.Form {
    /**
     * A record's form.
     *
     * @param known the names of the columns there are, or none where every name will do
     */
    static RecordForm of(Class<? extends Record> type, List<String> known) {
        List<String> names = new ArrayList<>();
        List<MethodHandle> accessors = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(name(type, component.getName(), known));
            accessors.add(accessor(type, component));
        }
        return new RecordForm(type, names, accessors);
    }

    private static String name(Class<?> type, String component, List<String> known) {
        if (known.isEmpty() || known.contains(component)) {
            return component;
        }
        List<String> alike = known.stream()
                .filter(name -> bare(name).equals(bare(component)))
                .toList();
        if (alike.size() != 1) {
            throw new InvalidRequestException("the record " + type.getName() + " has a component " + component
                    + ", for which there is no column; the columns are " + known);
        }
        return alike.get(0);
    }

    private static String bare(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static MethodHandle accessor(Class<?> type, RecordComponent component) {
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new InvalidRequestException(
                    "the components of " + type.getName() + " cannot be read: its module must open "
                            + type.getPackageName() + " to dev.azoth.core",
                    e);
        }
    }

    @Override
    public @Nullable Object[] values(Object row, int number) {
        if (row.getClass() != type) {
            throw GivenRows.otherForm(row, number, "a " + type.getName());
        }
        @Nullable Object[] values = new Object[accessors.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(accessors.get(i), row);
        }
        return values;
    }

    private static @Nullable Object value(MethodHandle accessor, Object row) {
        try {
            return (Object) accessor.invokeExact(row);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an accessor of a record throws no checked exception", e);
        }
    }
}
