package dev.azoth.testing;

import static java.util.stream.Collectors.joining;

import dev.azoth.type.ServerInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The databases on the class path, by name. */
final class KnownDatabases {
    private static final KnownDatabases INSTANCE = new KnownDatabases(ServiceLoader.load(TestDatabase.class));

    private final Map<String, TestDatabase> byName = new LinkedHashMap<>();
    private final Set<String> announced = ConcurrentHashMap.newKeySet();

    KnownDatabases(Iterable<TestDatabase> databases) {
        for (TestDatabase database : databases) {
            TestDatabase other = byName.putIfAbsent(database.name(), database);
            if (other != null) {
                throw new IllegalStateException("Two test databases are called '%s': %s and %s"
                        .formatted(
                                database.name(),
                                other.getClass().getName(),
                                database.getClass().getName()));
            }
        }
    }

    static KnownDatabases get() {
        return INSTANCE;
    }

    List<TestDatabase> all() {
        return List.copyOf(byName.values());
    }

    /** What the dialect of a database lacks on a server, as is declared. */
    Set<Capability> lacking(String name, ServerInfo server) {
        TestDatabase database = byName.get(name);
        return database == null ? Set.of() : database.lacking(server);
    }

    /** Whether a database came with this module, and its dialect with core. */
    boolean isOwn(String name) {
        TestDatabase database = byName.get(name);
        String own = KnownDatabases.class.getPackageName() + ".database";
        return database != null && database.getClass().getPackageName().equals(own);
    }

    /** Those with these names; {@code where} is where somebody wrote them. */
    List<TestDatabase> named(List<String> names, String where) {
        return names.stream().map(name -> named(name, where)).toList();
    }

    private TestDatabase named(String name, String where) {
        TestDatabase database = byName.get(name);
        if (database == null) {
            throw new IllegalArgumentException(
                    "%s names '%s'; there are %s".formatted(where, name, String.join(", ", byName.keySet())));
        }
        return database;
    }

    /** Those that this run is to include, given what {@code azoth.databases} says. Whoever reads along is told, once. */
    List<TestDatabase> chosen(Optional<String> choice) {
        List<TestDatabase> chosen = choice.map(text -> named(split(text), DatabaseInvocations.CHOICE))
                .orElseGet(this::all);
        String names = chosen.stream().map(TestDatabase::name).collect(joining(", "));
        if (announced.add(names)) {
            System.out.println("Tests run on " + names);
        }
        return chosen;
    }

    private static List<String> split(String names) {
        return List.of(names.strip().split("\\s*,\\s*"));
    }
}
