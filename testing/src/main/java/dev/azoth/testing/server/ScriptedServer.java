package dev.azoth.testing.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server that {@code servers.sh} starts on this machine, without containers. The script stops it when the pipe to it breaks, and so however this
 * JVM ends.
 */
final class ScriptedServer {
    private static final String SCRIPT = "/dev/azoth/testing/servers.sh";

    /** Kept, because a process that nobody refers to loses its pipe to the garbage collector. */
    private static final List<Process> RUNNING = new CopyOnWriteArrayList<>();

    private ScriptedServer() {}

    static Attempt find(String product, String... settings) {
        try {
            return start(product, settings);
        } catch (IOException e) {
            return new Attempt.Refused("servers.sh", "could not run: " + e.getMessage());
        }
    }

    private static Attempt start(String product, String... settings) throws IOException {
        Path script = Files.createTempFile("azoth-servers", ".sh");
        try (InputStream source = Objects.requireNonNull(ScriptedServer.class.getResourceAsStream(SCRIPT))) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
            List<String> command = new ArrayList<>(List.of("bash", script.toString(), "run", product));
            command.addAll(List.of(settings));
            Process process = new ProcessBuilder(command).start();
            Complaints complaints = Complaints.of(process);
            String url = firstLine(process);
            if (url == null) {
                return new Attempt.Refused("servers.sh", "says\n" + complaints.whole());
            }
            RUNNING.add(process);
            return new Attempt.Found("servers.sh", ServerAddress.parse(url));
        } finally {
            Files.delete(script);
        }
    }

    /** Null if the script ends without one. The reader stays open: closing it would break the pipe. */
    private static @Nullable String firstLine(Process process) throws IOException {
        return process.inputReader(UTF_8).readLine();
    }
}
