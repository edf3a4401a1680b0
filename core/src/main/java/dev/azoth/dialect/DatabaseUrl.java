package dev.azoth.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, as {@code dialect+driver://user:password@host:port/database?key=value}, as {@code dialect:} and something that only the
 * dialect can take apart, or as a {@code jdbc:} URL.
 *
 * <p>User, password, database and parameters are percent-decoded. The text of this object never has the password. An immutable value.
 */
public final class DatabaseUrl {
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

    DatabaseUrl(
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
        return DatabaseUrlText.parse(url);
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
        return isLoopback(host);
    }

    /** Whether a host is this machine: by a number, or a name that always means it. */
    public static boolean isLoopback(String host) {
        return host.isEmpty()
                || host.equals("localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]")
                || host.equals("::1");
    }

    /** The URL as text that {@link #parse} takes, with the password: for a place that may have it. */
    public String toStringWithPassword() {
        return DatabaseUrlText.withPassword(this);
    }

    /** The URL without the password. */
    @Override
    public String toString() {
        return DatabaseUrlText.withoutPassword(this);
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
