package dev.azoth.testing;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the {@link PrepareDatabase} methods of a test class. */
final class Preparation {
    private Preparation() {}

    static void run(ExtensionContext context) {
        methods(context.getRequiredTestClass())
                .forEach(method -> context.getExecutableInvoker().invoke(method, null));
    }

    private static Stream<Method> methods(@Nullable Class<?> type) {
        return type == null ? Stream.empty() : Stream.concat(methods(type.getSuperclass()), declared(type).stream());
    }

    private static List<Method> declared(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(PrepareDatabase.class))
                .peek(Preparation::requireStatic)
                .toList();
    }

    private static void requireStatic(Method method) {
        if (!Modifier.isStatic(method.getModifiers())) {
            throw new IllegalStateException("@PrepareDatabase needs a static method; this one is not: " + method);
        }
    }
}
