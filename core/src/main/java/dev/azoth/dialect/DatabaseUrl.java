package dev.azoth.dialect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, as {@code dialect+driver://user:password@host:port/database?key=value}, as {@code dialect:} and something that only the
 * dialect can take apart, or as a {@code jdbc:} URL.
 *
 * <p>User, password, database and parameters are percent-decoded. The text of this object never has the password. An immutable value.
 */
public final class DatabaseUrl {
    /** A scheme of one letter would be a drive of Windows. */
    private static final Pattern OPAQUE = Pattern.compile("([A-Za-z][A-Za-z0-9]+):((?!//).+)", Pattern.DOTALL);

    private final String scheme;
    private final Optional<String> driver;
    private final Optional<String> user;
    private final Optional<String> password;
    private final String host;
    private final int port;
    private final String database;
    private final Map<String, String> parameters;
    private final Optional<String> opaque;
    private final Optional<String> jdbc;

    private DatabaseUrl(
            String scheme,
            @Nullable String driver,
            @Nullable String user,
            @Nullable String password,
            String host,
            int port,
            String database,
            Map<String, String> parameters,
            @Nullable String opaque,
            @Nullable String jdbc) {
        this.scheme = scheme;
        this.driver = Optional.ofNullable(driver);
        this.user = Optional.ofNullable(user);
        this.password = Optional.ofNullable(password);
        this.host = host;
        this.port = port;
        this.database = database;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.opaque = Optional.ofNullable(opaque);
        this.jdbc = Optional.ofNullable(jdbc);
    }

    /**
     * A URL of its parts, to which {@link #withHost} and the others add.
     *
     * @param scheme the dialect: {@code postgresql}
     */
    public static DatabaseUrl of(String scheme) {
        return new DatabaseUrl(scheme, null, null, null, "", -1, "", Map.of(), null, null);
    }

    /**
     * Takes a URL apart.
     *
     * @throws IllegalArgumentException if it is none, saying what is wrong without showing the password
     */
    public static DatabaseUrl parse(String url) {
        if (url.startsWith("jdbc:")) {
            String rest = url.substring("jdbc:".length());
            int end = rest.indexOf(':');
            if (end <= 0) {
                throw new IllegalArgumentException("not a jdbc: URL: it needs jdbc:product:…");
            }
            return new DatabaseUrl(rest.substring(0, end), null, null, null, "", -1, "", Map.of(), null, url);
        }
        Matcher opaque = OPAQUE.matcher(url);
        if (opaque.matches()) {
            return new DatabaseUrl(opaque.group(1), null, null, null, "", -1, "", Map.of(), opaque.group(2), null);
        }
        int schemeEnd = url.indexOf("://");
        if (schemeEnd <= 0) {
            throw new IllegalArgumentException(
                    "not a database URL: it needs dialect://user:password@host:port/database, "
                            + "such as postgresql://localhost/app, sqlite:///app.db, or jdbc:…");
        }
        return parse(url.substring(0, schemeEnd), url.substring(schemeEnd + 3));
    }

    private static DatabaseUrl parse(String schemeAndDriver, String afterScheme) {
        int plus = schemeAndDriver.indexOf('+');
        String scheme = plus < 0 ? schemeAndDriver : schemeAndDriver.substring(0, plus);
        String driver = plus < 0 ? null : schemeAndDriver.substring(plus + 1);
        String rest = afterScheme;
        Map<String, String> parameters = new LinkedHashMap<>();
        int query = rest.indexOf('?', Math.max(0, authorityEnd(rest)));
        if (query >= 0) {
            parameters(rest.substring(query + 1), parameters);
            rest = rest.substring(0, query);
        }
        int slash = authorityEnd(rest);
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String database = slash < 0 ? "" : decode(rest.substring(slash + 1));
        String user = null;
        String password = null;
        // a password may hold an unescaped @ when it was pasted as it is: the host begins after the last
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            String login = authority.substring(0, at);
            int colon = login.indexOf(':');
            user = decode(colon < 0 ? login : login.substring(0, colon));
            password = colon < 0 ? null : decode(login.substring(colon + 1));
        }
        String place = authority.substring(at + 1);
        int bracket = place.lastIndexOf(']');
        int colon = place.indexOf(':', Math.max(0, bracket));
        String host = decode(colon < 0 ? place : place.substring(0, colon));
        return new DatabaseUrl(
                scheme, driver, user, password, host, port(place, colon), database, parameters, null, null);
    }

    /** The slash that ends user, password, host and port; a slash within a password stands before the last @. */
    private static int authorityEnd(String rest) {
        int slash = rest.indexOf('/');
        int at = rest.lastIndexOf('@');
        // a login has a colon before any slash; without one, as in sqlite:///home/me@work/app.db, the @ is of the path
        int colon = rest.indexOf(':');
        boolean login = colon >= 0 && colon < slash;
        return login && slash < at && rest.indexOf('?') < 0 ? rest.indexOf('/', at) : slash;
    }

    private static int port(String place, int colon) {
        if (colon < 0 || colon == place.length() - 1) {
            return -1;
        }
        try {
            int port = Integer.parseInt(place.substring(colon + 1));
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below, like a number out of range
        }
        throw new IllegalArgumentException(
                "the port in the database URL is no number from 1 to 65535; a special character in the "
                        + "password, such as / or #, must be percent-encoded");
    }

    private static void parameters(String query, Map<String, String> into) {
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                into.put(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    /** Percent-decoding without the form rule that a plus is a space; a percent sign that encodes nothing stays. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** The dialect: {@code postgresql}; of a {@code jdbc:} URL the word after it. */
    public String scheme() {
        return scheme;
    }

    /** The driver asked for, as in {@code postgresql+psycopg}. Names of Python's drivers are accepted and mean the JDBC driver. */
    public Optional<String> driver() {
        return driver;
    }

    /** The user. */
    public Optional<String> user() {
        return user;
    }

    /** The password. Never to be written anywhere. */
    public Optional<String> password() {
        return password;
    }

    /** The host; empty if none was said. */
    public String host() {
        return host;
    }

    /** The port; -1 if none was said. */
    public int port() {
        return port;
    }

    /** What stands after the host: a database's name, or a file. */
    public String database() {
        return database;
    }

    /** The parameters after the question mark, in order. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /**
     * What stands after the scheme and its colon, as it was written, if no {@code //} does; a dialect says whether it
     * {@linkplain Dialect#takesOpaqueUrls takes} such a URL.
     */
    public Optional<String> opaque() {
        return opaque;
    }

    /** The same URL without a parameter; this one, if it has none of that name. */
    public DatabaseUrl without(String parameter) {
        if (!parameters.containsKey(parameter)) {
            return this;
        }
        Map<String, String> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(parameter);
        return withParameters(fewer);
    }

    /** The same URL with one more parameter, or with another value for it. */
    public DatabaseUrl with(String parameter, String value) {
        if (jdbc.isPresent() || opaque.isPresent()) {
            throw new IllegalArgumentException("a URL of this form has no parameters to be set: write it into the URL");
        }
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return withParameters(more);
    }

    private DatabaseUrl withParameters(Map<String, String> to) {
        return new DatabaseUrl(
                scheme,
                driver.orElse(null),
                user.orElse(null),
                password.orElse(null),
                host,
                port,
                database,
                to,
                opaque.orElse(null),
                jdbc.orElse(null));
    }

    /** The same URL with another user. */
    public DatabaseUrl withUser(String name) {
        return with(name, password.orElse(null), host, port, database);
    }

    /** The same URL with another password. */
    public DatabaseUrl withPassword(String secret) {
        return with(user.orElse(null), secret, host, port, database);
    }

    /** The same URL with another host. */
    public DatabaseUrl withHost(String name) {
        return with(user.orElse(null), password.orElse(null), name, port, database);
    }

    /**
     * The same URL with another port.
     *
     * @param number from 1 to 65535
     */
    public DatabaseUrl withPort(int number) {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535, not " + number);
        }
        return with(user.orElse(null), password.orElse(null), host, number, database);
    }

    /** The same URL with another database, or file. */
    public DatabaseUrl withDatabase(String name) {
        return with(user.orElse(null), password.orElse(null), host, port, name);
    }

    private DatabaseUrl with(
            @Nullable String newUser, @Nullable String newPassword, String newHost, int newPort, String newDatabase) {
        if (jdbc.isPresent() || opaque.isPresent()) {
            throw new IllegalArgumentException("a URL of this form has no parts to be set: write them into the URL");
        }
        return new DatabaseUrl(
                scheme,
                driver.orElse(null),
                newUser,
                newPassword,
                newHost,
                newPort,
                newDatabase,
                parameters,
                null,
                null);
    }

    /** The whole {@code jdbc:} URL, if it is one. */
    public Optional<String> jdbc() {
        return jdbc;
    }

    /** Whether the host is this machine. */
    public boolean isLoopback() {
        return host.isEmpty()
                || host.equals("localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]")
                || host.equals("::1");
    }

    /** The URL as text that {@link #parse} takes, with the password: for a place that may have it. */
    public String toStringWithPassword() {
        if (jdbc.isPresent()) {
            return jdbc.get();
        }
        if (opaque.isPresent()) {
            return scheme + ":" + opaque.get();
        }
        StringBuilder text = new StringBuilder(scheme);
        driver.ifPresent(name -> text.append('+').append(name));
        text.append("://");
        if (user.isPresent() || password.isPresent()) {
            text.append(encode(user.orElse("")));
            password.ifPresent(secret -> text.append(':').append(encode(secret)));
            text.append('@');
        }
        text.append(host).append(port < 0 ? "" : ":" + port);
        text.append('/').append(encode(database).replace("%2F", "/"));
        char before = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            text.append(before).append(encode(parameter.getKey())).append('=').append(encode(parameter.getValue()));
            before = '&';
        }
        return text.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The URL without the password. */
    @Override
    public String toString() {
        if (jdbc.isPresent()) {
            return masked(jdbc.get()).replaceAll("//([^/@:]*):[^/]*@", "//$1:***@");
        }
        if (opaque.isPresent()) {
            return scheme + ":" + masked(opaque.get());
        }
        StringBuilder text = new StringBuilder(scheme);
        driver.ifPresent(name -> text.append('+').append(name));
        text.append("://");
        user.ifPresent(name -> text.append(name).append(password.isPresent() ? ":***@" : "@"));
        text.append(host).append(port < 0 ? "" : ":" + port).append('/').append(masked(database));
        return text.toString();
    }

    private static String masked(String settings) {
        return settings.replaceAll("(?i)(password|pwd)=[^&;]*", "$1=***");
    }

    private List<Object> parts() {
        return List.of(scheme, driver, user, password, host, port, database, parameters, opaque, jdbc);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatabaseUrl url && parts().equals(url.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }
}
