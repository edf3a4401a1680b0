package dev.azoth.cli;

import dev.azoth.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code azoth} command. */
@Command(
        name = "azoth",
        description = {"SQL toolkit, object-relational mapper and vector store for Java.", ""},
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footer = {
            "",
            "Without --url everything is kept in a SQLite file in your data folder.",
            "Exit codes: 0 all is well, 1 something failed, 2 the command was mistyped."
        })
@SuppressWarnings("UnusedVariable") // picocli acts on the options itself
public final class Azoth implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show where an error came from.")
    private boolean stacktrace;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    private Azoth(CommandSpec spec) {
        this.spec = spec; // picocli puts the real one in its place
    }

    /** Runs the command and ends the process, with all that libraries left running. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofSystem();
        int code = run(terminal, UserFolders.ofSystem(), arguments);
        terminal.flush();
        System.exit(code);
    }

    /**
     * Runs the command.
     *
     * @return the exit code: 0, 1 if something failed, 2 if the command was mistyped
     */
    static int run(Terminal terminal, UserFolders folders, String... arguments) {
        Surroundings around = new Surroundings(terminal, folders);
        CommandLine command = new CommandLine(new Azoth(CommandSpec.create()))
                .addSubcommand(new DemoCommand(around))
                .addSubcommand(new IngestCommand(around))
                .addSubcommand(new SearchCommand(around))
                .addSubcommand(new InspectCommand(around));
        command.setOut(terminal.out());
        command.setErr(terminal.err());
        command.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.isColoured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        command.setUsageHelpWidth(Math.max(60, terminal.width()));
        command.setUsageHelpLongOptionsMaxWidth(32);
        Complaints complaints = new Complaints(terminal);
        command.setParameterExceptionHandler(complaints::mistyped);
        command.setExecutionExceptionHandler(complaints::failed);
        int code = command.execute(arguments);
        terminal.flush();
        return code;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: demo, ingest, search or inspect");
    }
}
