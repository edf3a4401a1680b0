package dev.azoth.dialect.mysql;

import dev.azoth.dialect.DatabaseUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a URL says of a server, be it Azoth's form or the driver's own.
 *
 * @param jdbcUrl the URL for the driver
 * @param hosts   the names of the hosts, without ports
 * @param options the names of the driver's options that the URL sets, in lower case
 */
public record MysqlAddress(String jdbcUrl, List<String> hosts, Set<String> options) {
    /** Takes immutable copies. */
    public MysqlAddress {
        hosts = List.copyOf(hosts);
        options = Set.copyOf(options);
    }

    /** Takes a URL apart. */
    public static MysqlAddress of(DatabaseUrl url) {
        if (url.jdbc().isPresent()) {
            return ofJdbc(url.jdbc().get());
        }
        String host = url.host().isEmpty() ? "localhost" : url.host();
        String place = url.port() < 0 ? host : host + ":" + url.port();
        // the driver decodes the name, but not a plus
        String database =
                URLEncoder.encode(url.database(), StandardCharsets.UTF_8).replace("+", "%20");
        return new MysqlAddress(
                "jdbc:" + url.scheme() + "://" + place + "/" + database,
                List.of(host),
                lower(url.parameters().keySet()));
    }

    private static MysqlAddress ofJdbc(String jdbc) {
        int query = jdbc.indexOf('?');
        String address = query < 0 ? jdbc : jdbc.substring(0, query);
        Set<String> options = query < 0
                ? Set.of()
                : Arrays.stream(jdbc.substring(query + 1).split("&"))
                        .map(pair -> pair.replaceFirst("=.*", ""))
                        .collect(Collectors.toSet());
        int start = address.indexOf("//");
        int end = address.indexOf('/', start + 2);
        String authority = start < 0 ? "" : address.substring(start + 2, end < 0 ? address.length() : end);
        List<String> hosts =
                Arrays.stream(authority.split(",")).map(MysqlAddress::host).toList();
        return new MysqlAddress(jdbc, hosts, lower(options));
    }

    /** The name in {@code user:password@name:port}; a description in parentheses is taken whole, and so is no name of this machine. */
    private static String host(String place) {
        String rest = place.substring(place.lastIndexOf('@') + 1);
        int colon = rest.indexOf(':', Math.max(0, rest.lastIndexOf(']')));
        return colon < 0 || rest.startsWith("(") || rest.startsWith("address") ? rest : rest.substring(0, colon);
    }

    private static Set<String> lower(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Whether all hosts are this machine. */
    public boolean isLoopback() {
        return hosts.stream()
                .allMatch(host -> host.isEmpty()
                        || host.equals("localhost")
                        || host.startsWith("127.")
                        || host.equals("[::1]")
                        || host.equals("::1"));
    }

    /** Whether the URL sets one of these options. */
    public boolean says(String... names) {
        return Arrays.stream(names).anyMatch(name -> options.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** The driver's properties: the options that the URL does not set, those that it does, user and password. */
    public Map<String, String> properties(DatabaseUrl url, Map<String, String> defaults) {
        Map<String, String> properties = new LinkedHashMap<>();
        defaults.forEach((name, value) -> {
            if (!says(name)) {
                properties.put(name, value);
            }
        });
        // Python's drivers have to be told the character set; here it is always utf8mb4
        url.parameters().forEach((name, value) -> {
            if (!name.equals("charset")) {
                properties.put(name, value);
            }
        });
        url.user().ifPresent(user -> properties.put("user", user));
        url.password().ifPresent(password -> properties.put("password", password));
        return properties;
    }
}
