package dev.azoth.testing.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether containers can run here. Asked before Testcontainers is, which answers "no" with a page of log. */
final class ContainerEngine {
    private ContainerEngine() {}

    /** Why not, if not. */
    static Optional<String> obstacle() {
        if (!onClassPath("org.testcontainers.DockerClientFactory")) {
            return Optional.of("is not asked: org.testcontainers:testcontainers is not on the class path");
        }
        if (System.getenv("DOCKER_HOST") == null
                && !isWindows()
                && sockets().stream().noneMatch(Files::exists)) {
            return Optional.of("is not running: DOCKER_HOST is not set, and there is none of " + sockets());
        }
        return Optional.empty();
    }

    private static List<Path> sockets() {
        Path home = Path.of(System.getProperty("user.home"));
        return List.of(
                Path.of("/var/run/docker.sock"),
                home.resolve(".docker/run/docker.sock"),
                home.resolve(".docker/desktop/docker.sock"),
                Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run"), "docker.sock"));
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static boolean onClassPath(String name) {
        try {
            Class.forName(name, false, ContainerEngine.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
