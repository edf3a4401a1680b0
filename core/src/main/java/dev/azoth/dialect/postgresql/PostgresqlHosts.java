package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.DatabaseUrl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts that a URL leads to, and the names of its parameters. A URL of the driver may have several, as in
 * {@code jdbc:postgresql://one:5432,two:5432/database?sslmode=disable}, or none, which is this machine.
 */
record PostgresqlHosts(List<Host> hosts, Set<String> parameters) {
    private static final int DEFAULT_PORT = 5432;

    record Host(String name, int port) {
        boolean isLoopback() {
            return DatabaseUrl.isLoopback(name);
        }
    }

    static PostgresqlHosts of(Optional<String> jdbcUrl, DatabaseUrl url) {
        return jdbcUrl.map(PostgresqlHosts::of).orElseGet(() -> of(url));
    }

    private static PostgresqlHosts of(DatabaseUrl url) {
        return new PostgresqlHosts(List.of(new Host(url.host(), url.port())), Set.of());
    }

    private static PostgresqlHosts of(String jdbcUrl) {
        int query = jdbcUrl.indexOf('?');
        String address = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
        Set<String> parameters = query < 0
                ? Set.of()
                : Arrays.stream(jdbcUrl.substring(query + 1).split("&", -1))
                        .map(pair -> pair.replaceFirst("=.*", ""))
                        .collect(Collectors.toUnmodifiableSet());
        List<Host> hosts = new ArrayList<>();
        int start = address.indexOf("//");
        if (start >= 0) {
            int end = address.indexOf('/', start + 2);
            for (String each : address.substring(start + 2, end < 0 ? address.length() : end)
                    .split(",", -1)) {
                hosts.add(host(each));
            }
        }
        return new PostgresqlHosts(hosts, parameters);
    }

    private static Host host(String text) {
        int colon = text.indexOf(':', Math.max(0, text.lastIndexOf(']')));
        if (colon < 0) {
            return new Host(text, DEFAULT_PORT);
        }
        String port = text.substring(colon + 1);
        return new Host(text.substring(0, colon), port.matches("\\d{1,5}") ? Integer.parseInt(port) : DEFAULT_PORT);
    }

    boolean areLoopback() {
        return hosts.stream().allMatch(Host::isLoopback);
    }

    /** Poolers of transactions by the port that is usual for them, and Supabase's by the host, unless the port is that of sessions. */
    boolean isTransactionPooler(int port) {
        return hosts.stream()
                .anyMatch(host -> host.port() == port
                        || SupabaseHost.of(host.name())
                                .filter(each -> each.isOfTransactions(host.port()))
                                .isPresent());
    }
}
