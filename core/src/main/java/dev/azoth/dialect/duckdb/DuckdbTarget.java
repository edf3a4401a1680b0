package dev.azoth.dialect.duckdb;

import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How a DuckDB URL is connected to. {@code duckdb:///app.db} is a file beside the program, {@code duckdb:////srv/app.db} one anywhere,
 * and {@code duckdb://} a database in memory that lives as long as its engine.
 *
 * <p>A file belongs to one process at a time, within which all connections share it. A parameter of the URL is one of DuckDB's settings
 * ({@code ?memory_limit=1GB}) or of the driver's properties; all engines on a file need the same. {@code ?foreign_keys=off} is Azoth's,
 * and creates tables without them.
 */
final class DuckdbTarget {
    private static final String JDBC = "jdbc:duckdb:";
    private static final String DRIVER = "org.duckdb.DuckDBDriver";
    private static final String ARTIFACT = "org.duckdb:duckdb_jdbc";
    private static final String MEMORY = ":memory:";

    /** Azoth's own parameter; see {@link DuckdbDdl}. */
    private static final String FOREIGN_KEYS = "foreign_keys";

    /** Else a point in time would become the date and the clock of wherever the program runs. */
    private static final String AFTER_CONNECT = "SET TimeZone = 'UTC'";

    private DuckdbTarget() {}

    static JdbcTarget of(DatabaseUrl url) {
        if (url.jdbc().isPresent()) {
            String rest = url.jdbc().get().substring(JDBC.length());
            int settings = rest.indexOf(';');
            String name = settings < 0 ? rest : rest.substring(0, settings);
            String after = settings < 0 ? "" : rest.substring(settings);
            return target(name, after, Map.of());
        }
        if (!url.host().isEmpty()) {
            throw new InvalidRequestException(
                    "duckdb://" + url.host()
                            + " names a host, which DuckDB has none of: a file is duckdb:///relative.db or duckdb:////absolute.db");
        }
        Map<String, String> settings = new LinkedHashMap<>(url.parameters());
        String foreignKeys = settings.remove(FOREIGN_KEYS);
        if (foreignKeys != null && !foreignKeys.equals("on") && !foreignKeys.equals("off")) {
            throw new InvalidRequestException(
                    "the parameter foreign_keys of a DuckDB URL is on or off, not " + foreignKeys);
        }
        JdbcTarget target = target(url.database(), "", settings);
        return "off".equals(foreignKeys) ? withoutForeignKeys(target) : target;
    }

    private static JdbcTarget withoutForeignKeys(JdbcTarget target) {
        return new JdbcTarget(
                target.jdbcUrl(),
                target.driverClass(),
                target.artifact(),
                target.properties(),
                target.sharing(),
                target.afterConnect() + "; SET VARIABLE " + DuckdbDdl.FOREIGN_KEYS + " = 'off'");
    }

    private static JdbcTarget target(String name, String settings, Map<String, String> parameters) {
        boolean memory = name.isEmpty() || name.startsWith(MEMORY);
        // without a name every connection would have a database of its own
        boolean nameless = name.isEmpty() || name.equals(MEMORY);
        if (!memory) {
            checkFolder(Path.of(name));
        }
        return new JdbcTarget(
                JDBC + (nameless ? MEMORY + "azoth-" + UUID.randomUUID() : name) + settings,
                DRIVER,
                ARTIFACT,
                parameters,
                memory ? JdbcTarget.Sharing.KEPT_ALIVE_POOL : JdbcTarget.Sharing.POOL,
                AFTER_CONNECT);
    }

    /** DuckDB makes the file but not its folder. */
    private static void checkFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            String message = "the folder of the DuckDB file " + file + " does not exist: create " + folder;
            throw ErrorKind.OPERATIONAL.exception(ErrorFields.of(ErrorKind.OPERATIONAL, message), null, null);
        }
    }
}
