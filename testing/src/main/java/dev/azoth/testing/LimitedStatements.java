package dev.azoth.testing;

import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Fails a test that sends more statements than its {@linkplain StatementLimit limit}. */
final class LimitedStatements implements InvocationInterceptor {
    private final Supplier<Database> database;

    LimitedStatements(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        StatementLimit limit = method.getExecutable().getAnnotation(StatementLimit.class);
        if (limit == null) {
            limit = method.getTargetClass().getAnnotation(StatementLimit.class);
        }
        if (limit == null) {
            test.proceed();
            return;
        }
        StatementCounter statements = database.get().statements();
        int before = statements.count();
        test.proceed();
        statements.atMost(limit.value(), before);
    }
}
