package dev.azoth.testing.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;

/**
 * Where a database on a server is, and as whom to go there.
 *
 * @param user the user
 * @param password the password, empty for none
 * @param host the host
 * @param port the port
 * @param database the database
 * @param query settings of the connection, as they follow the question mark of a URL; empty for none
 */
public record ServerAddress(String user, String password, String host, int port, String database, String query) {
    /**
     * Reads a URL as SQLAlchemy writes them.
     *
     * @param url for example {@code postgresql://user:password@host:5432/database?sslmode=require}
     * @return its parts, decoded
     * @throws IllegalArgumentException if user, host, port or database is missing
     */
    public static ServerAddress parse(String url) {
        URI uri = URI.create(url);
        if (uri.getRawUserInfo() == null
                || uri.getHost() == null
                || uri.getPort() < 0
                || uri.getPath().length() < 2) {
            throw new IllegalArgumentException("not of the form scheme://user:password@host:port/database");
        }
        String[] login = uri.getRawUserInfo().split(":", 2);
        return new ServerAddress(
                decoded(login[0]),
                login.length > 1 ? decoded(login[1]) : "",
                uri.getHost(),
                uri.getPort(),
                uri.getPath().substring(1),
                uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    /**
     * Another database on the same server.
     *
     * @param name its name
     * @return this address but for the database
     */
    public ServerAddress withDatabase(String name) {
        return new ServerAddress(user, password, host, port, name, query);
    }

    /**
     * The same as seen from elsewhere, as the address of a server in a container is.
     *
     * @param otherHost the host there
     * @param otherPort the port there
     * @return this address but for host and port
     */
    public ServerAddress at(String otherHost, int otherPort) {
        return new ServerAddress(user, password, otherHost, otherPort, database, query);
    }

    /**
     * The URL for {@code Engine.create}.
     *
     * @param scheme the name of the dialect
     * @return a URL that {@link #parse} reads back
     */
    public String url(String scheme) {
        String login = encoded(user) + (password.isEmpty() ? "" : ":" + encoded(password));
        return scheme + "://" + login + "@" + host + ":" + port + "/" + database + (query.isEmpty() ? "" : "?" + query);
    }

    /**
     * The URL for {@link java.sql.DriverManager}, as most drivers want it.
     *
     * @param scheme what follows {@code jdbc:}
     * @return a URL with user and password in it
     */
    public String jdbcUrl(String scheme) {
        return "jdbc:%s://%s:%d/%s?user=%s&password=%s%s"
                .formatted(
                        scheme,
                        host,
                        port,
                        database,
                        encoded(user),
                        encoded(password),
                        query.isEmpty() ? "" : "&" + query);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, UTF_8).replace("+", "%20");
    }
}
