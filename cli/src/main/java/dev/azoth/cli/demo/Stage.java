package dev.azoth.cli.demo;

import dev.azoth.cli.terminal.SqlEcho;
import dev.azoth.cli.terminal.Style;
import dev.azoth.cli.terminal.Terminal;
import dev.azoth.engine.Engine;

/** Where the demo plays: what it says, and the database whose statements are shown between its lines. */
record Stage(Terminal terminal, Engine engine, SqlEcho echo) {
    /** Begins a part of the demo. */
    void part(int number, String title) {
        terminal.line();
        terminal.title(number + ". " + title);
    }

    /** Says what comes next. */
    void say(String text) {
        terminal.line();
        terminal.wrapped(text, "");
        terminal.out().flush();
    }

    /** Does some work, and then tells how many statements it took. */
    void show(String outcome, Runnable work) {
        long before = echo.statements();
        work.run();
        long statements = echo.statements() - before;
        terminal.line(terminal.style(Style.GREEN, "  ✓ ") + outcome + " (" + statements
                + (statements == 1 ? " statement)" : " statements)"));
        terminal.out().flush();
    }
}
