package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How PostgreSQL is connected to.
 *
 * <p>A host elsewhere is connected to over TLS unless the URL says otherwise; the driver alone would send everything in the clear where
 * the server has no TLS. Behind a transaction pooler no prepared statement is kept on the server, since the next transaction may meet
 * another server connection.
 */
final class PostgresqlTarget {
    private static final String JDBC = "jdbc:postgresql:";
    private static final int TRANSACTION_POOLER_PORT = 6543;

    /** Parameters of libpq, which other languages' URLs have, and what the driver calls them. */
    private static final Map<String, String> LIBPQ = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "gssencmode", "gssEncMode",
            "require_auth", "requireAuth",
            "sslnegotiation", "sslNegotiation",
            "target_session_attrs", "targetServerType");

    private static final Map<String, String> SESSION_ATTRIBUTES = Map.of(
            "read-write", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    private PostgresqlTarget() {}

    static JdbcTarget of(DatabaseUrl url) {
        Map<String, String> properties = new HashMap<>();
        url.parameters()
                .forEach((name, value) -> properties.put(
                        LIBPQ.getOrDefault(name, name),
                        name.equals("target_session_attrs") ? SESSION_ATTRIBUTES.getOrDefault(value, value) : value));
        url.user().ifPresent(user -> properties.put("user", user));
        url.password().ifPresent(password -> properties.put("password", password));

        PostgresqlHosts hosts = PostgresqlHosts.of(url.jdbc(), url);
        Set<String> said = new HashSet<>(properties.keySet());
        said.addAll(hosts.parameters());
        if (!said.contains("ApplicationName")) {
            properties.put("ApplicationName", "Azoth");
        }
        if (!hosts.areLoopback() && !said.contains("sslmode") && !said.contains("ssl")) {
            properties.put("sslmode", "require");
        }
        if (hosts.isTransactionPooler(TRANSACTION_POOLER_PORT) && !said.contains("prepareThreshold")) {
            properties.put("prepareThreshold", "0");
        }
        return new JdbcTarget(
                url.jdbc().orElseGet(() -> jdbcUrl(url)),
                "org.postgresql.Driver",
                "org.postgresql:postgresql",
                properties,
                JdbcTarget.Sharing.POOL,
                "");
    }

    private static String jdbcUrl(DatabaseUrl url) {
        String host = url.host().isEmpty() ? "localhost" : url.host();
        return JDBC + "//" + host + (url.port() < 0 ? "" : ":" + url.port()) + "/" + encoded(url.database());
    }

    /** The driver decodes the name as a form does. */
    private static String encoded(String database) {
        return URLEncoder.encode(database, StandardCharsets.UTF_8);
    }
}
