package dev.azoth.cli;

import dev.azoth.cli.terminal.Terminal;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** Runs the command in this process, for a user whose home is a folder of the test. */
final class Command {
    private final Path home;

    /** What came of a run. */
    record Outcome(int code, String out, String err) {}

    Command(Path home) {
        this.home = home;
    }

    Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Azoth.run(Terminal.plain(out, err), new UserFolders(Map.of(), home), arguments);
        return new Outcome(code, out.toString(), err.toString());
    }
}
