package dev.azoth.dialect.h2;

import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * How H2 is connected to: {@code h2://} for a database in memory, {@code h2:mem:name} for one that others can name, {@code h2:./file}, {@code h2:tcp://host/name} and the like, with H2's own settings after
 * semicolons.
 *
 * <p>A database is opened with names without quotes in lower case, as on PostgreSQL, so that SQL text and the names of its columns are
 * the same on both. A URL with {@code DATABASE_TO_UPPER} or {@code DATABASE_TO_LOWER} decides that for itself, as it must for a file that
 * another program made.
 */
final class H2Target {
    private static final String JDBC = "jdbc:h2:";
    private static final String MEMORY = "mem:";

    private H2Target() {}

    /** {@code h2:///var/shop} and {@code h2://./shop} are files: what looks like a host is their first folder. */
    private static String file(DatabaseUrl url) {
        if (url.user().isPresent() || url.port() >= 0) {
            throw new InvalidRequestException(
                    "a server of H2 is h2:tcp://" + url.host() + ":9092/" + url.database() + ";USER=…;PASSWORD=…");
        }
        return url.host().isEmpty() && url.database().isEmpty() ? MEMORY : url.host() + "/" + url.database();
    }

    static JdbcTarget of(DatabaseUrl url) {
        String rest = url.jdbc()
                .map(jdbc -> jdbc.substring(JDBC.length()))
                .or(url::opaque)
                .orElseGet(() -> file(url));
        String[] parts = rest.split(";", -1);
        String path = parts[0];
        Map<String, String> properties = new HashMap<>();
        StringBuilder settings = new StringBuilder();
        boolean decided = false;
        for (int i = 1; i < parts.length; i++) {
            String name = parts[i].replaceFirst("=.*", "").toUpperCase(Locale.ROOT);
            if (name.equals("USER") || name.equals("PASSWORD")) {
                properties.put(name.toLowerCase(Locale.ROOT), parts[i].substring(parts[i].indexOf('=') + 1));
            } else {
                decided |= name.equals("DATABASE_TO_UPPER") || name.equals("DATABASE_TO_LOWER");
                settings.append(';').append(parts[i]);
            }
        }
        boolean memory = path.toLowerCase(Locale.ROOT).startsWith(MEMORY);
        if (memory && path.length() == MEMORY.length()) {
            // without a name every connection would have a database of its own
            path += UUID.randomUUID();
        }
        return new JdbcTarget(
                JDBC + path + (decided ? "" : ";DATABASE_TO_LOWER=TRUE") + settings,
                "org.h2.Driver",
                "com.h2database:h2",
                properties,
                memory ? JdbcTarget.Sharing.KEPT_ALIVE_POOL : JdbcTarget.Sharing.POOL,
                "");
    }
}
