package dev.azoth.testing.database;

import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.TestDatabase;
import dev.azoth.type.ServerInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * DuckDB, with a file in a temporary folder for each database.
 *
 * <p>The system property {@code azoth.duckdb.parameters} is put behind the URL: {@code foreign_keys=off} makes tables without foreign keys,
 * as tests of an object model need that deletes what belongs together in one transaction.
 */
public final class DuckdbFile implements TestDatabase {
    /** For the service loader. */
    public DuckdbFile() {}

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public Set<Capability> lacking(ServerInfo server) {
        return EnumSet.of(
                Capability.CONFLICT_CONSTRAINT,
                Capability.CONFLICT_WHERE,
                Capability.SOURCES_RETURNING,
                Capability.RANGES,
                Capability.MATERIALIZED_VIEWS,
                Capability.WORK_AFTER_ERRORS,
                Capability.READ_ONLY,
                Capability.LOCKS,
                Capability.SHARED_LOCKS,
                Capability.COMPUTED_RETURNING,
                Capability.SAVEPOINTS,
                Capability.SERIALIZABLE,
                Capability.KEY_LOCKS,
                Capability.JSON_CHANGES,
                Capability.CIRCULAR_KEYS,
                Capability.REFERENTIAL_ACTIONS,
                Capability.KEY_ACTIONS,
                Capability.CONSTRAINT_NAMES,
                Capability.TEXT_LENGTHS,
                Capability.JSON_PATHS);
    }

    @Override
    public Database create() {
        try {
            Path folder = Files.createTempDirectory("azoth-duckdb");
            Path file = folder.resolve("test.db");
            String path = file.toString().replace('\\', '/');
            String parameters = System.getProperty("azoth.duckdb.parameters", "");
            String url = "duckdb:///" + path + (parameters.isEmpty() ? "" : "?" + parameters);
            return new Database(name(), url, "jdbc:duckdb:" + path, () -> delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file has its journal beside it, and a folder for what does not fit into memory. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : Stream.concat(files, Stream.of(folder)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
