package dev.azoth.cli;

import dev.azoth.DatabaseException;
import dev.azoth.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong, and no password with it. */
final class Complaints {
    private static final int LONGEST = 500;

    private final Terminal terminal;

    Complaints(Terminal terminal) {
        this.terminal = terminal;
    }

    int mistyped(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        terminal.complain(Passwords.of(arguments).masked(name + ": " + oneLine(e)));
        if (!UnmatchedArgumentException.printSuggestions(e, terminal.err())) {
            terminal.err().println("Try '" + name + " --help'.");
        }
        if (isWanted(arguments)) {
            trace(e, arguments);
        }
        return CommandLine.ExitCode.USAGE;
    }

    int failed(Exception e, CommandLine command, ParseResult parsed) {
        String[] arguments = parsed.originalArgs().toArray(String[]::new);
        terminal.complain(
                Passwords.of(arguments).masked(command.getCommandSpec().qualifiedName() + ": " + oneLine(e)));
        if (isWanted(arguments)) {
            trace(e, arguments);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean isWanted(String[] arguments) {
        for (String each : arguments) {
            if (each.equals("--stacktrace")) {
                return true;
            }
        }
        return false;
    }

    private void trace(Exception e, String[] arguments) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        terminal.err().print(Passwords.of(arguments).masked(trace.toString()));
    }

    /** What the database said, where it was the database; otherwise the message, or the name of an exception that has none. */
    private static String oneLine(Exception e) {
        String message =
                e instanceof DatabaseException database ? database.error().message() : e.getMessage();
        if (message == null || message.isBlank()) {
            message = e.getClass().getSimpleName();
        }
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
