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

/** SQLite, with a file in a temporary folder for each database. */
public final class SqliteFile implements TestDatabase {
    /** For the service loader. */
    public SqliteFile() {}

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public Set<Capability> lacking(ServerInfo server) {
        return EnumSet.of(
                Capability.MERGE_RETURNING,
                Capability.CONFLICT_CONSTRAINT,
                Capability.SOURCES_RETURNING,
                Capability.RANGES,
                Capability.MATERIALIZED_VIEWS,
                Capability.LATERAL,
                Capability.QUANTIFIED_COMPARISON,
                Capability.BIT_AGGREGATES,
                Capability.COUNT_OF_ROWS,
                Capability.TRY_CAST,
                Capability.ARRAYS,
                Capability.USERS,
                Capability.ARRAY_SETS,
                Capability.RANGE_OF_TIME,
                Capability.IGNORE_NULLS,
                Capability.DISTINCT_WINDOW,
                Capability.MERGE,
                Capability.MERGE_BY_SOURCE,
                Capability.LOCKS,
                Capability.SHARED_LOCKS,
                Capability.KEY_LOCKS,
                Capability.CHANGES_IN_WITH,
                Capability.SAMPLE,
                Capability.DEVIATION,
                Capability.CORRELATION,
                Capability.MODE,
                Capability.JSON_PATHS);
    }

    @Override
    public Database create() {
        try {
            Path folder = Files.createTempDirectory("azoth-sqlite");
            Path file = folder.resolve("test.db");
            String path = file.toString().replace('\\', '/');
            return new Database(name(), "sqlite:///" + path, "jdbc:sqlite:" + path, () -> delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file has others beside it, depending on its journal. */
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
