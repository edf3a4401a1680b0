package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The components of a record, by the names of columns that they are for: {@code authorId} is for {@code author_id}, too. */
public final class RecordComponents {
    private static final ClassValue<List<MethodHandle>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<MethodHandle> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(component -> accessor(type, component))
                    .toList();
        }
    };

    private final Class<?> type;
    private final List<String> names;

    private RecordComponents(Class<?> type, List<String> names) {
        this.type = type;
        this.names = names;
    }

    /**
     * The components of a class.
     *
     * @param known the names of the columns there are, or none where every name will do
     * @throws InvalidRequestException if a component is for none of them
     */
    public static RecordComponents of(Class<? extends Record> type, List<String> known) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(name(type, component.getName(), known));
        }
        return new RecordComponents(type, List.copyOf(names));
    }

    /** The class. */
    public Class<?> type() {
        return type;
    }

    /** The names. */
    public List<String> names() {
        return names;
    }

    /** The values of a record of the class. */
    public @Nullable Object[] values(Object row) {
        List<MethodHandle> accessors = ACCESSORS.get(type);
        @Nullable Object[] values = new Object[accessors.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(accessors.get(i), row);
        }
        return values;
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
