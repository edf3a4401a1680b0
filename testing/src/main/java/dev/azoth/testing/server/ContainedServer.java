package dev.azoth.testing.server;

import java.util.Optional;
import java.util.function.Function;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** The way to a server in a container, which Testcontainers removes when this JVM ends. */
final class ContainedServer {
    private ContainedServer() {}

    static Attempt find(Image image, Function<ServerAddress, String> jdbcUrl) {
        Optional<String> obstacle = ContainerEngine.obstacle();
        if (obstacle.isPresent()) {
            return new Attempt.Refused("Docker", obstacle.get());
        }
        try {
            return Testcontainers.start(image, jdbcUrl);
        } catch (RuntimeException e) {
            return new Attempt.Refused("Docker", "cannot run " + image.name() + ": " + e.getMessage());
        }
    }

    /** Apart, since it cannot be loaded without the library. */
    private static final class Testcontainers {
        static Attempt start(Image image, Function<ServerAddress, String> jdbcUrl) {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return new Attempt.Refused("Docker", "does not answer");
            }
            int port = image.address().port();
            @SuppressWarnings("resource") // lives as long as the JVM
            GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image.name()))
                    .withExposedPorts(port)
                    .withEnv(image.environment())
                    .withCommand(image.command().toArray(String[]::new))
                    .waitingFor(new JdbcWait(image.address(), jdbcUrl));
            container.start();
            return new Attempt.Found("Docker", image.address().at(container.getHost(), container.getMappedPort(port)));
        }
    }
}
