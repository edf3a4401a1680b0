package dev.azoth.testing.database;

import dev.azoth.testing.Database;
import dev.azoth.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
