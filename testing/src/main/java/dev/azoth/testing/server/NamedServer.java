package dev.azoth.testing.server;

import dev.azoth.testing.DatabaseUnavailableException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server that somebody names in an environment variable. One that is named but not there is an error: going on to the next way would test on another
 * server than the one asked for.
 */
record NamedServer(String variable, @Nullable String url) {
    static NamedServer of(String product) {
        String variable = "AZOTH_TEST_" + product.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_URL";
        return new NamedServer(variable, System.getenv(variable));
    }

    Attempt find(Function<ServerAddress, String> jdbcUrl) {
        if (url == null || url.isBlank()) {
            return new Attempt.Refused(variable, "is not set");
        }
        ServerAddress address = address(url);
        try {
            DriverManager.getConnection(jdbcUrl.apply(address)).close();
            return new Attempt.Found(variable, address);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "%s leads to %s, which does not let us in: %s".formatted(variable, address, e.getMessage()), e);
        }
    }

    private ServerAddress address(String named) {
        try {
            return ServerAddress.parse(named);
        } catch (IllegalArgumentException e) {
            throw new DatabaseUnavailableException(variable + " is " + e.getMessage(), e);
        }
    }
}
