package dev.azoth.dialect.sqlite;

import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How a SQLite URL is connected to. {@code sqlite:///app.db} is a file beside the program, {@code sqlite:////srv/app.db} one anywhere, and
 * {@code sqlite://} a database in memory that lives as long as its engine.
 *
 * <p>A parameter of the URL is one of the driver's properties, which are SQLite's pragmas ({@code ?journal_mode=DELETE}), or one of
 * SQLite's own for files ({@code ?mode=ro}). A question mark of the file's name is written {@code %3F}.
 */
final class SqliteTarget {
    private static final String DRIVER = "org.sqlite.JDBC";
    private static final String ARTIFACT = "org.xerial:sqlite-jdbc";

    /** What SQLite itself reads behind the question mark of a {@code file:} name. */
    private static final Set<String> OF_THE_FILE = Set.of("mode", "cache", "immutable", "nolock", "psow", "vfs");

    private SqliteTarget() {}

    static JdbcTarget of(DatabaseUrl url) {
        if (url.jdbc().isPresent()) {
            String jdbc = url.jdbc().get();
            String name = jdbc.substring("jdbc:sqlite:".length());
            if (name.isEmpty() || name.equals(":memory:")) {
                return memory(url);
            }
            boolean shared = name.contains("mode=memory") || name.contains("vfs=memdb");
            return shared ? target(jdbc, pragmas(), JdbcTarget.Sharing.KEPT_ALIVE_POOL) : file(jdbc, Map.of());
        }
        if (!url.host().isEmpty()) {
            throw new InvalidRequestException(
                    "sqlite://" + url.host()
                            + " names a host, which SQLite has none of: a file is sqlite:///relative.db or sqlite:////absolute.db");
        }
        if (url.database().isEmpty() || url.database().equals(":memory:")) {
            return memory(url);
        }
        if (!url.database().startsWith("file:")) {
            checkFolder(Path.of(url.database()));
        }
        return file(jdbcUrl(url), url.parameters());
    }

    /**
     * The name with what SQLite reads of the parameters; it reads them of names that begin with {@code file:} only. A question mark of the name,
     * at which the driver would cut it, needs such a name too.
     */
    private static String jdbcUrl(DatabaseUrl url) {
        StringBuilder query = new StringBuilder();
        url.parameters().forEach((key, value) -> {
            if (OF_THE_FILE.contains(key)) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(key)
                        .append('=')
                        .append(value);
            }
        });
        String name = url.database();
        if (!name.startsWith("file:") && (!query.isEmpty() || name.indexOf('?') >= 0)) {
            name = "file:" + name.replace("%", "%25").replace("?", "%3F").replace("#", "%23");
        }
        return "jdbc:sqlite:" + name + query;
    }

    private static JdbcTarget file(String jdbcUrl, Map<String, String> parameters) {
        Map<String, String> properties = pragmas();
        boolean readOnly = jdbcUrl.contains("mode=ro") || jdbcUrl.contains("immutable=1");
        if (!readOnly) {
            // readers and the writer do not wait for each other; with WAL, NORMAL loses nothing when the program dies
            properties.put("journal_mode", "WAL");
            properties.put("synchronous", "NORMAL");
        }
        parameters.forEach((key, value) -> {
            if (!OF_THE_FILE.contains(key)) {
                properties.put(key, value);
            }
        });
        return target(jdbcUrl, properties, JdbcTarget.Sharing.POOL);
    }

    /**
     * A database of the "memdb" file system: connections of this process that name the same absolute path see the same one. Unlike the
     * shared cache, which SQLite discourages, it locks as a file does.
     */
    private static JdbcTarget memory(DatabaseUrl url) {
        Map<String, String> properties = pragmas();
        properties.putAll(url.parameters());
        String name = "jdbc:sqlite:file:/azoth-" + UUID.randomUUID() + "?vfs=memdb";
        return target(name, properties, JdbcTarget.Sharing.KEPT_ALIVE_POOL);
    }

    private static Map<String, String> pragmas() {
        Map<String, String> pragmas = new LinkedHashMap<>();
        pragmas.put("foreign_keys", "true");
        pragmas.put("busy_timeout", "10000");
        // SQLite's LIKE takes a for A unless told otherwise
        pragmas.put("case_sensitive_like", "true");
        return pragmas;
    }

    private static JdbcTarget target(String jdbcUrl, Map<String, String> properties, JdbcTarget.Sharing sharing) {
        return new JdbcTarget(jdbcUrl, DRIVER, ARTIFACT, properties, sharing, "");
    }

    /** SQLite makes the file but not its folder, and its own message ("unable to open database file") does not say which it is. */
    private static void checkFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            String message = "the folder of the SQLite file " + file + " does not exist: create " + folder;
            throw ErrorKind.OPERATIONAL.exception(ErrorFields.of(ErrorKind.OPERATIONAL, message), null, null);
        }
    }
}
