package dev.azoth.testing.server;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** Waits until the driver can connect: a server in a container listens, and even restarts, before it serves. */
final class JdbcWait extends AbstractWaitStrategy {
    private final ServerAddress inside;
    private final Function<ServerAddress, String> jdbcUrl;

    JdbcWait(ServerAddress inside, Function<ServerAddress, String> jdbcUrl) {
        this.inside = inside;
        this.jdbcUrl = jdbcUrl;
    }

    @Override
    protected void waitUntilReady() {
        ServerAddress outside =
                inside.at(waitStrategyTarget.getHost(), waitStrategyTarget.getMappedPort(inside.port()));
        Instant end = Instant.now().plus(startupTimeout);
        while (true) {
            try {
                DriverManager.getConnection(jdbcUrl.apply(outside)).close();
                return;
            } catch (SQLException e) {
                if (Instant.now().isAfter(end)) {
                    throw new ContainerLaunchException("no connection within " + startupTimeout, e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContainerLaunchException("interrupted", e);
        }
    }
}
