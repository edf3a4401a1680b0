package dev.azoth.dialect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a {@link DatabaseUrl}: taken apart, and put together. */
final class DatabaseUrlText {
    /** A scheme of one letter would be a drive of Windows. */
    private static final Pattern OPAQUE = Pattern.compile("([A-Za-z][A-Za-z0-9]+):((?!//).+)", Pattern.DOTALL);

    private DatabaseUrlText() {}

    static DatabaseUrl parse(String url) {
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
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (into.put(name, value) != null) {
                    throw new IllegalArgumentException("the database URL has two values for its parameter " + name);
                }
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

    /** What {@link #parse} takes. */
    static String withPassword(DatabaseUrl url) {
        if (url.jdbc().isPresent()) {
            return url.jdbc().get();
        }
        if (url.opaque().isPresent()) {
            return url.scheme() + ":" + url.opaque().get();
        }
        StringBuilder text = new StringBuilder(url.scheme());
        url.driver().ifPresent(name -> text.append('+').append(name));
        text.append("://");
        if (url.user().isPresent() || url.password().isPresent()) {
            text.append(encode(url.user().orElse("")));
            url.password().ifPresent(secret -> text.append(':').append(encode(secret)));
            text.append('@');
        }
        text.append(url.host()).append(url.port() < 0 ? "" : ":" + url.port());
        text.append('/').append(encode(url.database()).replace("%2F", "/"));
        char before = '?';
        for (Map.Entry<String, String> parameter : url.parameters().entrySet()) {
            text.append(before).append(encode(parameter.getKey())).append('=').append(encode(parameter.getValue()));
            before = '&';
        }
        return text.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What may be shown; the parameters, one of which may be a password too, are left out. */
    static String withoutPassword(DatabaseUrl url) {
        if (url.jdbc().isPresent()) {
            return masked(url.jdbc().get()).replaceAll("//([^/@:]*):[^/]*@", "//$1:***@");
        }
        if (url.opaque().isPresent()) {
            return url.scheme() + ":" + masked(url.opaque().get());
        }
        StringBuilder text = new StringBuilder(url.scheme());
        url.driver().ifPresent(name -> text.append('+').append(name));
        text.append("://");
        url.user().ifPresent(name -> text.append(name).append(url.password().isPresent() ? ":***@" : "@"));
        text.append(url.host())
                .append(url.port() < 0 ? "" : ":" + url.port())
                .append('/')
                .append(masked(url.database()));
        return text.toString();
    }

    private static String masked(String settings) {
        return settings.replaceAll("(?i)(password|pwd)=[^&;]*", "$1=***");
    }
}
