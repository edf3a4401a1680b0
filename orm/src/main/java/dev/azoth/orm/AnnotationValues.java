package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of an annotation that a program makes: {@code column.with(Column::length, 30).with(Column::nullable, false)}. Those that it does not give are the
 * defaults.
 *
 * @param <A> the annotation
 */
public final class AnnotationValues<A extends Annotation> {
    private final Class<A> type;
    private final Map<String, Object> values = new HashMap<>();

    AnnotationValues(Class<A> type) {
        this.type = type;
    }

    /**
     * Gives a value. A list is an array, or its one element.
     *
     * @param which the value, as a reference to its method: {@code Column::length}
     * @throws InvalidRequestException if that is no method of the annotation, if the value is not of its type, or was given before
     */
    public <V> AnnotationValues<A> with(Function<A, V> which, V value) {
        put(which, value);
        return this;
    }

    private void put(Function<A, ?> which, Object value) {
        Method method = method(which);
        Object given = method.getReturnType().isArray() && !value.getClass().isArray()
                ? listed(method, value)
                : checked(method, method.getReturnType(), value);
        if (values.put(method.getName(), given) != null) {
            throw new InvalidRequestException(name(method) + " is given twice");
        }
    }

    /** One value alone is a list of one, as Java has it of annotations. */
    private Object listed(Method method, Object value) {
        Class<?> element = method.getReturnType().getComponentType();
        Object list = Array.newInstance(element, 1);
        Array.set(list, 0, checked(method, element, value));
        return list;
    }

    private Object checked(Method method, Class<?> wanted, Object value) {
        if (!MethodType.methodType(wanted).wrap().returnType().isInstance(value)) {
            throw new InvalidRequestException(name(method) + " is of " + wanted.getSimpleName() + ", not "
                    + value.getClass().getSimpleName() + ": " + value);
        }
        return value;
    }

    private String name(Method method) {
        return "@" + type.getSimpleName() + "(" + method.getName() + ")";
    }

    /** An annotation is an interface: one that notes which of its methods is called tells which the reference is to. */
    private Method method(Function<A, ?> which) {
        @Nullable Method[] called = new @Nullable Method[1];
        Object noting = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, none) -> {
            called[0] = method.getDeclaringClass() == type ? method : null;
            return something(method);
        });
        Object unused = which.apply(type.cast(noting)); // it is the call that matters
        Method found = called[0];
        if (found == null) {
            throw new InvalidRequestException("a value of @" + type.getSimpleName()
                    + " is named by a reference to its method, as Column::length names a value of @Column");
        }
        return found;
    }

    private static @Nullable Object something(Method method) {
        Class<?> returned = method.getReturnType();
        return returned.isPrimitive() && returned != void.class ? Array.get(Array.newInstance(returned, 1), 0) : null;
    }

    Map<String, Object> values() {
        return values;
    }
}
