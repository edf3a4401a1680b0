package dev.azoth.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Creates the database before a run of a test class, hands it to whoever has a parameter for it, and drops it afterwards. */
final class DatabaseOfClass
        implements BeforeClassTemplateInvocationCallback, AfterClassTemplateInvocationCallback, ParameterResolver {
    private final TestDatabase origin;
    private @Nullable Database database;

    DatabaseOfClass(TestDatabase origin) {
        this.origin = origin;
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) {
        database = origin.create();
        Preparation.run(context);
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
        if (database != null) {
            database.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Database resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return database();
    }

    /** The database of the run that goes on. */
    Database database() {
        if (database == null) {
            throw new ParameterResolutionException(origin.name() + " is not there outside a run of the test class");
        }
        return database;
    }
}
