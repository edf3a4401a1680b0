package dev.azoth.testing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes one run of a test class for each database that it asks for and that this test run includes. */
final class DatabaseInvocations implements ClassTemplateInvocationContextProvider {
    /** Those to run on, all of them if it is not set. */
    static final String CHOICE = "azoth.databases";

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return asked(context).isPresent();
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        KnownDatabases known = KnownDatabases.get();
        List<TestDatabase> chosen = known.chosen(context.getConfigurationParameter(CHOICE));
        List<TestDatabase> wanted = asked(context).orElseThrow();
        List<TestDatabase> databases = wanted.stream().filter(chosen::contains).toList();
        databases.forEach(DatabaseInvocations::prepare);
        return databases.stream().map(DatabaseInvocation::new);
    }

    /** A run on SQLite only has nothing to do for a class that is about PostgreSQL. */
    @Override
    public boolean mayReturnZeroClassTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    /** Empty for a class nested in ours that is a template for reasons of its own. */
    private static Optional<List<TestDatabase>> asked(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        KnownDatabases known = KnownDatabases.get();
        return Optional.ofNullable(test.getAnnotation(OnDatabase.class))
                .map(some -> known.named(List.of(some.value()), "@OnDatabase on " + test.getName()))
                .or(() -> Optional.ofNullable(test.getAnnotation(EveryDatabase.class))
                        .map(every -> known.all()));
    }

    private static void prepare(TestDatabase database) {
        Thread thread = new Thread(database::prepare, "start " + database.name());
        thread.setDaemon(true);
        thread.start();
    }
}
