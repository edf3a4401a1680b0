package dev.azoth.orm.engines;

import dev.azoth.testing.Database;
import dev.azoth.testing.TestDatabase;
import java.util.List;
import java.util.ServiceLoader;

/** Databases besides the one of a test class. */
final class MoreDatabases {
    private static final List<TestDatabase> KNOWN = ServiceLoader.load(TestDatabase.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private MoreDatabases() {}

    /** Another empty one of the same kind; to be closed. */
    static Database like(Database database) {
        return of(database.name());
    }

    /** An empty one of a kind; to be closed. */
    static Database of(String name) {
        return KNOWN.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .create();
    }
}
