package dev.azoth.testing;

import java.util.List;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.Extension;

/** One run of a test class, on one database. */
record DatabaseInvocation(TestDatabase database) implements ClassTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
        return database.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        DatabaseOfClass created = new DatabaseOfClass(database);
        return List.of(created, new RequiredCapabilities(created::database), new LimitedStatements(created::database));
    }
}
