package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityPath;
import dev.azoth.sql.Export;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Projection;
import dev.azoth.sql.Row;
import dev.azoth.sql.RowShape;
import dev.azoth.sql.Selectable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What becomes of a returned row, whose values are read and whose entities are loaded: the one thing selected, a {@link Row}, or a record. */
final class RowProjection {
    private RowProjection() {}

    /** The function of the values of what was selected, one for each, that a projection is. */
    static Function<@Nullable Object[], @Nullable Object> of(
            List<? extends Selectable<?>> selection, Projection projection) {
        if (projection instanceof Projection.Into into) {
            return record(into.type(), selection);
        }
        if (projection instanceof Projection.Single) {
            return values -> values[0];
        }
        RowShape shape =
                new RowShape(selection.stream().map(RowProjection::name).toList(), selection);
        return values -> new Row(shape, values);
    }

    private static String name(Selectable<?> selected) {
        if (selected instanceof EntityPath<?> path) {
            return path.compositeName();
        }
        return selected instanceof Expression<?> expression ? Export.ownName(expression) : "";
    }

    private static Class<?> type(Selectable<?> selected) {
        if (selected instanceof EntityPath<?> path) {
            return path.javaType();
        }
        return selected instanceof Expression<?> expression ? expression.type().javaType() : Object.class;
    }

    private static Function<@Nullable Object[], @Nullable Object> record(
            Class<? extends Record> type, List<? extends Selectable<?>> selection) {
        RecordComponent[] components = type.getRecordComponents();
        boolean fits = components.length == selection.size();
        for (int i = 0; fits && i < components.length; i++) {
            Class<?> component =
                    MethodType.methodType(components[i].getType()).wrap().returnType();
            fits = component.isAssignableFrom(type(selection.get(i)));
        }
        if (!fits) {
            throw new InvalidRequestException("what is selected does not fit the record " + type.getName()
                    + ", by position\n  selected    "
                    + String.join(
                            ", ",
                            selection.stream()
                                    .map(each -> name(each) + " " + type(each).getSimpleName())
                                    .toList())
                    + "\n  components  "
                    + String.join(
                            ", ",
                            Arrays.stream(components)
                                    .map(each -> each.getName() + " "
                                            + each.getType().getSimpleName())
                                    .toList()));
        }
        MethodHandle constructor = constructor(type, components);
        return values -> make(type, constructor, components, values);
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
            throw new InvalidRequestException(
                    "the constructor of " + type.getName() + " cannot be reached: its module must open "
                            + type.getPackageName() + " to dev.azoth.orm",
                    e);
        }
    }

    private static Record make(
            Class<?> type, MethodHandle constructor, RecordComponent[] components, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && components[i].getType().isPrimitive()) {
                throw new InvalidRequestException("a row has null for the component " + components[i].getName() + " of "
                        + type.getName() + ", which is a " + components[i].getType()
                        + ": make it a class, or select coalesce(…)");
            }
        }
        try {
            return (Record) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new InvalidRequestException("the constructor of " + type.getName() + " failed", e);
        }
    }
}
