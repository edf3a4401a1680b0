package dev.azoth.orm.mapping.view;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An annotation that a program makes of its values, equal to one that is written in the source. */
public final class MadeAnnotation implements InvocationHandler {
    private final Class<? extends Annotation> type;
    private final Map<String, Object> values = new TreeMap<>();

    private MadeAnnotation(Class<? extends Annotation> type, Map<String, Object> given) {
        this.type = type;
        for (Method each : sorted(type)) {
            Object value = given.getOrDefault(each.getName(), each.getDefaultValue());
            if (value == null) {
                throw new IllegalArgumentException("@" + type.getSimpleName() + " needs its value " + each.getName());
            }
            values.put(each.getName(), value);
        }
    }

    /** In no order of the compiler's, so that messages are always the same. */
    private static Method[] sorted(Class<?> type) {
        Method[] methods = type.getDeclaredMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName).reversed());
        return methods;
    }

    /**
     * An annotation with these values; those that are not given are the defaults.
     *
     * @throws IllegalArgumentException if one is not given that has no default
     */
    public static <A extends Annotation> A of(Class<A> type, Map<String, Object> values) {
        InvocationHandler made = new MadeAnnotation(type, values);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, made));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "annotationType" -> type;
            case "hashCode" -> hash();
            case "toString" -> text();
            case "equals" -> arguments != null && same(arguments[0]);
            default -> values.get(method.getName());
        };
    }

    /** As the contract of annotations has it. */
    private int hash() {
        return values.entrySet().stream()
                .mapToInt(each -> (127 * each.getKey().hashCode()) ^ hash(each.getValue()))
                .sum();
    }

    private static int hash(Object value) {
        return value.getClass().isArray() ? Arrays.deepHashCode(new Object[] {value}) - 31 : value.hashCode();
    }

    private boolean same(@Nullable Object other) {
        return type.isInstance(other)
                && values.entrySet().stream()
                        .allMatch(each -> Objects.deepEquals(each.getValue(), get(other, each.getKey())));
    }

    private Object get(Object annotation, String value) {
        try {
            Method method = type.getDeclaredMethod(value);
            method.setAccessible(true);
            return method.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + "." + value + " cannot be read", e);
        }
    }

    private String text() {
        return "@" + type.getName() + values;
    }
}
