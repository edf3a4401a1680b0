package dev.azoth.testing;

import dev.azoth.CompileException;
import dev.azoth.NotSupportedException;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Turns a test over that {@linkplain Requires requires} what its database lacks: it has to be refused. */
final class RequiredCapabilities implements InvocationInterceptor {
    private final Supplier<Database> database;

    RequiredCapabilities(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Set<Capability> lacking = EnumSet.noneOf(Capability.class);
        lacking.addAll(required(method.getExecutable().getAnnotation(Requires.class)));
        lacking.addAll(required(method.getTargetClass().getAnnotation(Requires.class)));
        if (!lacking.isEmpty()) {
            lacking.retainAll(database.get().lacking());
        }
        if (lacking.isEmpty()) {
            test.proceed();
        } else {
            refuses(test, lacking, database.get().name());
        }
    }

    private static List<Capability> required(@Nullable Requires requires) {
        return requires == null ? List.of() : List.of(requires.value());
    }

    private static void refuses(Invocation<@Nullable Void> test, Set<Capability> lacking, String dialect)
            throws Throwable {
        try {
            test.proceed();
        } catch (CompileException | NotSupportedException e) {
            String message = String.valueOf(e.getMessage());
            if (lacking.stream().noneMatch(capability -> capability.isNamedIn(message))
                    || !message.toLowerCase(Locale.ROOT).contains(dialect)) {
                throw new AssertionError(
                        "%s lacks %s, and should say so with the construct and its own name, but said: %s"
                                .formatted(dialect, lacking, message),
                        e);
            }
            return;
        }
        throw new AssertionError("%s is declared to lack %s, but has refused nothing".formatted(dialect, lacking));
    }
}
